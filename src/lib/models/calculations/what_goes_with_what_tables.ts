import type { FindingsRow, FindingsTable } from '../../disclosure/findings';
import { CONFIDENCE_95, type Interval } from '../../statistics/confidence';
import type { Outcome } from '../../statistics/outcome';
import { FEWEST_SHOWN } from '../small_groups';
import type { WhatGoesWithWhat } from '../what_goes_with_what';

interface Counted {
  readonly people: number;
  readonly events: number;
}

/** The fewer of those with the outcome and those without. */
export function fewestOf({ people, events }: Counted): number {
  return Math.min(events, people - events);
}

/**
 * Whether sizes must be rounded: people left out with small groups could be counted by taking what is
 * shown from everybody, so that a few of them must not be told exactly.
 */
export function roundsSizes(found: Counted, everybody: Counted): boolean {
  const people = everybody.people - found.people;
  const events = everybody.events - found.events;
  return [events, people - events].some((left) => left > 0 && left < FEWEST_SHOWN);
}

export function linkTables(found: WhatGoesWithWhat, rounded: boolean): readonly FindingsTable[] {
  return [
    levelsOf(found, rounded),
    factorsOf(found),
    fitOf(found),
    ...calibrationOf(found, rounded),
  ];
}

function levelsOf({ factors }: WhatGoesWithWhat, rounded: boolean): FindingsTable {
  return {
    id: 'levels',
    title: 'Odds of the outcome by group',
    columns: [
      { id: 'factor', label: 'Characteristic', kind: 'text', names: true },
      { id: 'level', label: 'Group', kind: 'text', names: true },
      { id: 'people', label: 'People', kind: 'count' },
      { id: 'share', label: 'With the outcome', kind: 'percent' },
      { id: 'unadjusted', label: 'Odds ratio as it is', kind: 'ratio' },
      { id: 'unadjusted_lower', label: '95 % from', kind: 'ratio' },
      { id: 'unadjusted_upper', label: 'to', kind: 'ratio' },
      { id: 'adjusted', label: 'Odds ratio, the others held alike', kind: 'ratio' },
      { id: 'lower', label: '95 % from', kind: 'ratio' },
      { id: 'upper', label: 'to', kind: 'ratio' },
    ],
    rows: factors.flatMap(({ label: factor, levels }) =>
      levels.map((level): FindingsRow => {
        const { people, share, isReference, unadjusted, adjusted } = level;
        return {
          cells: {
            factor,
            level: isReference ? `${level.label} (compared with)` : level.label,
            people: rounded ? 10 * Math.round(people / 10) : people,
            share: rounded ? toPlaces(share, 3) : share,
            unadjusted: ratioOf(unadjusted?.value, rounded),
            unadjusted_lower: ratioOf(unadjusted?.lower, rounded),
            unadjusted_upper: ratioOf(unadjusted?.upper, rounded),
            adjusted: ratioOf(adjusted?.value, rounded),
            lower: ratioOf(adjusted?.lower, rounded),
            upper: ratioOf(adjusted?.upper, rounded),
          },
          people: fewestOf(level),
        };
      }),
    ),
    note: rounded
      ? 'Groups too small to compare are left out. Sizes are rounded to tens and shares to a tenth of a per cent, so that those left out cannot be counted.'
      : 'Groups too small to compare are joined with others.',
  };
}

/** Three significant places do not tell the counts behind a ratio. */
function ratioOf(value: number | undefined, rounded: boolean): number | null {
  if (value === undefined) return null;
  return rounded ? Number(value.toPrecision(3)) : value;
}

function toPlaces(value: number, places: number): number {
  return Number(value.toFixed(places));
}

function factorsOf({ factors }: WhatGoesWithWhat): FindingsTable {
  return {
    id: 'factors',
    title: 'Each characteristic as a whole',
    columns: [
      { id: 'factor', label: 'Characteristic', kind: 'text', names: true },
      { id: 'chance', label: 'So large by chance alone', kind: 'text' },
      { id: 'inflation', label: 'Intervals widened by overlap with the others', kind: 'ratio' },
    ],
    rows: factors.map(({ label, levels, pValue, inflation }) => ({
      cells: {
        factor: label,
        chance: pValue === null ? 'cannot be told' : chanceInWords(pValue),
        inflation,
      },
      people: Math.min(...levels.map(fewestOf)),
    })),
    note: 'Generalised variance inflation a column: 1 where a characteristic has nothing in common with the others, above 2.2 where they can hardly be told apart.',
  };
}

function chanceInWords(pValue: number): string {
  return pValue < 0.001 ? 'below 0.1 %' : `${(100 * pValue).toFixed(1)} %`;
}

function fitOf(found: WhatGoesWithWhat): FindingsTable {
  const { validation, dispersion } = found;
  const people = fewestOf(found);
  const row = (name: string, value: number | null, interval?: Interval): FindingsRow => ({
    cells: { name, value, lower: interval?.lower ?? null, upper: interval?.upper ?? null },
    people,
  });
  const rowOf = <T>(
    name: string,
    outcome: Outcome<T>,
    made: (result: T) => { readonly value: number; readonly interval: Interval },
  ): FindingsRow => {
    if (outcome.status !== 'ok') return { cells: { name }, people, status: outcome.status };
    const { value, interval } = made(outcome.result);
    return row(name, value, interval);
  };
  const about = (value: number, error: number) => ({
    value,
    interval: {
      lower: value - CONFIDENCE_95.z * error,
      upper: value + CONFIDENCE_95.z * error,
    },
  });
  return {
    id: 'fit',
    title: 'How far the model can be trusted',
    columns: [
      { id: 'name', label: 'Figure', kind: 'text', names: true },
      { id: 'value', label: 'Value', kind: 'ratio' },
      { id: 'lower', label: '95 % from', kind: 'ratio' },
      { id: 'upper', label: 'to', kind: 'ratio' },
    ],
    rows: [
      rowOf('Area under the curve, people it had not seen', validation.areaUnderCurve, (auc) => ({
        value: auc.area,
        interval: auc.interval,
      })),
      rowOf('Area under the curve, people it was fitted to', found.areaUnderCurve, (auc) => ({
        value: auc.area,
        interval: auc.interval,
      })),
      rowOf('Calibration slope, people it had not seen', validation.calibration, (line) =>
        about(line.slope, line.slopeError),
      ),
      rowOf('Calibration in the large, people it had not seen', validation.calibration, (line) =>
        about(line.intercept, line.interceptError),
      ),
      row('Variation of groups against chance', dispersion),
    ],
    note: 'The area is 0.5 for guessing and 1 for never being wrong. A slope below 1 says that differences are exaggerated; in the large 0 is what should be.',
  };
}

function calibrationOf(
  { calibration }: WhatGoesWithWhat,
  rounded: boolean,
): readonly FindingsTable[] {
  if (calibration.status !== 'ok') return [];
  const { rows, statistic, degreesOfFreedom, pValue } = calibration.result;
  return [
    {
      id: 'calibration',
      title: 'Expected against counted, from the lowest expectation to the highest',
      columns: [
        { id: 'group', label: 'Group', kind: 'text', names: true },
        { id: 'people', label: 'People', kind: 'count' },
        { id: 'expected', label: 'Expected', kind: 'percent' },
        { id: 'counted', label: 'Counted', kind: 'percent' },
        { id: 'lower', label: '95 % from', kind: 'percent' },
        { id: 'upper', label: 'to', kind: 'percent' },
      ],
      rows: rows.map(({ people, events, expected, interval }, index) => ({
        cells: {
          group: `${index + 1} of ${rows.length}`,
          people: rounded ? 10 * Math.round(people / 10) : people,
          expected: expected / people,
          counted: rounded ? toPlaces(events / people, 3) : events / people,
          lower: rounded ? toPlaces(interval.lower, 3) : interval.lower,
          upper: rounded ? toPlaces(interval.upper, 3) : interval.upper,
        },
        people: fewestOf({ people, events }),
      })),
      note: `Hosmer and Lemeshow: chi-squared ${statistic.toFixed(1)} on ${degreesOfFreedom} degrees of freedom, so large by chance alone: ${chanceInWords(pValue)}.`,
    },
  ];
}
