import { roundHalfUp } from '../statistics/rounding';

const space = '\u00a0';

/** 0.081 as "8.1 %". */
export function percent(share: number, places = 1): string {
  return `${roundHalfUp(100 * share, places).toFixed(places)}${space}%`;
}

/** 2.1 as "2.1", 0.083 as "0.08", 14.3 as "14". */
export function ratio(value: number): string {
  const places = value < 1 ? 2 : value < 10 ? 1 : 0;
  return roundHalfUp(value, places).toFixed(places);
}

/** "a", "a and b", "a, b and c". */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** “a”, “b” and “c”, each in quotation marks. */
export function quoted(names: readonly string[]): string {
  return list(names.map((name) => `“${name}”`));
}

/**
 * How likely `subject` is compared with `other`, the ratio of the two shares given: "a were about
 * twice as likely to x as b", "a were about 30 % less likely to x than b".
 */
export function sayLikelihood(
  subject: string,
  times: number,
  outcome: string,
  other: string,
): string {
  const equal = `${subject} were about as likely to ${outcome} as ${other}`;
  const as = (words: string): string =>
    `${subject} were ${words} as likely to ${outcome} as ${other}`;
  const than = (change: number, word: string): string =>
    `${subject} were about ${percent(change, 0)} ${word} likely to ${outcome} than ${other}`;
  if (times >= 1.5) {
    const whole = Math.round(times);
    if (whole <= 4 && Math.abs(times / whole - 1) <= 0.05)
      return as(whole === 2 ? 'about twice' : `about ${whole === 3 ? 'three' : 'four'} times`);
    return as(`about ${ratio(times).replace(/\.0$/, '')} times`);
  }
  if (times >= 1.05) return than(times - 1, 'more');
  if (times > 0.95) return equal;
  if (Math.abs(times - 0.5) <= 0.025) return as('about half');
  return than(1 - times, 'less');
}
