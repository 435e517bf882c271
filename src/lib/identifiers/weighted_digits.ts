/** The sum of the first nine digits of a ten-digit number, weighted from 10 down to 2. */
export function weightedSum(tenDigits: string): number {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(tenDigits[at]) * (10 - at);
  return sum;
}
