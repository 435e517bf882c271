import { CONFIDENCE_95, type Interval } from './confidence';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';

/** People with the same score: how many had the event and how many had not. */
export interface ScoredGroup {
  readonly score: number;
  readonly events: number;
  readonly others: number;
}

export interface AreaUnderCurve {
  /** The chance that somebody with the event scores above somebody without, ties counting half. */
  readonly area: number;
  readonly variance: number;
  /** Within 0 to 1. */
  readonly interval: Interval;
}

/** With fewer on either side the variance is itself hardly known. */
const FEWEST = 10;

/**
 * The area under the receiver operating characteristic curve of grouped scores, with the interval of
 * DeLong: the variance of how each person with the event ranks among those without, and the reverse.
 * 'x' without people on both sides, 'u' with fewer than 10 on either or when no score is shared or
 * out of order, which would give an interval without width.
 *
 * Source: DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44.
 */
export function areaUnderCurve(
  groups: readonly ScoredGroup[],
  z: number = CONFIDENCE_95.z,
): Outcome<AreaUnderCurve> {
  for (const { score, events, others } of groups)
    if (!Number.isFinite(score) || !(events >= 0) || !(others >= 0))
      throw new RangeError(`A group of ${events} and ${others} has the score ${score}.`);
  const ranked: { readonly score: number; events: number; others: number }[] = [];
  for (const group of [...groups].sort((a, b) => a.score - b.score)) {
    const tied = ranked.at(-1);
    if (tied?.score === group.score) {
      tied.events += group.events;
      tied.others += group.others;
    } else ranked.push({ ...group });
  }
  const events = ranked.reduce((sum, tied) => sum + tied.events, 0);
  const others = ranked.reduce((sum, tied) => sum + tied.others, 0);
  if (events === 0 || others === 0)
    return notAvailable('There is nobody with the outcome to compare with somebody without it.');
  if (Math.min(events, others) < FEWEST)
    return unreliable(`Fewer than ${FEWEST} people had the outcome, or had not.`);

  let eventsBelow = 0;
  let othersBelow = 0;
  const places = ranked.map((tied) => {
    const place = {
      ...tied,
      ofEvents: (othersBelow + tied.others / 2) / others,
      ofOthers: 1 - (eventsBelow + tied.events / 2) / events,
    };
    eventsBelow += tied.events;
    othersBelow += tied.others;
    return place;
  });
  const area = places.reduce((sum, place) => sum + place.events * place.ofEvents, 0) / events;
  let spreadOfEvents = 0;
  let spreadOfOthers = 0;
  for (const place of places) {
    spreadOfEvents += place.events * (place.ofEvents - area) ** 2;
    spreadOfOthers += place.others * (place.ofOthers - area) ** 2;
  }
  const variance = spreadOfEvents / (events - 1) / events + spreadOfOthers / (others - 1) / others;
  if (variance === 0)
    return unreliable('The scores leave nothing to judge how sure the area under the curve is.');
  const margin = z * Math.sqrt(variance);
  return answered({
    area,
    variance,
    interval: { lower: Math.max(0, area - margin), upper: Math.min(1, area + margin) },
  });
}
