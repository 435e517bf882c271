/** Why there is no answer: `x` = not available, `u` = too unreliable to show; with a sentence for the reader. */
export interface NotEnough {
  readonly status: 'x' | 'u';
  readonly because: string;
}

/** What a statistic or model answers: a result, or that the data do not carry one. Never a wild number. */
export type Outcome<T> = { readonly status: 'ok'; readonly result: T } | NotEnough;

export function answered<T>(result: T): Outcome<T> {
  return { status: 'ok', result };
}

/** There is nothing to work the figure out from. */
export function notAvailable(because: string): NotEnough {
  return { status: 'x', because };
}

/** There is something, but a figure worked out from it would mislead. */
export function unreliable(because: string): NotEnough {
  return { status: 'u', because };
}
