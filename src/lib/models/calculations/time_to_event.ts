import type { FindingsColumn, FindingsContent, FindingsTable } from '../../disclosure/findings';
import type { Estimate } from '../../statistics/confidence';
import type { Outcome } from '../../statistics/outcome';
import { splitDimension } from '../definitions/splits';
import { findingsOf, plainSentences } from '../findings_of';
import type { Calculate, InputRow, ModelSettings } from '../model';
import { timeToEvent, type TimeToEvent } from '../time_to_event';

const names: Readonly<Record<string, string>> = {
  neet: 'spells of being NEET',
  recovery: 'enrolments that became persistently absent',
  re_referral: 'referrals',
};

export const calculateTimeToEvent: Calculate = (inputs, settings, run): FindingsContent => {
  const timed = String(settings['timed']);
  const groups = gathered(inputs['spells'] ?? []);
  const outcome = timeToEvent({ groups, spells: names[timed] ?? 'spells of involvement' }, run);
  return findingsOf(outcome, assumptionsOf(settings), (found) => ({
    sentences: plainSentences([found.sentence]),
    tables: [summaryOf(found, settings), curvesOf(found, settings)],
  }));
};

function gathered(rows: readonly InputRow[]) {
  const groups = new Map<string, { days: number; ended: number; stillOpen: number }[]>();
  for (const row of rows) {
    const group = String(row['group_code'] ?? 'unknown');
    const spells = groups.get(group) ?? [];
    groups.set(group, spells);
    spells.push({
      days: Math.max(0, Number(row['days'])),
      ended: Number(row['ended']),
      stillOpen: Number(row['still_open']),
    });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, spells]) => ({ group, spells }));
}

function assumptionsOf({ timed }: ModelSettings): readonly string[] {
  return [
    'Whether a spell is still going on when it was last seen says nothing of how long it would have gone on.',
    'Spells of all the years in the extracts are taken together.',
    ...(timed === 'neet'
      ? [
          'A spell starts when the record says the person became NEET, and ends between two month ends.',
        ]
      : []),
    ...(timed === 'recovery'
      ? [
          'Time runs from the end of the first persistently absent term to the end of the first later term that is not, within one academic year.',
        ]
      : []),
  ];
}

function groupColumn({ by }: ModelSettings): FindingsColumn {
  const dimension = splitDimension(by);
  return dimension === null
    ? { id: 'group', label: 'Group', kind: 'text', names: true }
    : { id: 'group', label: 'Group', kind: 'text', dimension };
}

function summaryOf({ groups, test }: TimeToEvent, settings: ModelSettings): FindingsTable {
  return {
    id: 'lengths',
    title: 'How long, by group',
    columns: [
      groupColumn(settings),
      { id: 'spells', label: 'Spells', kind: 'count' },
      { id: 'ended', label: 'Ended', kind: 'count' },
      { id: 'lower_quartile', label: 'A quarter end within', kind: 'days' },
      { id: 'median', label: 'Half end within', kind: 'days' },
      { id: 'median_lower', label: '95 % from', kind: 'days' },
      { id: 'median_upper', label: 'to', kind: 'days' },
      { id: 'upper_quartile', label: 'Three quarters end within', kind: 'days' },
      { id: 'open_3', label: 'Open after 3 months', kind: 'percent' },
      { id: 'open_6', label: 'Open after 6 months', kind: 'percent' },
      { id: 'open_12', label: 'Open after 12 months', kind: 'percent' },
    ],
    rows: groups.map(({ group, time }) => {
      if (time.status !== 'ok') return { cells: { group }, people: 0, status: time.status };
      const { spells, ended, lowerQuartile, median, upperQuartile, stillOpen } = time.result;
      const open = (months: number): number | null =>
        valueOf(stillOpen.find((each) => each.months === months)?.share);
      return {
        cells: {
          group,
          spells,
          ended,
          lower_quartile: lowerQuartile.days,
          median: median.days,
          median_lower: median.lower,
          median_upper: median.upper,
          upper_quartile: upperQuartile.days,
          open_3: open(3),
          open_6: open(6),
          open_12: open(12),
        },
        people: spells,
      };
    }),
    note:
      test.status === 'ok'
        ? `Log-rank test between the groups: chi-squared ${test.result.chiSquared.toFixed(1)} on ${test.result.degreesOfFreedom} degrees of freedom, p ${test.result.pValue < 0.001 ? 'below 0.001' : test.result.pValue.toFixed(3)}.`
        : test.because,
  };
}

function curvesOf({ groups }: TimeToEvent, settings: ModelSettings): FindingsTable {
  return {
    id: 'curves',
    title: 'Share still open, by days since the start',
    columns: [
      groupColumn(settings),
      { id: 'days', label: 'Days', kind: 'days' },
      { id: 'share', label: 'Still open', kind: 'percent' },
      { id: 'lower', label: '95 % from', kind: 'percent' },
      { id: 'upper', label: 'to', kind: 'percent' },
    ],
    rows: groups.flatMap(({ group, time }) =>
      time.status !== 'ok'
        ? []
        : time.result.curve.map(({ days, share, lower, upper }) => ({
            cells: { group, days, share, lower, upper },
            people: time.result.spells,
          })),
    ),
    note: 'Each step gathers at least six endings.',
  };
}

function valueOf(outcome: Outcome<Estimate> | undefined): number | null {
  return outcome?.status === 'ok' ? outcome.result.value : null;
}
