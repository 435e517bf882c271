// Whether a piece of text tells what is hidden of a group. Small numbers stand everywhere on a page; they tell
// something where they stand beside the group's name.
import { asCount, asPer1000, asPercent, type FigureRecord } from './sample_figures';

/** A group whose figure the page hides, with what it hides. */
export interface HiddenGroup {
  /** The codes by which programs know it, and the names by which readers do, all of which it takes to mean it. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly numerator: number;
  readonly denominator: number | null;
  /** The hidden rate, unrounded; null for a count. */
  readonly rate: number | null;
}

/** The group of a record of the command line, printed with disclosure control off. */
export function hiddenGroup(
  { numerator, denominator, value }: FigureRecord,
  codes: readonly string[],
  names: readonly string[],
): HiddenGroup {
  const rate = denominator === null || !denominator ? null : value;
  return { codes, names, numerator: numerator ?? 0, denominator, rate };
}

/**
 * Every way in which the page, its files or a program would write one of the hidden numbers. Not zero, which stands
 * beside every name for one measure or another: of that the cells of the figure itself must tell nothing.
 */
function formsOf({ numerator, denominator, rate }: HiddenGroup): ReadonlySet<string> {
  const counts = [numerator, denominator ?? 0].filter((count) => count > 0);
  const forms = counts.flatMap((count) => [asCount(count), String(count), count.toFixed(1)]);
  if (rate) {
    forms.push(asPercent(rate).replace(' %', ''), asPer1000(rate), String(rate));
  }
  return new Set(forms);
}

/** Numbers that stand by themselves; codes of areas, versions of links, years and days of a month are none. */
export function numbersIn(text: string): readonly string[] {
  const bare = text
    .replace(/\bE\d{8}\b|#v=\d+/g, ' ')
    .replace(/\b\d{1,2} (?=[A-Z][a-z]+ 20\d\d)/g, ' ')
    .replace(/\b20\d\d(?:[/-]\d\d(?:\d\d)?)?\b/g, ' ');
  return bare.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
}

const isNamed = (text: string, { codes, names }: HiddenGroup): boolean =>
  [names, codes].some((each) => each.every((name) => text.includes(name)));

/** A rate that nothing else on the page would come to by chance. */
const isTelling = (rate: number | null): rate is number => rate !== null && String(rate).length > 8;

/** The numbers of the hidden figure that a text gives away: beside the name of the group, or by themselves. */
export function toldBy(text: string, group: HiddenGroup): readonly string[] {
  const forms = formsOf(group);
  const told = isNamed(text, group) ? numbersIn(text).filter((number) => forms.has(number)) : [];
  const { rate } = group;
  return isTelling(rate) && text.includes(String(rate)) ? [...told, String(rate)] : told;
}

/** What of a page's texts tells something of a hidden group, one line each. */
export function tellingTexts(
  texts: readonly { readonly where: string; readonly text: string }[],
  groups: readonly HiddenGroup[],
): readonly string[] {
  return texts.flatMap(({ where, text }) =>
    groups.flatMap((group) => {
      const told = toldBy(text, group);
      return told.length === 0 ? [] : [`${where}: ${told.join(' and ')} in “${text}”`];
    }),
  );
}
