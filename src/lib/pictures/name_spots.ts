/** A point that is to be named, in the picture's own coordinates. */
export interface NamedPoint {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Named even where it covers something. */
  readonly must: boolean;
}

/** Where a name stands: to the right of its point, or to the left of it near the edge. */
export interface NameSpot {
  readonly point: NamedPoint;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const letter = 6.4;
const line = 13;

/** Places names beside their points so that none covers another or a dot; those without room are left out. */
export function nameSpots(
  points: readonly NamedPoint[],
  dots: readonly { readonly x: number; readonly y: number }[],
  right: number,
): readonly NameSpot[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const spots: NameSpot[] = [];
  for (const point of points.toSorted((a, b) => Number(b.must) - Number(a.must))) {
    const room = point.name.length * letter;
    const late = point.x + room + 12 > right;
    const from = late ? point.x - room - 10 : point.x + 10;
    const to = from + room;
    const isClear = (y: number) =>
      !taken.some(
        (other) => other.left < to && other.right > from && Math.abs(other.y - y) < line,
      ) &&
      !dots.some(
        (dot) =>
          dot.x > from - 4 && dot.x < to + 4 && Math.abs(dot.y - y) < 10 && !isAt(dot, point),
      );
    const clear = [0, -line, line].find((shift) => isClear(point.y + shift));
    if (clear === undefined && !point.must) continue;
    const y = point.y + (clear ?? 0);
    taken.push({ left: from, right: to, y });
    spots.push({ point, x: late ? to : from, y, anchor: late ? 'end' : 'start' });
  }
  return spots;
}

function isAt(dot: { readonly x: number; readonly y: number }, { x, y }: NamedPoint): boolean {
  return dot.x === x && dot.y === y;
}
