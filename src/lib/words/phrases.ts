import { dimensions } from '../measures/dimensions';
import type { Measure } from '../measures/measure';

interface Phrase {
  /** What follows the percentage: "of 16 and 17 year olds". */
  readonly of: string;
  /** What they are: "are NEET or not known". */
  readonly are: string;
}

const phrases: Readonly<Record<string, Phrase>> = {
  neet: { of: 'of 16 and 17 year olds', are: 'are NEET' },
  not_known: { of: 'of 16 and 17 year olds', are: 'have an activity that is not known' },
  neet_or_not_known: { of: 'of 16 and 17 year olds', are: 'are NEET or not known' },
  overall_absence: { of: 'of possible sessions', are: 'were missed' },
  persistent_absence: { of: 'of enrolments', are: 'are persistently absent' },
  severe_absence: { of: 'of enrolments', are: 'are severely absent' },
};

/**
 * The middle of a sentence about a level: "8.1 % of 16 and 17 year olds in Kent are NEET or not
 * known". A measure without a phrase of its own is named by its label.
 */
export function sayLevel(measure: Measure, value: string, place: string): string {
  const phrase = phrases[measure.id];
  return phrase
    ? `${value} ${phrase.of} in ${place} ${phrase.are}`
    : `${measure.label} in ${place} is ${value}`;
}

/** A service code in words. */
export function serviceName(code: string): string {
  return dimensions.service.values[code] ?? code.replaceAll('_', ' ');
}
