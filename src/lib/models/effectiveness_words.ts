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
  const say = (value: number): string => sayNumber(value * times);
  const { value, lower, upper } = difference;
  const told = `${say(value)} ${unit} (95 % interval ${say(lower)} to ${say(upper)})`;
  if (placebo.status === 'ok' && !spansNought(placebo.result))
    return `People with ${treatment} and like people without were already parting in ${outcome} before it began, so the difference of ${told} afterwards may not be put down to it.`;
  if (spansNought(difference))
    return `After ${treatment}, the change in ${outcome} could not be told from that among like people without: chance alone could make the difference of ${told}, which shows neither that it works nor that it does not.`;
  const [from, to] = value < 0 ? [-upper, -lower] : [lower, upper];
  return `After ${treatment}, ${outcome} was ${say(Math.abs(value))} ${unit} ${value < 0 ? 'lower' : 'higher'} (95 % interval ${say(from)} to ${say(to)}) than if it had changed as it did among like people without; the two go together, but that does not prove the one the cause of the other, because nobody was chosen at random.`;
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

/** To one place, with a minus sign that is not a hyphen. */
function sayNumber(value: number): string {
  return roundHalfUp(value, 1).toFixed(1).replace('-', '−');
}
