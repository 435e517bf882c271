import type { FindingsColumn, FindingsContent, FindingsRow } from '../../disclosure/findings';
import { MONTHS_OF_STARTS } from '../definitions/what_if';
import type { Expected, ExpectedMonth } from '../expected_months';
import { findingsOf } from '../findings_of';
import type { Calculate, InputRow, ModelInputs, ModelSettings } from '../model';
import { whatIf, type Flow } from '../what_if';

/** The same question answers the same, whoever asks and whenever. */
const SEED = 20250901;

export const calculateWhatIf: Calculate = (inputs, settings, run): FindingsContent => {
  const flows = flowsOf(inputs, settings);
  const outcome = whatIf({ flows, seed: SEED }, run);
  const assumptions = outcome.status === 'ok' ? outcome.result.assumptions : [];
  return findingsOf(outcome, [...assumptions, ...moreAssumptions(settings)], (found) => ({
    sentences: sentencesOf(found.all, openToday(flows)),
    tables: [
      {
        id: 'county',
        title: 'The county, month by month',
        columns: [{ id: 'month', label: 'Months ahead', kind: 'count' }, ...columns],
        rows: found.all.map((month) => rowOf({ month: month.month }, month, openToday(flows))),
      },
      {
        id: 'districts',
        title: 'By district, after twelve months',
        columns: [
          { id: 'district', label: 'District', kind: 'text', dimension: 'district' },
          ...columns,
        ],
        rows: found.flows.map(({ district, months }): FindingsRow => {
          const people = openToday(flows.filter((flow) => flow.district === district));
          const last = months.status === 'ok' ? months.result.at(-1) : undefined;
          if (last !== undefined) return rowOf({ district }, last, people);
          const status = months.status === 'ok' ? 'x' : months.status;
          return { cells: { district }, people, status };
        }),
      },
    ],
  }));
};

const columns: readonly FindingsColumn[] = [
  { id: 'open', label: 'Open', kind: 'count' },
  { id: 'open_low', label: '95 % from', kind: 'count' },
  { id: 'open_high', label: 'to', kind: 'count' },
  { id: 'waiting', label: 'Waiting', kind: 'count' },
  { id: 'waiting_high', label: 'at most (95 %)', kind: 'count' },
  { id: 'days_waited', label: 'Days waited', kind: 'days' },
  { id: 'coverage', label: 'Coverage', kind: 'percent' },
];

function rowOf(
  name: Readonly<Record<string, string | number>>,
  { open, waiting, daysWaited, coverage }: ExpectedMonth,
  people: number,
): FindingsRow {
  const mean = (expected: Expected | null): number | null => expected?.mean ?? null;
  return {
    cells: {
      ...name,
      open: open.mean,
      open_low: open.almostAll.lower,
      open_high: open.almostAll.upper,
      waiting: waiting.mean,
      waiting_high: waiting.almostAll.upper,
      days_waited: mean(daysWaited),
      coverage: mean(coverage),
    },
    people,
  };
}

function flowsOf(inputs: ModelInputs, settings: ModelSettings): Flow[] {
  const service = String(settings['service']);
  const places = Number(settings['places'] ?? 0);
  const open = inputs['open'] ?? [];
  const districts = [
    ...new Set([...open, ...(inputs['starts'] ?? [])].map((row) => String(row['district']))),
  ].sort();
  const everywhere = peopleIn(open);
  const lengths = (inputs['lengths'] ?? []).map((row) => ({
    days: Math.max(0, Number(row['days'])),
    ended: Number(row['ended']),
    stillOpen: Number(row['still_open']),
  }));
  return districts.map((district) => {
    const here = open.filter((row) => row['district'] === district);
    const starts = (inputs['starts'] ?? []).find((row) => row['district'] === district);
    const unmet = (inputs['unmet'] ?? []).find((row) => row['district'] === district);
    return {
      service,
      district,
      started: { spells: Number(starts?.['spells'] ?? 0), months: MONTHS_OF_STARTS },
      lengths,
      open: here.map((row) => ({
        value: Math.max(0, Number(row['days'])),
        count: Number(row['people']),
      })),
      waiting: 0,
      unmetNeed: Number(unmet?.['numerator'] ?? 0),
      places:
        places === 0 || everywhere === 0
          ? null
          : Math.round((places * peopleIn(here)) / everywhere),
      demand: Number(settings['demand'] ?? 100) / 100,
      takenUp: Number(settings['taken_up'] ?? 0) / 100,
    };
  });
}

function moreAssumptions({ places }: ModelSettings): readonly string[] {
  return [
    `Starts are those of the last ${MONTHS_OF_STARTS} months; lengths are those of the whole county.`,
    'Nobody is waiting today, because the extracts do not say who is.',
    ...(Number(places) > 0
      ? ['Places are shared among districts in proportion to the people open today.']
      : []),
  ];
}

function sentencesOf(months: readonly ExpectedMonth[], today: number) {
  const last = months.at(-1);
  if (last === undefined) return [];
  const { open, waiting } = last;
  const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
  return [
    {
      text: `From ${whole(today)} people open today to about ${whole(open.mean)} after twelve months, with 95 % of simulations between ${whole(open.almostAll.lower)} and ${whole(open.almostAll.upper)}${waiting.mean >= 0.5 ? `; about ${whole(waiting.mean)} would be waiting` : ''}.`,
      people: today,
    },
  ];
}

function openToday(flows: readonly Flow[]): number {
  return flows.reduce((sum, flow) => sum + flow.open.reduce((all, { count }) => all + count, 0), 0);
}

function peopleIn(rows: readonly InputRow[]): number {
  return rows.reduce((sum, row) => sum + Number(row['people']), 0);
}
