import type { SafeFindingsTable } from '../disclosure/safe_findings';
import type { SafeCell } from '../disclosure/safe_table';
import { formatCell, sayCell, type CellKind } from '../ui/cell';
import { sentences, type PicturesOf } from './findings_picture';
import { monthInWords } from './months';
import { cellOf, formatDifference, kindOf, wordOf } from './row_words';

/** A month's difference to the year before in a process chart. */
export interface ProcessMonth {
  readonly month: string;
  readonly difference: SafeCell;
  /** The rule it breaks: "outside the limits"; null where it breaks none. */
  readonly rule: string | null;
  readonly way: 'high' | 'low' | null;
  /** The first of neighbours with the same signal, which carries the label for all. */
  readonly isFirst: boolean;
  readonly said: string;
}

export interface ProcessFigures {
  readonly kind: CellKind;
  readonly months: readonly ProcessMonth[];
  /** The same for all months; null when every row is hidden. */
  readonly levels: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
}

export function processFigures(table: SafeFindingsTable): ProcessFigures {
  const kind = kindOf(table, 'difference');
  const shown = table.rows.find((row) => cellOf(row, 'mean').value !== null);
  const level = (id: string) => (shown ? (cellOf(shown, id).value ?? 0) : 0);
  let before = '';
  const months = table.rows.map((row): ProcessMonth => {
    const signal = wordOf(row, 'signal');
    const difference = cellOf(row, 'difference');
    const [, rule = null, way = null] = /^(.*), (high|low)$/.exec(signal) ?? [];
    const isFirst = signal !== '' && signal !== before;
    before = signal;
    return {
      month: wordOf(row, 'month'),
      difference,
      rule,
      way: way as ProcessMonth['way'],
      isFirst,
      said:
        difference.value === null
          ? sayCell(difference, kind)
          : `${formatDifference(difference.value, kind)} on a year before, at ${formatCell(cellOf(row, 'value'), kind)}; ${signal === '' ? 'no signal' : `signal: ${signal}`}`,
    };
  });
  return {
    kind,
    months,
    levels: shown ? { mean: level('mean'), lower: level('lower'), upper: level('upper') } : null,
  };
}

export const processPicture: PicturesOf = (table, { asked }) => {
  const figures = processFigures(table);
  const { months, levels, kind } = figures;
  if (levels === null) return [];
  const flagged = months.filter(({ rule }) => rule !== null);
  const latest = flagged.at(-1);
  return [
    {
      id: 'process',
      title:
        latest === undefined
          ? 'No signal: the months vary as they have before'
          : `${flagged.length} of ${months.length} months carry a signal; the latest is ${monthInWords(latest.month)}: ${latest.rule}, ${latest.way}`,
      subtitle: sentences(
        asked,
        `Each month less the same month of the year before, ${kind === 'percent' ? 'percentage points' : 'number'}, with the mean and the natural limits`,
        'Triangles: months with a signal; the first of a run is named',
      ),
      draw: async (width) => (await import('./draw_process')).drawProcess(figures, width),
      maxWidth: 1100,
    },
  ];
};
