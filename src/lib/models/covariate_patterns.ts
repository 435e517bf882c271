export interface FactorLevel {
  readonly code: number;
  readonly label: string;
  /** The people with it, for sentences: "young people with an education, health and care plan". */
  readonly who?: string;
}

export interface Factor {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly FactorLevel[];
  /** The code of the level that the others are compared with. */
  readonly reference: number;
  /** The code of the level that levels too small to stand alone join, if the factor has one. */
  readonly other?: number;
}

/** People who are alike in every factor, and how many of them had the outcome. Never one person's row. */
export interface CovariatePattern {
  /** The code of the level of each factor, in the order of the factors. */
  readonly levels: readonly number[];
  readonly people: number;
  readonly events: number;
}

/** @throws RangeError when a code is none of its factor's levels, or the counts cannot be. */
export function checkPatterns(
  factors: readonly Factor[],
  patterns: readonly CovariatePattern[],
): void {
  const known = factors.map(({ levels }) => new Set(levels.map(({ code }) => code)));
  for (const [i, { id, reference }] of factors.entries())
    if (!known[i]!.has(reference)) throw new RangeError(`${id} has no level ${reference}.`);
  for (const { levels, people, events } of patterns) {
    if (levels.length !== factors.length || levels.some((code, i) => !known[i]!.has(code)))
      throw new RangeError(
        `The codes ${levels.join(', ')} are not levels of ${factors.map(({ id }) => id).join(', ')}.`,
      );
    if (!Number.isInteger(people) || !Number.isInteger(events) || events < 0 || events > people)
      throw new RangeError(`A pattern has ${events} events among ${people} people.`);
  }
}
