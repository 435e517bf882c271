/** A list with one entry so many places towards the end, or towards the start when less than none; never beyond either. */
export function moved<T>(list: readonly T[], from: number, places: number): readonly T[] {
  if (!(from in list)) return list;
  const others = list.filter((_, index) => index !== from);
  const to = Math.max(0, Math.min(others.length, from + places));
  return [...others.slice(0, to), list[from] as T, ...others.slice(to)];
}
