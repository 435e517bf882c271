const steps: readonly (readonly number[])[] = [
  [1],
  [1, 3],
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
  [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9],
  [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9],
];

/** Round numbers along a log axis: as many as there is room for, always with 1 where it lies within. */
export function logTicks(low: number, high: number, most: number): readonly number[] {
  const within = (mantissas: readonly number[]): readonly number[] => {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1)
      for (const mantissa of mantissas) {
        const tick = Number((mantissa * 10 ** power).toPrecision(3));
        if (tick >= low && tick <= high) found.push(tick);
      }
    return found;
  };
  return steps.map(within).findLast((ticks) => ticks.length <= most) ?? within([1]).slice(0, most);
}
