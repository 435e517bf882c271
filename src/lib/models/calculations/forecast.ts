import type { FindingsContent, FindingsTable } from '../../disclosure/findings';
import type { Unit } from '../../measures/measure';
import { isShare } from '../definitions/monthly_series';
import { findingsOf, plainSentences } from '../findings_of';
import { forecast, type Forecast, type ForecastMonth } from '../forecast';
import type { Calculate, InputRow, ModelSettings } from '../model';

export const calculateForecast: Calculate = (inputs, settings, run): FindingsContent => {
  const ofShare = isShare(settings['series']);
  const rows = inputs['months'] ?? [];
  const outcome = ofShare
    ? forecast(
        rows.map((row) => ({
          month: String(row['period']).slice(0, 7),
          numerator: Number(row['numerator']),
          denominator: Number(row['denominator']),
        })),
        run,
      )
    : forecast(
        rows.map((row) => ({
          month: String(row['period']).slice(0, 7),
          count: Number(row['numerator']),
          population: Number(row['denominator']),
        })),
        run,
      );
  return findingsOf(outcome, assumptionsOf(settings), (found) => ({
    sentences: plainSentences([...sentencesOf(found), ...found.notes]),
    tables: tablesOf(found, fewestPeople(rows), ofShare ? 'percent' : 'count'),
  }));
};

function assumptionsOf({ series }: ModelSettings): readonly string[] {
  return [
    'Trend and month effects stay as they were.',
    'Coming months have as many people as the same month of the last year.',
    ...(series === 'absence' ? ['Days with a register fall in the same months as last year.'] : []),
  ];
}

function sentencesOf({ from, to, trend, withheld, months, backtest }: Forecast): readonly string[] {
  if (withheld !== null) return [withheld];
  const change = trend === null ? 0 : 100 * (trend.value - 1);
  const way = change >= 0 ? 'rises' : 'falls';
  const sure =
    trend !== null && trend.lower < 1 && trend.upper > 1
      ? 'which chance alone could do'
      : 'more than chance alone would do';
  return [
    `It rests on the months ${from} to ${to}. From year to year it ${way} by about ${Math.abs(change).toFixed(0)} %, ${sure}.`,
    ...(months && backtest
      ? [
          `Tried on the past it did better than taking the same month of the year before in ${backtest.model.cases} comparisons.`,
        ]
      : []),
  ];
}

function tablesOf(found: Forecast, people: number, kind: Unit): readonly FindingsTable[] {
  const columns = [
    { id: 'month', label: 'Month', kind: 'text', names: true },
    { id: 'value', label: 'Expected', kind },
    { id: 'lower80', label: '80 % from', kind },
    { id: 'upper80', label: 'to', kind },
    { id: 'lower95', label: '95 % from', kind },
    { id: 'upper95', label: 'to', kind },
  ] as const;
  const table = (
    id: string,
    title: string,
    months: readonly ForecastMonth[],
    note?: string,
  ): FindingsTable => ({
    id,
    title,
    columns,
    rows: months.map(({ month, value, interval80, interval95 }) => ({
      cells: {
        month,
        value,
        lower80: interval80.lower,
        upper80: interval80.upper,
        lower95: interval95.lower,
        upper95: interval95.upper,
      },
      people,
    })),
    ...(note === undefined ? {} : { note }),
  });
  return [
    ...(found.months ? [table('forecast', 'The next twelve months', found.months)] : []),
    table(
      'naive',
      'For comparison: every month as a year before',
      found.naive,
      found.months ? undefined : 'Only this comparison is shown; the forecast is withheld.',
    ),
    ...backtestTables(found, kind),
  ];
}

function backtestTables({ backtest }: Forecast, kind: Unit): readonly FindingsTable[] {
  if (backtest === null) return [];
  return [
    {
      id: 'error_by_origin',
      title: 'Error when tried on the past, by the last month known then',
      columns: [
        { id: 'month', label: 'Known up to', kind: 'text', names: true },
        { id: 'model', label: 'Mean error of the model', kind },
        { id: 'naive', label: 'Mean error of the year before', kind },
        { id: 'within95', label: 'Within the 95 % interval', kind: 'percent' },
      ],
      rows: backtest.byOrigin.map(({ month, model, naive }) => ({
        cells: {
          month,
          model: model.meanAbsoluteError,
          naive: naive.meanAbsoluteError,
          within95: model.within95,
        },
        people: null,
      })),
    },
  ];
}

/** The smallest count the series rests on, the rest of the population included where it is small. */
function fewestPeople(rows: readonly InputRow[]): number {
  return Math.min(...rows.map((row) => Number(row['numerator'])));
}
