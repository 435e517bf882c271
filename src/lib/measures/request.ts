import type { DimensionId } from './measure';

/** What is asked for: a measure, one or more periods, split by dimensions and filtered to codes. */
export interface FigureRequest {
  readonly measure: string;
  /** Periods as text (see `parsePeriod`). */
  readonly periods: readonly string[];
  readonly by: readonly DimensionId[];
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
}

/** A request that cannot be answered, in words for the person who asked. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
