import type { Estimate } from '../statistics/confidence';
import type { MatchedDifference } from '../statistics/matched_difference';
import type { Outcome } from '../statistics/outcome';
import { roundHalfUp } from '../statistics/rounding';
import type { EffectivenessWords } from './effectiveness';

interface Found {
  readonly difference: MatchedDifference;
  readonly placebo: Outcome<MatchedDifference>;
  readonly matchedShare: number;
}

/** The one sentence that says what may and what may not be concluded. */
export function conclude(words: EffectivenessWords, { difference, placebo }: Found): string {
  const { treatment, outcome, unit, times } = words;
  const say = (value: number): string => roundHalfUp(value * times, 1).toFixed(1);
  const limits = `95 % interval ${say(difference.lower)} to ${say(difference.upper)} ${unit}`;
  if (placebo.status === 'ok' && !spansNought(placebo.result))
    return `People with ${treatment} and like people without were already parting in ${outcome} before it began, so the difference afterwards (${say(difference.value)}, ${limits}) may not be put down to it.`;
  if (spansNought(difference))
    return `After ${treatment} ${outcome} changed no differently from that of like people without than chance could make (difference ${say(difference.value)}, ${limits}), which shows neither that it works nor that it does not.`;
  const direction = difference.value < 0 ? 'lower' : 'higher';
  return `After ${treatment} ${outcome} was ${say(Math.abs(difference.value))} ${unit} ${direction} than if it had changed as it did among like people without (${limits} of difference), which may be said to go with it but not to be proved its effect, because nobody was chosen at random.`;
}

/** What a reader must keep in mind, a sentence each. */
export function cautionsOf(
  { treatment, outcome }: EffectivenessWords,
  { difference, placebo, matchedShare }: Found,
): string[] {
  const cautions = [
    `People come to ${treatment} when ${outcome} is at its worst and would partly have recovered anyway; matching on the time before takes out some of that, not all.`,
    'Only what was matched on is alike; what is not in the data may differ.',
  ];
  if (matchedShare < 0.995)
    cautions.push(
      `It speaks of the ${Math.floor(100 * matchedShare)} % of people with ${treatment} for whom like people without were found.`,
    );
  if (difference.limitsFrom === 'people')
    cautions.push(
      'There are too few clusters to allow for people of the same one being alike, so the interval is somewhat too narrow.',
    );
  if (placebo.status !== 'ok')
    cautions.push('Whether the two groups were parting before it began could not be checked.');
  return cautions;
}

function spansNought({ lower, upper }: Estimate): boolean {
  return lower <= 0 && upper >= 0;
}
