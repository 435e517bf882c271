import type { FindingsRow, FindingsTable } from '../../disclosure/findings';
import type { Estimate } from '../../statistics/confidence';
import { sum } from '../../statistics/sum';
import { wilsonInterval } from '../../statistics/wilson';
import type { CovariatePattern } from '../covariate_patterns';
import type { RiskPoints, ThresholdFigures } from '../risk_points';
import type { PointsFactor } from '../risk_points_table';

/** Counts at a threshold, each rounded to fives. */
export interface RoundedThreshold {
  readonly flagged: number;
  readonly share: number;
  readonly recall: Estimate;
  readonly precision: Estimate;
  /** The fewest picked out or left, with the outcome or without. */
  readonly fewest: number;
}

/**
 * The figures of a threshold from counts rounded to fives: whoever asks twice, with points that differ
 * by little, could otherwise count the few between.
 */
export function rounded(
  found: RiskPoints,
  { flagged, precision }: ThresholdFigures,
): RoundedThreshold {
  const flaggedEvents = Math.round(precision.value * flagged);
  const flaggedOthers = flagged - flaggedEvents;
  const others = found.people - found.events;
  const part = toFives(flaggedEvents);
  const whole = part + toFives(flaggedOthers);
  const events = toFives(found.events);
  return {
    flagged: whole,
    share: whole / (events + toFives(others)),
    recall: { value: part / events, ...wilsonInterval(part, events)! },
    precision: { value: part / whole, ...wilsonInterval(part, whole)! },
    fewest: Math.min(
      ...[flaggedEvents, flaggedOthers, found.events - flaggedEvents, others - flaggedOthers],
    ),
  };
}

function toFives(count: number): number {
  return 5 * Math.round(count / 5);
}

export function thresholdsOf(found: RiskPoints): FindingsTable {
  return {
    id: 'thresholds',
    title: 'What each number of points would pick out',
    columns: [
      { id: 'points', label: 'Points', kind: 'text', names: true },
      { id: 'flagged', label: 'Picked out', kind: 'count' },
      { id: 'share', label: 'Of all', kind: 'percent' },
      { id: 'recall', label: 'Of those NEET, picked out', kind: 'percent' },
      { id: 'recall_lower', label: '95 % from', kind: 'percent' },
      { id: 'recall_upper', label: 'to', kind: 'percent' },
      { id: 'precision', label: 'Of those picked out, NEET', kind: 'percent' },
      { id: 'precision_lower', label: '95 % from', kind: 'percent' },
      { id: 'precision_upper', label: 'to', kind: 'percent' },
    ],
    rows: found.thresholds.map(({ points, figures }): FindingsRow => {
      const name = `${points} or more`;
      if (figures.status !== 'ok')
        return { cells: { points: name }, people: null, status: figures.status };
      const { flagged, share, recall, precision, fewest } = rounded(found, figures.result);
      return {
        cells: {
          points: name,
          flagged,
          share,
          recall: recall.value,
          recall_lower: recall.lower,
          recall_upper: recall.upper,
          precision: precision.value,
          precision_lower: precision.lower,
          precision_upper: precision.upper,
        },
        people: fewest,
      };
    }),
    note: 'A threshold is left empty where fewer than 10 people with the outcome, or without, are picked out, left, or lie between it and the next. Counts are rounded to fives and shares are of rounded counts, so that two tables of points cannot be taken from each other.',
  };
}

/** The table of points, and how many the extracts hold at each level. */
export function pointsOf(
  available: readonly PointsFactor[],
  patterns: readonly CovariatePattern[],
): FindingsTable {
  return {
    id: 'points',
    title: 'The points given, and who has them',
    columns: [
      { id: 'factor', label: 'On record', kind: 'text', names: true },
      { id: 'level', label: 'Level', kind: 'text', names: true },
      { id: 'points', label: 'Points', kind: 'text', names: true },
      { id: 'people', label: 'People', kind: 'count' },
      { id: 'share', label: 'NEET', kind: 'percent' },
    ],
    rows: available.flatMap(({ label, levels }, index) => {
      const counted = levels.map((level) => {
        const own = patterns.filter((pattern) => pattern.levels[index] === level.code);
        const people = sum(own.map((pattern) => pattern.people));
        const events = sum(own.map((pattern) => pattern.events));
        return { level, people, events };
      });
      // All levels of a record or none: the one left out would be what the others leave of the whole.
      const fewest = Math.min(
        ...counted
          .filter(({ people }) => people > 0)
          .map(({ people, events }) => Math.min(events, people - events)),
      );
      return counted.map(({ level, people, events }) => ({
        cells: {
          factor: label,
          level: level.label,
          points: String(level.points),
          people,
          share: people > 0 ? events / people : null,
        },
        people: fewest,
      }));
    }),
    note: 'All levels of a record are hidden where one has few people who were NEET, or who were not.',
  };
}
