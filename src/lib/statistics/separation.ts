/** What a row of grouped data holds: no event, nothing but events, or some of both. */
export type RowKind = 'none' | 'all' | 'both';

export type Separation = 'complete' | 'quasi-complete';

/** Movement below this share of the largest is rounding: a direction of growth is known to about 1e-8. */
const STANDS_STILL = 1e-4;

/**
 * Whether moving along a direction makes a regression of events fit ever better, so that it has no
 * finite estimate: `movement` is how far each row's linear predictor goes. It is so exactly when rows
 * with both outcomes stand still, rows without an event only fall and rows with nothing but events only
 * rise. Complete when every row moves. Null when the direction proves no separation.
 *
 * Source: Albert and Anderson (1984), Biometrika 71.
 */
export function separationAlong(
  movement: ArrayLike<number>,
  kinds: readonly RowKind[],
): Separation | null {
  let largest = 0;
  for (let row = 0; row < kinds.length; row++)
    largest = Math.max(largest, Math.abs(movement[row]!));
  if (!(largest > 0) || !Number.isFinite(largest)) return null;
  let still = 0;
  for (const [row, kind] of kinds.entries()) {
    const share = movement[row]! / largest;
    if (Math.abs(share) < STANDS_STILL) still++;
    else if (kind === 'both' || share > 0 !== (kind === 'all')) return null;
  }
  return still === 0 ? 'complete' : 'quasi-complete';
}
