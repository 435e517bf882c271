import { formatMonthShort } from '../ui/format';

/** A month under an axis: its letter where there is little room. */
export function monthTick(month: string, step: number): string {
  const name = formatMonthShort(month);
  return step < 28 ? name.charAt(0) : name;
}

/** Heights pushed apart by a gap, in their own order, and none past the floor. */
export function pushedApart(heights: readonly number[], gap: number, floor: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let least = -Infinity;
  for (const index of order) {
    placed[index] = Math.max(heights[index]!, least + gap);
    least = placed[index];
  }
  const over = Math.max(0, least - floor);
  return placed.map((height) => height - over);
}
