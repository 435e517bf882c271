import type { FindingsContent } from '../../disclosure/findings';
import type { Unit } from '../../measures/measure';
import { answered, type Outcome } from '../../statistics/outcome';
import {
  processChart,
  seasonalDifferences,
  type ProcessChart,
  type ProcessSignal,
} from '../../statistics/process_control';
import { isShare } from '../definitions/monthly_series';
import { findingsOf, plainSentences } from '../findings_of';
import type { Calculate, InputRow } from '../model';

interface Signals {
  readonly chart: ProcessChart;
  readonly months: readonly {
    readonly month: string;
    readonly value: number;
    readonly people: number;
  }[];
}

export const calculateSignals: Calculate = (inputs, settings): FindingsContent => {
  const ofShare = isShare(settings['series']);
  const kind: Unit = ofShare ? 'percent' : 'count';
  return findingsOf(
    signalsIn(inputs['months'] ?? [], ofShare),
    assumptions,
    ({ chart, months }) => ({
      sentences: plainSentences(
        sentencesOf(
          chart,
          months.map(({ month }) => month),
        ),
      ),
      tables: [
        {
          id: 'months',
          title: 'Each month against the same month of the year before',
          columns: [
            { id: 'month', label: 'Month', kind: 'text', names: true },
            { id: 'value', label: 'Value', kind },
            { id: 'difference', label: 'Against a year before', kind },
            { id: 'mean', label: 'Mean difference', kind },
            { id: 'lower', label: 'Limit from', kind },
            { id: 'upper', label: 'to', kind },
            { id: 'signal', label: 'Signal', kind: 'text' },
          ],
          rows: chart.points.map((point, index) => {
            const { month = '', value = 0, people = 0 } = months[index] ?? {};
            return {
              cells: {
                month,
                value,
                difference: point.value,
                mean: chart.mean,
                lower: chart.limits.lower,
                upper: chart.limits.upper,
                signal: signalInWords(point.signals[0]),
              },
              people,
            };
          }),
        },
      ],
    }),
  );
};

const assumptions = [
  'Months are equally spaced; a month that the extracts lack ends the series, and the latest stretch is taken.',
  'What is usual is judged from these months alone.',
];

function signalsIn(rows: readonly InputRow[], ofShare: boolean): Outcome<Signals> {
  const known = new Map(rows.map((row) => [String(row['period']).slice(0, 7), row]));
  const months = [...known.keys()].sort();
  const all = everyMonth(months[0], months.at(-1)).map((month) => {
    const row = known.get(month);
    if (row === undefined) return { month, value: null, people: 0 };
    const [numerator, denominator] = [Number(row['numerator']), Number(row['denominator'])];
    return { month, value: ofShare ? numerator / denominator : numerator, people: numerator };
  });
  const differences = seasonalDifferences(all.map(({ value }) => value));
  const charted = all.flatMap(({ month, value, people }, index) => {
    const difference = differences[index];
    return value === null || difference === null || difference === undefined
      ? []
      : [{ month, value, people, difference }];
  });
  const chart = processChart(charted.map(({ difference }) => difference));
  return chart.status === 'ok' ? answered({ chart: chart.result, months: charted }) : chart;
}

function everyMonth(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const number = (month: string): number =>
    12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, step) => {
    const at = number(first) + step;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

const rules: Readonly<Record<ProcessSignal['rule'], string>> = {
  outside: 'outside the limits',
  trend: 'seven rising or falling',
  'two in three': 'two of three near a limit',
  shift: 'seven on one side of the mean',
};

function signalInWords(signal: ProcessSignal | undefined): string {
  return signal === undefined ? '' : `${rules[signal.rule]}, ${signal.direction}`;
}

function sentencesOf({ points }: ProcessChart, months: readonly string[]): readonly string[] {
  const signalled = points.flatMap((point, index) =>
    point.signals.length > 0 ? [{ month: months[index] ?? '', signal: point.signals[0] }] : [],
  );
  const latest = signalled.at(-1);
  return latest === undefined
    ? ['No signal: the months vary as they have before.']
    : [
        `${signalled.length} of ${points.length} months carry a signal; the latest is ${latest.month}: ${signalInWords(latest.signal)}.`,
      ];
}
