import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import type { Measure } from '../measures/measure';
import { formatCell, formatValue, reasonFor, sayInterval } from '../ui/cell';
import { formatCount, formatMany, upperFirst } from '../ui/format';
import { unitForms } from '../ui/units';
import { periodBefore, periodLabel } from '../view/periods';
import { changeBetween, sayChange, sayGap, type Change } from '../words/change';
import { sayLevel } from '../words/phrases';
import { rowFor } from '../words/rows';
import { lowerLabel } from '../words/sentences';
import type { Group } from './groups';
import { firstSplit } from './measure_view';

const than = 'the same period a year before';

/** Whether a change could be chance; empty where the measure has no interval to tell by. */
function sureness(change: Change, measure: Measure): string {
  if (change.arrow === '→' || measure.kind === 'mean') return '';
  return change.certain ? ', more than chance would explain' : ', which could be chance';
}

/** "(3,129 of 38,780)"; nothing for a count, a length, or where either is hidden. */
function basisOf(measure: Measure, row: SafeRow): string | null {
  const { numerator, denominator } = row;
  if (measure.kind === 'count') return null;
  if (measure.kind === 'length')
    return denominator.value === null
      ? null
      : `over ${formatCount(denominator.value)} ${measure.denominator}`;
  if (numerator.value === null || denominator.value === null) return null;
  return `${formatCount(numerator.value)} of ${formatCount(denominator.value)}`;
}

/** Why there is no number, as a sentence ends: "hidden to protect people, …". */
function whyNone({ value }: SafeRow): string {
  return value.status === 'u' ? 'not reliable enough to be shown' : reasonFor(value.status);
}

/** Whether the figure is everybody, because it tells kinds apart that add up to all. */
export function isEverybody(measure: Measure, row: SafeRow | null): boolean {
  if (row === null || row.value.value === null || measure.kind !== 'proportion') return false;
  return measure.kinds !== undefined && row.numerator.value === row.denominator.value;
}

/** The counts behind a figure and how sure it is, as one line under it. */
export function basisInWords(measure: Measure, row: SafeRow): string {
  if (row.value.value === null) return `This figure is ${whyNone(row)}.`;
  const interval = measure.kind === 'mean' ? null : sayInterval(row.lower, row.upper, measure.unit);
  return [basisOf(measure, row), interval].filter((part) => part !== null).join('; ');
}

/**
 * What the figure says now, how sure it is, and how it has changed. Nothing is said of the size or
 * change of a hidden figure.
 */
export function sayMeasure(
  table: SafeTable,
  period: string,
  place: string,
  county: { readonly name: string; readonly table: SafeTable } | null,
): readonly string[] {
  const { measure } = table;
  const row = rowFor(table, period);
  const when = periodLabel(period);
  if (row === null) return [`There is no figure for ${lowerLabel(measure)} in ${when}.`];
  if (row.value.value === null) {
    return [`${measure.label} in ${place}, ${when}: the figure is ${whyNone(row)}.`];
  }
  if (isEverybody(measure, row)) {
    const split = firstSplit(measure);
    const kinds = split ? `, told apart by ${inSentence(dimensions[split].label)}` : '';
    return [
      `${measure.label} in ${place}, ${when}: all ${formatCount(row.denominator.value ?? 0)} ${measure.denominator}${kinds}.`,
    ];
  }
  const value = formatValue(row.value.value, measure.unit);
  const phrase = sayLevel(measure, value, place);
  const basis = basisInWords(measure, row);
  const level = phrase.startsWith(measure.label)
    ? `${measure.label} in ${place}, ${when}: ${value}`
    : `${phrase}, ${when}`;
  const sentences = [`${level}${basis === '' ? '' : ` (${basis})`}.`];

  const change = changeBetween(measure, row, rowFor(table, periodBefore(period)));
  if (change?.arrow === '→') sentences.push(`That is ${sayChange(measure, change, than)}.`);
  else if (change) {
    const sense = change.certain && change.sense !== 'neither' ? ` (${change.sense})` : '';
    sentences.push(
      `That is ${sayChange(measure, change, than)}${sureness(change, measure)}${sense}.`,
    );
  }
  const gap = county ? changeBetween(measure, row, rowFor(county.table, period)) : null;
  if (county && gap) sentences.push(`It is ${sayGap(measure, gap, county.name)} as a whole.`);
  return sentences;
}

/** The unit and what is counted, for the line under a picture's title. */
export function whatIsMeasured(measure: Measure, period: string): string {
  const { words } = unitForms[measure.unit];
  const basis =
    measure.kind === 'count' || measure.kind === 'length'
      ? upperFirst(measure.kind === 'count' ? measure.numerator : measure.denominator)
      : `${upperFirst(measure.numerator)} out of ${measure.denominator}`;
  const sure = measure.kind === 'mean' ? 'no interval' : 'with 95 % intervals';
  return `${basis}; ${words}; ${period}, ${sure}.`;
}

/**
 * A measure and what it is split by: "Persistent absence by sex". Where the label says the split itself, as
 * "September Guarantee by offer" and "Highest involvement" do, it is not said twice.
 */
export function labelBy(measure: Measure, split: string): string {
  const by = inSentence(split);
  const label = measure.label.replace(/ day by day$/, '');
  return label.toLowerCase().endsWith(by.toLowerCase()) ||
    label.toLowerCase().endsWith(`${by}s`.toLowerCase())
    ? label
    : `${label} by ${by}`;
}

/** The finding of a split: the highest and the lowest group that is shown. */
export function sayGroups(measure: Measure, groups: readonly Group[], split: string): string {
  const shown = groups.filter(({ row }) => row.value.value !== null);
  const sorted = shown.toSorted((a, b) => (b.row.value.value ?? 0) - (a.row.value.value ?? 0));
  const [highest] = sorted;
  const lowest = sorted.at(-1);
  const by = labelBy(measure, split);
  if (!highest || !lowest) return `${by}: no group’s figure can be shown`;
  const say = (end: Group): string => {
    const figure = formatCell(end.row.value, measure.unit);
    const same = sorted.filter(({ row }) => formatCell(row.value, measure.unit) === figure);
    return `${same.length === 1 ? end.name : formatMany(same.length, 'group')} (${figure})`;
  };
  const hidden = groups.filter(({ row }) => row.value.status === 'c').length;
  const rest = hidden === 0 ? '' : `; ${formatMany(hidden, 'group')} hidden`;
  const [most, least] = [say(highest), say(lowest)];
  if (most === least) return `${by}: ${most}${rest}`;
  return `${by}: highest for ${most}, lowest for ${least}${rest}`;
}

/** The finding of a line: the first and the last figure that is shown. */
export function saySeries(
  measure: Measure,
  points: readonly { readonly name: string; readonly row: SafeRow | null }[],
  place: string,
): string {
  const shown = points.flatMap(({ name, row }) =>
    row && row.value.value !== null ? `${formatCell(row.value, measure.unit)} in ${name}` : [],
  );
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) {
    return `${measure.label} in ${place}: no figure can be shown`;
  }
  return shown.length === 1
    ? `${measure.label} in ${place}: ${last}`
    : `${measure.label} in ${place}: from ${first} to ${last}`;
}

/** A dimension's label in a sentence; names such as SEN keep their capitals. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith('English')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}
