import { formatCell } from '../ui/cell';
import { formatList, formatMany } from '../ui/format';
import { placeDistricts } from '../words/expected_range';
import { nameOf, type Places } from '../words/places';
import { lowerLabel } from '../words/sentences';
import type { ColumnFigures } from './column_figures';
import { sayDifference, standingBeside, standingInCounty, type Verdict } from './standing';

/** No more than so many names in one sentence; the table has them all. */
const most = 4;

function someOf(names: readonly string[]): string {
  return names.length <= most
    ? formatList(names)
    : `${names.slice(0, most).join(', ')} and ${formatMany(names.length - most, 'other measure')}`;
}

/** Measures for which a range can be expected: shares of people, where one way is better. */
function judged(columns: readonly ColumnFigures[]): readonly ColumnFigures[] {
  return columns.filter(
    ({ measure }) => measure.kind === 'proportion' && measure.polarity !== 'neutral',
  );
}

interface Outside {
  readonly code: string;
  readonly figures: ColumnFigures;
  readonly sense: 'better' | 'worse';
}

/** Every figure outside the range expected of a district of its size; hidden ones are never placed. */
function outside(columns: readonly ColumnFigures[], places: Places): readonly Outside[] {
  return judged(columns).flatMap((figures) =>
    placeDistricts(figures.table, figures.period, places).placed.flatMap(({ code, place }) => {
      if (place === 'within') return [];
      const worse = (place === 'above') === (figures.measure.polarity === 'higher_is_worse');
      return { code, figures, sense: worse ? ('worse' as const) : ('better' as const) };
    }),
  );
}

function hiddenIn(columns: readonly ColumnFigures[], codes: readonly string[]): number {
  return columns
    .flatMap(({ district }) => codes.map((code) => district.get(code)))
    .filter((row) => row?.value.status === 'c').length;
}

function sayHidden(count: number): readonly string[] {
  return count === 0
    ? []
    : [`${formatMany(count, 'figure is', 'figures are')} hidden to protect people.`];
}

/** Which districts stand out over all columns, the worst first. */
export function sayAllDistricts(
  columns: readonly ColumnFigures[],
  places: Places,
): readonly string[] {
  const able = judged(columns);
  if (able.length === 0) {
    return [
      'None of these measures is a share of which one way is better, so no district is judged.',
    ];
  }
  const found = outside(columns, places);
  const say = (sense: 'better' | 'worse'): readonly string[] =>
    places.districts
      .map(({ code, name }) => ({
        name,
        labels: found
          .filter((each) => each.code === code && each.sense === sense)
          .map(({ figures }) => lowerLabel(figures.measure)),
      }))
      .filter(({ labels }) => labels.length > 0)
      .sort((a, b) => b.labels.length - a.labels.length || a.name.localeCompare(b.name, 'en-GB'))
      .map(({ name, labels }) => `${name} (${someOf(labels)})`);
  const [worse, better] = [say('worse'), say('better')];
  const range = `the range expected of a ${places.name} district`;
  const sentences = [
    ...(worse.length > 0 ? [`Worse than ${range}: ${worse.join('; ')}.`] : []),
    ...(better.length > 0 ? [`Better than it: ${better.join('; ')}.`] : []),
  ];
  if (worse.length === 0 && better.length > 0)
    sentences[0] = `Better than ${range}: ${better.join('; ')}.`;
  if (found.length === 0) {
    sentences.push(
      `No district is outside ${range}, which allows for districts being unlike each other, on any of the ${formatMany(able.length, 'share')} of which one way is better.`,
    );
  }
  return [
    ...sentences,
    ...sayAgainstRest(columns, places),
    ...sayHidden(
      hiddenIn(
        columns,
        places.districts.map(({ code }) => code),
      ),
    ),
  ];
}

/** The districts that are most often worse than the rest, three at most, with the measures. */
function sayAgainstRest(columns: readonly ColumnFigures[], places: Places): readonly string[] {
  const worse = places.districts
    .map(({ code, name }) => ({ name, labels: labelsWith(columns, code, 'worse') }))
    .filter(({ labels }) => labels.length > 0)
    .sort((a, b) => b.labels.length - a.labels.length || a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, 3)
    .map(({ name, labels }) => `${name} (${someOf(labels)})`);
  return worse.length === 0
    ? []
    : [
        `Most often worse than the rest of ${places.name} by more than chance would make: ${worse.join('; ')}.`,
      ];
}

/** Labels of the measures on which a district stands so to the rest of the county. */
function labelsWith(
  columns: readonly ColumnFigures[],
  code: string,
  wanted: Verdict,
): readonly string[] {
  return columns
    .filter(
      ({ measure, district, county }) =>
        standingInCounty(measure, district.get(code) ?? null, county).verdict === wanted,
    )
    .map(({ measure }) => lowerLabel(measure));
}

function tally(verdicts: readonly Verdict[]): string {
  const many = (wanted: readonly Verdict[]) =>
    verdicts.filter((verdict) => wanted.includes(verdict)).length;
  const [worse, better, other] = [many(['worse']), many(['better']), many(['higher', 'lower'])];
  const rest = many(['chance', 'level']);
  return formatList([
    `${worse} worse`,
    `${better} better`,
    ...(other > 0 ? [`${other} higher or lower where neither is better`] : []),
    `${rest} that could be chance or level`,
  ]);
}

/** What stands out in one district: outside the expected range, then how many differ from the rest. */
export function sayDistrictProfile(
  columns: readonly ColumnFigures[],
  code: string,
  places: Places,
): readonly string[] {
  const name = nameOf(places, code);
  const mine = outside(columns, places).filter((each) => each.code === code);
  const say = (sense: 'better' | 'worse') =>
    someOf(
      mine
        .filter((each) => each.sense === sense)
        .map(({ figures: { measure, district, county } }) => {
          const own = formatCell(district.get(code)!.value, measure.unit);
          const whole = county ? `, ${places.name} ${formatCell(county.value, measure.unit)}` : '';
          return `${lowerLabel(measure)} (${own}${whole})`;
        }),
    );
  const range = `the range expected of a ${places.name} district`;
  const [worse, better] = [say('worse'), say('better')];
  const sentences = [
    ...(worse === '' ? [] : [`${name} is worse than ${range} on ${worse}.`]),
    ...(better === '' ? [] : [`${name} is better than ${range} on ${better}.`]),
  ];
  // Only of a figure that is shown may it be said that it is within the range.
  const isPlaced = judged(columns).some(
    ({ district }) => typeof district.get(code)?.value.value === 'number',
  );
  if (sentences.length === 0 && isPlaced) {
    sentences.push(
      `${name} is within ${range}, which allows for districts being unlike each other, on every share that is shown.`,
    );
  }
  const verdicts = columns.map(
    ({ measure, district, county }) =>
      standingInCounty(measure, district.get(code) ?? null, county).verdict,
  );
  const worst = labelsWith(columns, code, 'worse');
  const best = labelsWith(columns, code, 'better');
  const which = [
    ...(worst.length > 0 ? [`worse on ${someOf(worst)}`] : []),
    ...(best.length > 0 ? [`better on ${someOf(best)}`] : []),
  ];
  const compared = verdicts.filter(
    (verdict) => verdict !== 'none' && verdict !== 'untested',
  ).length;
  if (compared > 0) {
    sentences.push(
      `Against the rest of ${places.name}, of the ${formatMany(compared, 'measure')} chosen that can be compared: ${tally(verdicts)}${which.length > 0 ? ` (${which.join('; ')})` : ''}.`,
    );
  }
  return [...sentences, ...sayHidden(hiddenIn(columns, [code]))];
}

/** Where two districts differ by more than chance would make. */
export function sayTwoDistricts(
  columns: readonly ColumnFigures[],
  [first, second]: readonly [string, string],
  places: Places,
): readonly string[] {
  const [one, other] = [nameOf(places, first), nameOf(places, second)];
  const standings = columns.map(({ measure, district }) => ({
    measure,
    standing: standingBeside(measure, district.get(first) ?? null, district.get(second) ?? null),
  }));
  const say = (verdict: Verdict) =>
    someOf(
      standings
        .filter(({ standing }) => standing.verdict === verdict)
        .map(
          ({ measure, standing }) =>
            `${lowerLabel(measure)} (${sayDifference(measure, standing).replace(/^[+−]/, '')} apart)`,
        ),
    );
  const [worse, better] = [say('worse'), say('better')];
  const sentences = [
    ...(worse === '' ? [] : [`${one} is worse than ${other} on ${worse}.`]),
    ...(better === '' ? [] : [`${one} is better than ${other} on ${better}.`]),
  ];
  if (sentences.length === 0) {
    sentences.push(
      `${one} and ${other} do not differ by more than chance would make on any of the chosen measures of which one way is better.`,
    );
  }
  return [...sentences, ...sayHidden(hiddenIn(columns, [first, second]))];
}
