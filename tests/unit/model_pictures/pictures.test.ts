// What pictures of models draw and say, against numbers worked out by hand.
import { describe, expect, it } from 'vitest';
import { models } from '$lib/models/catalogue';
import { askedInWords } from '$lib/model_pictures/asked_in_words';
import { fanOf, fanTable, forecastPicture } from '$lib/model_pictures/forecast_picture';
import { extentOf, isClear, type DotRow } from '$lib/model_pictures/interval_dots';
import { thresholdLines } from '$lib/model_pictures/line_pictures';
import { logTicks } from '$lib/model_pictures/log_ticks';
import { largestFlows, moveFigures } from '$lib/model_pictures/moves';
import { apart, hiddenRuns } from '$lib/pictures/pen';
import { processFigures } from '$lib/model_pictures/process_picture';
import { districtRatios, oddsRows, strongestPairs } from '$lib/model_pictures/ratio_pictures';
import { pictureOf } from '$lib/model_pictures/registry';
import { formatDifference } from '$lib/model_pictures/row_words';
import { curvesOf, survivalPicture } from '$lib/model_pictures/survival_picture';
import { around, madeUpTable } from './made_up_findings';

const text = (id: string) => ({ id, label: id, kind: 'text', names: true }) as const;
const word = (id: string) => ({ id, label: id, kind: 'text' }) as const;
const number = (id: string, kind: 'count' | 'percent' | 'ratio' | 'days' = 'percent') =>
  ({ id, label: id, kind }) as const;
const plain = (said: string) => said.replaceAll('\u00a0', ' ');

describe('the forecast fan', () => {
  const columns = [
    text('month'),
    ...['value', 'lower80', 'upper80', 'lower95', 'upper95'].map((id) => number(id)),
  ];
  const month = (name: string, value: number) => ({
    month: name,
    value,
    lower80: value - 0.01,
    upper80: value + 0.01,
    lower95: value - 0.02,
    upper95: value + 0.02,
  });
  const forecast = madeUpTable('forecast', columns, [
    month('2025-08', 0.05),
    month('2025-09', 0.04),
  ]);
  const naive = madeUpTable('naive', columns, [month('2025-08', 0.045), month('2025-09', 0.03)]);

  it('takes the months before from the comparison, a year earlier', () => {
    const { months } = fanOf(forecast, naive);
    expect(
      months.map((each) => [
        each.month,
        each.counted?.value,
        each.expected?.value,
        each.naive?.value,
      ]),
    ).toEqual([
      ['2024-08', 0.045, undefined, undefined],
      ['2024-09', 0.03, undefined, undefined],
      ['2025-08', undefined, 0.05, 0.045],
      ['2025-09', undefined, 0.04, 0.03],
    ]);
  });

  it('says value, both intervals and the year before', () => {
    expect(plain(fanOf(forecast, naive).months[3]!.said)).toBe(
      '4.0 % expected; 80 % between 3.0 % and 5.0 %; 95 % between 2.0 % and 6.0 %; 3.0 % a year before',
    );
  });

  it('hides in the table what it hides in the picture', () => {
    const hidden = madeUpTable('forecast', columns, [month('2025-08', 0.05)], [0]);
    const { rows } = fanTable(fanOf(hidden, undefined), 'A fan');
    expect(rows[0]!.cells).toEqual([
      'August 2025',
      { value: null, status: 'z' },
      ...Array.from({ length: 5 }, () => ({ value: null, status: 'c' })),
      { value: null, status: 'z' },
    ]);
    expect(forecastPicture(hidden, around([hidden]))).toEqual([]);
  });

  it('draws nothing of a forecast that is withheld', () => {
    expect(pictureOf('forecast', 'naive')).toBeNull();
  });
});

describe('length curves', () => {
  const sex = { id: 'group', label: 'Group', kind: 'text', dimension: 'sex' } as const;
  const curves = madeUpTable(
    'curves',
    [sex, number('days', 'days'), number('share'), number('lower'), number('upper')],
    [
      { group: 'F', days: 0, share: 1, lower: 1, upper: 1 },
      { group: 'F', days: 54, share: 0.4, lower: 0.3, upper: 0.5 },
      { group: 'M', days: 0, share: 1, lower: 1, upper: 1 },
      { group: 'M', days: 60, share: 0.7, lower: 0.6, upper: 0.8 },
    ],
    [2, 3],
  );
  const lengths = madeUpTable(
    'lengths',
    [sex, number('median', 'days'), number('median_lower', 'days'), number('median_upper', 'days')],
    [
      { group: 'F', median: 54, median_lower: 40, median_upper: 80 },
      { group: 'M', median: null },
      { group: 'U', median: null },
    ],
    [1],
  );

  it('draws shown groups, and names hidden ones and those too few', () => {
    const found = curvesOf(curves, lengths, around([]).places);
    expect(found.curves.map(({ name, median, points }) => [name, median, points.length])).toEqual([
      ['Female', 54, 2],
    ]);
    expect(found.hidden).toEqual(['Male']);
    expect(found.tooFew).toHaveLength(1);
    expect(plain(found.curves[0]!.medianSaid)).toBe(
      'half end within 54 days; 95 % interval 40 days to 80 days',
    );
  });

  it('tells the median in its title', () => {
    const [picture] = survivalPicture(curves, around([curves, lengths], 'By: sex'));
    expect(plain(picture!.title)).toBe('Half end within 54 days');
    expect(picture!.subtitle).toContain('Hidden [c]: Male');
  });
});

describe('moves', () => {
  const table = madeUpTable(
    'transitions',
    [
      text('from'),
      text('to'),
      number('moves', 'count'),
      number('probability'),
      number('lower'),
      number('upper'),
      number('days', 'days'),
    ],
    [
      { from: 'A', to: 'B', moves: 60, probability: 0.6, lower: 0.5, upper: 0.7, days: 12 },
      { from: 'A', to: 'C', moves: 30, probability: 0.3, lower: 0.2, upper: 0.4, days: null },
      {
        from: 'A',
        to: 'all others',
        moves: 10,
        probability: 0.1,
        lower: 0,
        upper: 0.2,
        days: null,
      },
      { from: 'B', to: 'A', moves: 20, probability: 1, lower: 0.8, upper: 1, days: 3 },
      { from: 'D', to: '' },
    ],
    [4],
  );

  it('orders the columns as the rows, others last, and keeps hidden states', () => {
    const figures = moveFigures(table);
    expect(figures.from).toEqual(['A', 'B', 'D']);
    expect(figures.to).toEqual(['A', 'B', 'C', 'All others']);
    expect([...figures.hidden]).toEqual(['D']);
    expect(plain(figures.moves[0]!.said)).toBe(
      '60.0 %; 95 % interval 50.0 % to 70.0 %; 60 moves; half within 12 days',
    );
  });

  it('puts together what is beyond the largest flows', () => {
    const { left, right, flows } = largestFlows(moveFigures(table), 2);
    expect(left).toEqual([
      { name: 'A', moves: 100 },
      { name: 'B', moves: 20 },
    ]);
    expect(right).toEqual([
      { name: 'B', moves: 60 },
      { name: 'C', moves: 30 },
      { name: 'All others', moves: 30 },
    ]);
    expect(flows.find(({ from }) => from === 'B')).toEqual({
      from: 'B',
      to: 'All others',
      moves: 20,
      share: 1,
    });
  });
});

describe('signals', () => {
  const table = madeUpTable(
    'months',
    [
      text('month'),
      ...['value', 'difference', 'mean', 'lower', 'upper'].map((id) => number(id)),
      word('signal'),
    ],
    [
      {
        month: '2024-01',
        value: 0.03,
        difference: 0.001,
        mean: 0.002,
        lower: -0.001,
        upper: 0.005,
        signal: '',
      },
      {
        month: '2024-02',
        value: 0.04,
        difference: 0.006,
        mean: 0.002,
        lower: -0.001,
        upper: 0.005,
        signal: 'outside the limits, high',
      },
      {
        month: '2024-03',
        value: 0.05,
        difference: 0.007,
        mean: 0.002,
        lower: -0.001,
        upper: 0.005,
        signal: 'outside the limits, high',
      },
      { month: '2024-04', value: 0.05, difference: 0.008, signal: 'outside the limits, high' },
    ],
    [3],
  );

  it('labels the first month of a run, and says rule and size', () => {
    const { months, levels } = processFigures(table);
    expect(levels).toEqual({ mean: 0.002, lower: -0.001, upper: 0.005 });
    expect(months.map(({ rule, isFirst }) => [rule, isFirst])).toEqual([
      [null, false],
      ['outside the limits', true],
      ['outside the limits', false],
      [null, false],
    ]);
    expect(plain(months[1]!.said)).toBe(
      '+0.6 points on a year before, at 4.0 %; signal: outside the limits, high',
    );
    expect(months[3]!.said).toBe('hidden to protect people, because few are counted');
  });
});

describe('ratios', () => {
  it('ranks districts, hidden ones last and unplaced', () => {
    const table = madeUpTable(
      'districts',
      [
        { id: 'district', label: 'District', kind: 'text', dimension: 'district' },
        number('ratio', 'ratio'),
        number('lower', 'ratio'),
        number('upper', 'ratio'),
        word('place'),
      ],
      [
        { district: 'E3', ratio: 9, lower: 8, upper: 10, place: 'above 99.8 %' },
        { district: 'E1', ratio: 0.8, lower: 0.7, upper: 0.9, place: 'below 95 %' },
        { district: 'E2', ratio: 1.2, lower: 0.9, upper: 1.5, place: 'within the limits' },
      ],
      [0],
    );
    const rows = districtRatios(table, around([]).places);
    expect(rows.map(({ name, outside }) => [name, outside?.way ?? null])).toEqual([
      ['Thanet', null],
      ['Ashford', 'below'],
      ['Dover', null],
    ]);
    expect(rows[0]!.filters).toBe('E2');
    expect(rows[0]!.said).toBe('1.20; 95 % interval 0.90 to 1.50; within the limits');
    // The hidden 9 does not stretch the axis.
    const chart = {
      rows,
      kind: 'ratio',
      shape: 'dot',
      scale: 'log',
      line: { at: 1, label: '' },
      format: String,
      formatTick: String,
    } as const;
    expect(extentOf(chart)[1]).toBeLessThan(1.6);
    expect(rows.map((row: DotRow) => isClear(row, chart.line))).toEqual([false, true, true]);
  });

  it('draws what is compared with at 1, and says so', () => {
    const table = madeUpTable(
      'levels',
      [
        text('factor'),
        text('level'),
        number('share'),
        number('adjusted', 'ratio'),
        number('lower', 'ratio'),
        number('upper', 'ratio'),
      ],
      [
        { factor: 'Sex', level: 'Male', share: 0.05, adjusted: 2, lower: 1.5, upper: 3 },
        { factor: 'Sex', level: 'Female (compared with)', share: 0.03, adjusted: null },
        { factor: 'Sex', level: 'Unknown', adjusted: 4 },
      ],
      [2],
    );
    const rows = oddsRows(table);
    expect(rows.map(({ value, isReference }) => [value.value, isReference])).toEqual([
      [2, false],
      [1, true],
      [null, false],
    ]);
    expect(plain(rows[0]!.said)).toBe(
      'odds ratio 2.00; 95 % interval 1.50 to 3.00; 5.0 % had the outcome',
    );
  });

  it('lists pairs beyond chance, from the strongest', () => {
    const table = madeUpTable(
      'pairs',
      [
        text('first'),
        text('second'),
        number('both', 'count'),
        number('lift', 'ratio'),
        number('lift_lower', 'ratio'),
        number('lift_upper', 'ratio'),
        word('beyond_chance'),
      ],
      [
        {
          first: 'A',
          second: 'B',
          both: 12,
          lift: 2,
          lift_lower: 1.5,
          lift_upper: 3,
          beyond_chance: 'yes',
        },
        {
          first: 'A',
          second: 'C',
          both: 20,
          lift: 5,
          lift_lower: 4,
          lift_upper: 6,
          beyond_chance: 'yes',
        },
        {
          first: 'B',
          second: 'C',
          both: 9,
          lift: 8,
          lift_lower: 0.5,
          lift_upper: 9,
          beyond_chance: 'no',
        },
      ],
    );
    expect(strongestPairs(table).map(({ name }) => name)).toEqual(['A and C', 'A and B']);
  });

  it('puts round numbers and 1 on a log axis', () => {
    expect(logTicks(0.9, 140, 7)).toEqual([1, 2, 5, 10, 20, 50, 100]);
    expect(logTicks(0.7, 1.3, 7)).toContain(1);
  });
});

describe('recall and precision', () => {
  it('leaves thresholds without figures as gaps', () => {
    const table = madeUpTable(
      'thresholds',
      [
        text('points'),
        ...[
          'recall',
          'recall_lower',
          'recall_upper',
          'precision',
          'precision_lower',
          'precision_upper',
        ].map((id) => number(id)),
      ],
      [
        {
          points: '1 or more',
          recall: 0.75,
          recall_lower: 0.6,
          recall_upper: 0.9,
          precision: 0.06,
          precision_lower: 0.04,
          precision_upper: 0.08,
        },
        { points: '2 or more', recall: null, precision: null },
      ],
    );
    const { lines, steps } = thresholdLines(table);
    expect(steps.map(({ label }) => label)).toEqual(['1+', '2+']);
    expect(lines.map(({ points }) => points.map(({ value }) => value.value))).toEqual([
      [0.75, null],
      [0.06, null],
    ]);
    expect(plain(lines[0]!.points[0]!.said)).toBe('75.0 %; 95 % interval 60.0 % to 90.0 %');
  });
});

describe('the pen', () => {
  it('pushes labels apart within the picture', () => {
    expect(apart([50, 52, 98], [20, 20, 20], 0, 100)).toEqual([50, 70, 90]);
  });
  it('joins neighbouring hidden places', () => {
    expect(hiddenRuns([true, true, false, true])).toEqual([
      [0, 1],
      [3, 3],
    ]);
  });
  it('writes differences with their sign', () => {
    expect(plain(formatDifference(-0.006, 'percent'))).toBe('−0.6 points');
    expect(formatDifference(12, 'count')).toBe('+12');
    expect(plain(formatDifference(0.0001, 'percent'))).toBe('0.0 points');
  });
});

it('says what was asked, less the numbers left as they were', () => {
  const model = models.find(({ id }) => id === 'what_if')!;
  expect(askedInWords(model, undefined)).toBe('');
  const forecast = models.find(({ id }) => id === 'forecast')!;
  expect(askedInWords(forecast, { series: 'neet' })).toBe('Of: NEET');
});
