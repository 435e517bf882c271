/**
 * The probability values of a family of tests, adjusted so that among those below a level q no more
 * than a share q is expected to be false discoveries; in the order given. Holds for independent tests
 * and for those that depend positively.
 *
 * Source: Benjamini and Hochberg (1995). Equal to R's p.adjust with method "BH".
 *
 * @throws RangeError when a value is not within 0 to 1.
 */
export function adjustForFalseDiscovery(values: readonly number[]): number[] {
  for (const value of values)
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`A probability lies within 0 to 1; it was given ${value}.`);
  const largestFirst = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
  const adjusted = new Array<number>(values.length);
  let least = 1;
  largestFirst.forEach((place, passed) => {
    const rank = values.length - passed;
    least = Math.min(least, (values[place]! * values.length) / rank);
    adjusted[place] = least;
  });
  return adjusted;
}
