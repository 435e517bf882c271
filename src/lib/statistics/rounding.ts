/**
 * Rounds half away from zero to `digits` decimal places, as published statistics do; 0.285 as a
 * percentage to no place is 29, although 100 * 0.285 is 28.499999999999996 in binary.
 */
export function roundHalfUp(value: number, digits = 0): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && digits >= 0)) return value;
  // Fourteen significant digits drop the error of a few binary operations and keep any published one.
  const rounded = shiftDecimal(
    Math.round(shiftDecimal(Number(Math.abs(value).toExponential(13)), digits)),
    -digits,
  );
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Rounds half away from zero to a multiple of `base`: counts to the nearest 5 or 10. */
export function roundToBase(value: number, base: number): number {
  return roundHalfUp(value / base) * base;
}

/** Moves the decimal point in the decimal text, because multiplying by a power of ten is not exact. */
function shiftDecimal(value: number, places: number): number {
  const [mantissa, exponent] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
