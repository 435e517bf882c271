import type { SafeCell, Status } from '../disclosure/safe_table';
import { onScreen, symbolOf } from '../disclosure/symbols';
import { formatInUnit } from './format';
import { unitForms } from './units';

export type CellKind = keyof typeof unitForms;

const reasons: Readonly<Record<Exclude<Status, 'ok'>, string>> = {
  c: 'hidden to protect people, because few are counted',
  z: 'not applicable',
  x: 'not available',
  low: 'rounds to zero but is not zero',
  u: 'low reliability',
};

/** Why a cell shows no number, or how far to trust it, in plain words; empty when it is an ordinary number. */
export function reasonFor(status: Status): string {
  return status === 'ok' ? '' : reasons[status];
}

/** The reason as it stands in a table or picture on the screen: [c], [z], [x], [low], [u]. */
export function symbolFor(status: Status): string {
  return symbolOf(status, onScreen);
}

/** What a picture writes where a figure is hidden. */
export const hiddenLabel = `hidden ${symbolFor('c')}`;

/** A number in the unit of its measure. Rates are fractions. */
export function formatValue(value: number, kind: CellKind): string {
  return formatInUnit(value, unitForms[kind]);
}

/** A cell as text: the number, or the symbol of the reason there is none. */
export function formatCell(cell: SafeCell, kind: CellKind): string {
  if (cell.value === null) return symbolFor(cell.status === 'ok' ? 'x' : cell.status);
  return cell.status === 'u'
    ? `${formatValue(cell.value, kind)} ${symbolFor('u')}`
    : formatValue(cell.value, kind);
}

/** A cell in a column whose heading or caption says the unit: "41.2" rather than "41.2 per 1,000". */
export function formatInTable(cell: SafeCell, kind: CellKind): string {
  return formatCell(cell, kind).replace(/\sper\s[\d,]+/, '');
}

/** A cell as spoken: the number, or "hidden to protect people, because few are counted". */
export function sayCell(cell: SafeCell, kind: CellKind): string {
  if (cell.value === null) return reasonFor(cell.status === 'ok' ? 'x' : cell.status);
  return formatValue(cell.value, kind);
}

/**
 * The interval in words: "95 % interval 7.8 % to 8.4 %"; null when its ends are not shown. An interval
 * too narrow to see at one decimal says so rather than repeating the value twice.
 */
export function sayInterval(lower: SafeCell, upper: SafeCell, kind: CellKind): string | null {
  if (lower.value === null || upper.value === null) return null;
  const [from, to] = [formatValue(lower.value, kind), formatValue(upper.value, kind)];
  return from === to ? '95 % interval narrower than 0.1' : `95 % interval ${from} to ${to}`;
}
