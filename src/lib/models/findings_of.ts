import type { FindingsContent, FindingsSentence, FindingsTable } from '../disclosure/findings';
import type { Outcome } from '../statistics/outcome';

interface Found {
  readonly sentences: readonly FindingsSentence[];
  readonly tables: readonly FindingsTable[];
}

/** Findings of an outcome: what is made of its result, or the sentence that says why there is none. */
export function findingsOf<T>(
  outcome: Outcome<T>,
  assumptions: readonly string[],
  made: (result: T) => Found,
): FindingsContent {
  if (outcome.status !== 'ok') {
    const { status, because } = outcome;
    return { status, because, sentences: [], tables: [], assumptions };
  }
  return { status: 'ok', because: null, assumptions, ...made(outcome.result) };
}

/** Sentences that rest on so many people that nothing need be hidden, or on none at all. */
export function plainSentences(texts: readonly string[]): readonly FindingsSentence[] {
  return texts.map((text) => ({ text, people: null }));
}
