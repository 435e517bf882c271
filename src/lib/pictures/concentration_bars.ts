import type { SafeTable } from '../disclosure/safe_table';
import { inSentence } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import { formatCell, formatValue } from '../ui/cell';
import { periodLabel } from '../view/periods';
import { rowFor } from '../words/rows';
import type { Bar, BarFigures } from './bars';
import { barsOf, type ProfileAsked } from './profile';

/** What the most absent tenth would hold if everybody missed as much as everybody else. */
const evenShare = 0.1;

/**
 * The share of all absence that falls on the most absent tenth, the whole first and then each group: the
 * first point of the curve of concentration (`concentration_curve.ts`) for many groups beside each other.
 */
export function concentrationFigures(asked: ProfileAsked): BarFigures {
  const { table, whole, period, place, choosable } = asked;
  const row = whole ? rowFor(whole, period) : null;
  const all: Bar[] = row
    ? [{ code: 'whole', name: place, short: place, row, before: null, isWhole: true }]
    : [];
  const groups = barsOf(asked).map((bar) => ({ ...bar, before: null }));
  return {
    measure: table.measure,
    bars: [...all, ...groups],
    line: { name: 'if all missed alike', value: evenShare },
    whole: row ? { name: place, row } : null,
    than: '',
    choosable,
  };
}

/** What falls on the most absent tenth, and in which group the most. */
export function concentrationTitle(figures: BarFigures, asked: ProfileAsked): string {
  const { place, period, by } = asked;
  const unit = figures.measure.unit;
  const all = figures.whole?.row.value ?? null;
  const head =
    all === null || all.value === null
      ? `How much of all absence in ${place} falls on the most absent tenth cannot be shown`
      : `The most absent tenth of enrolments in ${place} accounts for ${formatValue(all.value, unit)} of all absence in ${periodLabel(period)}`;
  const shown = figures.bars
    .filter(({ row, isWhole }) => row.value.value !== null && !isWhole)
    .sort((a, b) => (b.row.value.value ?? 0) - (a.row.value.value ?? 0));
  const most = shown[0];
  if (!most || shown.length < 2) return head;
  return `${head}; by ${inSentence(dimensions[by].label)} it is highest for ${most.name} (${formatCell(most.row.value, unit)})`;
}

/** The tables behind the picture. */
export function tablesOf({ table, whole }: ProfileAsked): readonly SafeTable[] {
  return whole ? [table, whole] : [table];
}
