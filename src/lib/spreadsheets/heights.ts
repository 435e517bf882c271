import type { Sheet } from './sheets';

/** A line of text of 12 points, and what a row has beside its lines, in points. */
const LINE = 14.5;
const AROUND = 2;
/** The title of a sheet, which is larger. */
const TITLE = 22;
/** Excel has no higher rows. */
const HIGHEST = 409;

/** The height of a row of ordinary text, in points. */
export const ONE_LINE = LINE + AROUND;

/** The height of a row in points. */
export function heightOf({ heights }: Sheet, row: number): number {
  return row === 0 ? TITLE : Math.min(LINE * (heights[row] ?? 1) + AROUND, HIGHEST);
}
