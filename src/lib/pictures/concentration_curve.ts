import type { SafeCell, SafeRow, SafeTable } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import { formatCell, formatValue, sayCell } from '../ui/cell';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { rowsFor } from '../words/rows';

const tenths = 10;
const hidden: SafeCell = { value: null, status: 'c' };

/** A tenth of enrolments, from the most absent, and the curve up to its end. */
export interface Tenth {
  /** 1 is the most absent. */
  readonly no: number;
  readonly name: string;
  /** Sessions missed by it, and their share of all; as in the table or hidden with a neighbour. */
  readonly missed: SafeCell;
  readonly share: SafeCell;
  /** The share of all absence of this tenth and those before it; null where it is not known. */
  readonly upToHere: number | null;
}

export interface ConcentrationCurve {
  readonly tenths: readonly Tenth[];
  /** All sessions missed. */
  readonly all: SafeCell;
}

/**
 * The curve in tenths, most absent first. All absence is known, so one hidden tenth could be worked out from
 * the nine others: then the one before it is hidden as well.
 */
export function concentrationCurve(table: SafeTable, period: string): ConcentrationCurve {
  const rows = rowsFor(table, period)
    .flatMap((row): readonly { no: number; row: SafeRow }[] => {
      const no = Number(row.keys.absence_tenth);
      return Number.isInteger(no) ? [{ no, row }] : [];
    })
    .sort((a, b) => a.no - b.no);
  const withheld = hiddenWith(rows.map(({ row }) => row.value));
  const parts = rows.map(({ no, row }, index) => ({
    no,
    name: dimensions.absence_tenth.values[no] ?? `Tenth ${no}`,
    missed: withheld === index ? hidden : row.numerator,
    share: withheld === index ? hidden : row.value,
  }));
  const sumOf = (some: readonly { readonly share: SafeCell }[]): number | null =>
    some.every(({ share }) => share.value !== null)
      ? some.reduce((sum, { share }) => sum + (share.value ?? 0), 0)
      : null;
  return {
    tenths: parts.map((part, index) => {
      const before = sumOf(parts.slice(0, index + 1));
      const after = sumOf(parts.slice(index + 1));
      return { ...part, upToHere: before ?? (after === null ? null : 1 - after) };
    }),
    all: rows.find(({ row }) => row.denominator.value !== null)?.row.denominator ?? hidden,
  };
}

/** The place of the neighbour that is hidden with a tenth that is hidden alone; null where none need be. */
function hiddenWith(shares: readonly SafeCell[]): number | null {
  const places = shares.flatMap(({ value, status }, at) =>
    value === null && status === 'c' ? [at] : [],
  );
  if (places.length !== 1) return null;
  return places[0] === 0 ? 1 : places[0]! - 1;
}

/** Where the curve is after some tenths; 0 before the first. */
export function heightAfter({ tenths: parts }: ConcentrationCurve, no: number): number | null {
  return no === 0 ? 0 : (parts[no - 1]?.upToHere ?? null);
}

/** What falls on the most absent tenth and on the less absent half. */
export function curveTitle(curve: ConcentrationCurve, period: string, place: string): string {
  const [first] = curve.tenths;
  if (first?.share.value == null)
    return `How much of all absence in ${place} falls on the most absent tenth cannot be shown`;
  const head = `The most absent tenth of enrolments in ${place} missed ${formatCell(first.share, 'percent')} of all sessions missed in ${periodLabel(period)}`;
  const half = heightAfter(curve, tenths / 2);
  return half === null
    ? head
    : `${head}, the less absent half ${formatValue(Math.max(0, 1 - half), 'percent')}`;
}

/** What is said of a point of the curve. */
export function sayTenth({ no, share, upToHere }: Tenth): string {
  const own = share.value === null ? sayCell(share, 'percent') : formatCell(share, 'percent');
  const together =
    upToHere === null || no === 1
      ? ''
      : `; with the tenths before it ${formatValue(upToHere, 'percent')} of all absence`;
  return `${own}${share.value === null ? '' : ' of all absence'}${together}`;
}

/** The tenths, with the points of the curve. */
export function curveTable(
  { tenths: parts, all }: ConcentrationCurve,
  period: string,
  place: string,
): TableModel {
  return {
    caption: `Absence by tenth of enrolments, ${place}, ${periodLabel(period)}`,
    columns: [
      { id: 'absence_tenth', label: dimensions.absence_tenth.label, kind: 'text' },
      { id: 'missed', label: 'Sessions missed', kind: 'count' },
      { id: 'all_missed', label: 'Out of', kind: 'count' },
      { id: 'share', label: 'Share of all absence', kind: 'percent' },
      { id: 'up_to_here', label: 'With the tenths before it', kind: 'percent' },
    ],
    rows: parts.map(({ no, name, missed, share, upToHere }) => ({
      key: String(no),
      cells: [
        name,
        missed,
        missed.value === null ? hidden : all,
        share,
        upToHere === null ? hidden : { value: upToHere, status: 'ok' as const },
      ],
    })),
  };
}
