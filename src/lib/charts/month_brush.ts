import { getContext, setContext } from 'svelte';
import { monthsBetween, type Months } from '../view/months';
import type { Mark } from './picture';

/** Months chosen on any axis of time of a page; the page follows, and every such axis shows them. */
export interface MonthBrush {
  readonly chosen: Months | null;
  readonly choose: (months: Months | null) => void;
}

const key = Symbol('month brush');

/** Lets months be chosen on the pictures of this page. To be called while the page is set up. */
export function brushMonths(brush: MonthBrush): void {
  setContext(key, brush);
}

/** The brush of the page; none on a page whose figures follow no months. */
export function monthBrush(): MonthBrush | undefined {
  return getContext<MonthBrush | undefined>(key);
}

/** Where the chosen months lie in a picture, from left to right, in its own coordinates. */
export interface Band {
  readonly left: number;
  readonly width: number;
}

/** Whether a picture has an axis of time with months to choose among. */
export function isOverMonths(marks: readonly Mark[]): boolean {
  return new Set(marks.flatMap(({ month }) => month ?? [])).size > 2;
}

/** The marks of each month axis, in order; pictures side by side have one each. */
function axes(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const found: Mark[][] = [];
  for (const mark of [...marks]
    .filter(({ month }) => month !== undefined)
    .sort((a, b) => a.x - b.x)) {
    const axis = found.at(-1);
    // Time goes on to the right: where it falls back another axis begins.
    if (axis === undefined || (axis.at(-1)?.month ?? '') > (mark.month ?? '')) found.push([mark]);
    else axis.push(mark);
  }
  return found;
}

/** Half the way from one month to the next. */
function halfStep(axis: readonly Mark[]): number {
  const places = [...new Set(axis.map(({ x }) => x))];
  const [first = 0, last = first] = [places[0], places.at(-1)];
  return places.length < 2 ? 8 : (last - first) / (places.length - 1) / 2;
}

/** The bands that show chosen months, one an axis that has any of them. */
export function bandsOf(marks: readonly Mark[], { from, to }: Months): readonly Band[] {
  return axes(marks).flatMap((axis) => {
    const inside = axis.filter(({ month = '' }) => month >= from && month <= to);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return [];
    const half = halfStep(axis);
    return [{ left: first.x - half, width: last.x - first.x + 2 * half }];
  });
}

/** The months between two places of a picture; null where it has no axis of time. */
export function monthsAcross(marks: readonly Mark[], startX: number, endX: number): Months | null {
  const nearest = (among: readonly Mark[], x: number): Mark | undefined =>
    among.reduce<Mark | undefined>(
      (best, mark) => (!best || Math.abs(mark.x - x) < Math.abs(best.x - x) ? mark : best),
      undefined,
    );
  const all = axes(marks);
  const start = nearest(all.flat(), startX);
  const axis = all.find((each) => start !== undefined && each.includes(start)) ?? [];
  const end = nearest(axis, endX);
  return start?.month === undefined || end?.month === undefined
    ? null
    : monthsBetween(start.month, end.month);
}
