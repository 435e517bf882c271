import { makeCounts, type CountRow, type Counts } from '../disclosure/counts';
import type { AskOptions, Engine } from '../engine/engine';
import { countRows, howMade, type Covers } from './count';
import { partsBeside } from './catalogue';
import type { Measure } from './measure';
import type { FigureRequest } from './request';
import { SharedWork } from './shared_work';
import { answersPart, partOf, widened } from './widened';

/** Answers that are kept; the oldest makes room. One has a few rows, seldom more than a thousand. */
const mostKept = 400;

/**
 * Counts as `count` does, and keeps what was counted while the extracts stay as they are. A filter to one group
 * is answered out of the same question split by that dimension, so that the reader who looks through the
 * districts asks the engine once. What is said of how a figure is made is the question as it was asked.
 */
export class KeptCounts {
  readonly #answers = new Map<string, SharedWork<readonly CountRow[]>>();

  /** As `count`. Those who ask the same at the same time share one question. */
  async count(
    engine: Engine,
    measure: Measure,
    request: FigureRequest,
    covered: Covers,
    options: Pick<AskOptions, 'signal'> = {},
  ): Promise<Counts> {
    const made = howMade(measure, request, covered);
    const answerTo = (asked: FigureRequest, of = measure): Promise<readonly CountRow[]> =>
      this.#answer(engine, of, { ...asked, measure: of.id }, covered).wait(options.signal);
    const besides = (asked: FigureRequest) =>
      Promise.all(
        partsBeside(measure).map(async (of) => ({ measure: of, rows: await answerTo(asked, of) })),
      );
    const part = partOf(measure, request);
    if (part !== undefined) {
      const wide = widened(measure, request);
      const { by, where } = wide;
      const [rows, beside] = await Promise.all([answerTo(wide), besides(wide)]);
      if (answersPart(measure, request, part, rows))
        return makeCounts({ measure, by, where, rows, made, beside, part });
    }
    const { by, where } = request;
    const [rows, beside] = await Promise.all([answerTo(request), besides(request)]);
    return makeCounts({ measure, by, where, rows, made, beside });
  }

  #answer(
    engine: Engine,
    measure: Measure,
    request: FigureRequest,
    covered: Covers,
  ): SharedWork<readonly CountRow[]> {
    const key = JSON.stringify([request.measure, request.periods, request.by, request.where]);
    const kept = this.#answers.get(key);
    this.#answers.delete(key);
    const answer =
      kept ??
      new SharedWork(
        async (signal) => (await countRows(engine, measure, request, covered, { signal })).rows,
        (hasResult) => {
          if (!hasResult && this.#answers.get(key) === answer) this.#answers.delete(key);
        },
      );
    // The one asked for last stands last.
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
