import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatValue, reasonFor } from '../ui/cell';
import { formatCount, formatList } from '../ui/format';
import { changeBetween, sayChange } from './change';
import { placeDistricts } from './expected_range';
import { sayLevel } from './phrases';
import { nameOf, type Places } from './places';
import { rowFor } from './rows';

function basis(row: SafeRow): string {
  const { numerator, denominator } = row;
  if (numerator.value === null || denominator.value === null) return '';
  return ` (${formatCount(numerator.value)} of ${formatCount(denominator.value)})`;
}

/**
 * What a figure says now: "8.1 % of 16 and 17 year olds in Kent are NEET or not known (3,129 of
 * 38,780), up 0.6 points on last year, more than chance would explain." A hidden figure is said to be
 * hidden and why; nothing is said of its size or change.
 */
export function sayFigure(
  table: SafeTable,
  period: string,
  place: string,
  before: { readonly period: string; readonly than: string } | null,
): string {
  const measure = table.measure;
  const row = rowFor(table, period);
  if (row === null) return `There is no figure yet for ${lowerLabel(measure)} in ${place}.`;
  if (row.value.value === null) {
    return `${measure.label} in ${place} is ${reasonFor(row.value.status)}.`;
  }
  const level = sayLevel(measure, formatValue(row.value.value, measure.unit), place) + basis(row);
  const change = before ? changeBetween(measure, row, rowFor(table, before.period)) : null;
  if (!change || !before) return `${level}.`;
  const sure =
    change.arrow === '→'
      ? ''
      : change.certain
        ? ', more than chance would explain'
        : ', which could be chance';
  return `${level}, ${sayChange(measure, change, before.than)}${sure}.`;
}

/** A label within a sentence: names such as NEET keep their capitals. */
export function lowerLabel(measure: Measure): string {
  return /^[A-Z][a-z]/.test(measure.label)
    ? measure.label.charAt(0).toLowerCase() + measure.label.slice(1)
    : measure.label;
}

/**
 * Which districts stand out, over one or more measures: "Thanet and Swale are above the range expected
 * of a Kent district for persistent absence. No district stands out on NEET or not known." Hidden
 * districts are named as hidden, never placed.
 */
export function sayDistricts(
  figures: readonly { readonly table: SafeTable; readonly period: string }[],
  places: Places,
): readonly string[] {
  const outside: string[] = [];
  const level: string[] = [];
  const hidden: string[] = [];
  for (const { table, period } of figures) {
    const label = lowerLabel(table.measure);
    const found = placeDistricts(table, period, places);
    const named = (place: 'above' | 'below') =>
      found.placed
        .filter((district) => district.place === place)
        .sort((a, b) => (b.row.value.value ?? 0) - (a.row.value.value ?? 0))
        .map((district) => nameOf(places, district.code));
    const above = named('above');
    const below = named('below');
    const range = `the range expected of a ${places.name} district for ${label}`;
    if (above.length > 0) {
      const rest = below.length > 0 ? `; ${formatList(below)} ${are(below)} below it` : '';
      outside.push(`${formatList(above)} ${are(above)} above ${range}${rest}.`);
    } else if (below.length > 0) {
      outside.push(`${formatList(below)} ${are(below)} below ${range}.`);
    } else if (found.placed.length > 1) level.push(label);
    const unseen = found.hidden
      .filter(({ row }) => row.value.status === 'c')
      .map(({ code }) => nameOf(places, code))
      .sort((a, b) => a.localeCompare(b, 'en-GB'));
    if (unseen.length > 0) hidden.push(`${formatList(unseen)} (${label})`);
  }
  const sentences = [...outside];
  if (level.length > 0) {
    sentences.push(
      `No district stands out on ${level.join(' or on ')}: their differences are within the expected range.`,
    );
  }
  if (hidden.length > 0) sentences.push(`Hidden to protect people: ${hidden.join('; ')}.`);
  return sentences;
}

function are(names: readonly string[]): string {
  return names.length === 1 ? 'is' : 'are';
}
