import { describe, expect, test } from 'vitest';
import { kent } from '../../../src/lib/county';
import type { SafeRow } from '../../../src/lib/disclosure/safe_table';
import {
  bandFigures,
  bandScale,
  bandTable,
  bandTitle,
  hasBefore,
} from '../../../src/lib/pictures/absence_bands';
import {
  axisTop,
  lineLabel,
  plainLabel,
  sayBar,
  shortName,
  standsInColumns,
} from '../../../src/lib/pictures/bars';
import {
  concentrationFigures,
  concentrationTitle,
} from '../../../src/lib/pictures/concentration_bars';
import { profileFigures, profileTitle } from '../../../src/lib/pictures/profile';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';

function notAvailable(period: string, keys: SafeRow['keys']): SafeRow {
  const cell = { value: null, status: 'x' } as const;
  return { ...hiddenRow(period, keys), value: cell, status: 'x' };
}

describe('a profile', () => {
  // Wednesday 5 %, Monday 9 %, Tuesday hidden, Thursday a true zero, Friday without data
  const table = fakeTable(
    'absence_by_day',
    [
      shownRow(year, 50, 1000, { weekday: '3' }),
      notAvailable(year, { weekday: '5' }),
      shownRow(year, 90, 1000, { weekday: '1' }),
      hiddenRow(year, { weekday: '2' }),
      shownRow(year, 0, 1000, { weekday: '4' }),
      shownRow('2023-24', 900, 1000, { weekday: '1' }),
    ],
    ['weekday'],
  );
  const asked = {
    table,
    by: 'weekday',
    whole: fakeTable('absence_by_day', [shownRow(year, 350, 5000)]),
    period: year,
    place: 'Kent',
    places: kent,
    choosable: false,
  } as const;
  const figures = profileFigures(asked);
  const said = Object.fromEntries(
    figures.bars.map((bar) => [bar.short, plain(sayBar(figures, bar))]),
  );

  test('keeps the order of the days, with the hidden one in its place', () => {
    expect(figures.bars.map(({ short }) => short)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
  });

  test('says value, interval and gap to the whole; of no value the reason', () => {
    expect(said['Mon']).toBe('9.0 %; 95 % interval 7.4 % to 10.9 %; 2.0 points above Kent');
    expect(said['Tue']).toBe('hidden to protect people, because few are counted');
    expect(said['Thu']).toMatch(/^0\.0 %; 95 % interval 0\.0 % to 0\.4 %; 7\.0 points below Kent$/);
    expect(said['Fri']).toBe('not available');
  });

  test('has the whole as its line, and an axis from what is shown in this period alone', () => {
    expect(plain(lineLabel(figures))).toBe('Kent 7.0 %');
    expect(axisTop(figures)).toBeCloseTo(0.1093, 3);
  });

  test('is named by its highest and lowest group, without the split in the name of the measure', () => {
    expect(plain(profileTitle(figures, 'weekday'))).toBe(
      'Absence by weekday: highest for Monday (9.0 %), lowest for Thursday (0.0 %); 1 group hidden',
    );
    expect(plainLabel(table.measure)).toBe('Absence');
  });

  test('has no line where the split is of what is counted alone', () => {
    const reasons = fakeTable(
      'absence_by_reason',
      [
        shownRow(year, 10, 1000, { reason_group: 'granted_leave' }),
        hiddenRow(year, { reason_group: 'exclusion' }),
        shownRow(year, 40, 1000, { reason_group: 'illness' }),
      ],
      ['reason_group'],
    );
    const whole = fakeTable('absence_by_reason', [shownRow(year, 60, 1000)]);
    const mix = profileFigures({ ...asked, table: reasons, by: 'reason_group', whole });
    expect(mix.line).toBeNull();
    expect(mix.bars.map(({ name }) => name)).toEqual([
      'Illness',
      'Granted leave',
      'Suspended or excluded',
    ]);
  });

  test('shortens names for the axis of columns', () => {
    expect(shortName('week', '2024-12-16')).toBe('16 Dec');
    expect(shortName('term', '3')).toBe('T3');
    expect(shortName('year_group', '0')).toBe('R');
    expect(shortName('year_group', '11')).toBe('11');
    expect(shortName('am_pm', 'AM')).toBe('Morning');
    expect(shortName('term', 'unknown')).toBe('?');
    expect(standsInColumns('week')).toBe(true);
    expect(standsInColumns('reason_group')).toBe(false);
  });
});

describe('the absence bands', () => {
  const row = (band: string, count: number | null, period = year) =>
    count === null
      ? hiddenRow(period, { absence_band: band })
      : shownRow(period, count, 1000, { absence_band: band });
  const table = fakeTable(
    'absence_bands',
    [
      row('50-100', 20),
      row('0-4.99', 600),
      row('10-14.99', 80),
      row('5-9.99', 250),
      row('15-19.99', null),
      row('0-4.99', 550, '2023-24'),
      row('15-19.99', 30, '2023-24'),
    ],
    ['absence_band'],
  );
  const figures = bandFigures(table, year, true);

  test('stand from the lowest, named by their first edge', () => {
    expect(figures.bars.map(({ short }) => short)).toEqual(['0', '5', '10', '15', '50']);
    expect(bandScale.thresholds.map(({ before }) => before)).toEqual(['10-14.99', '50-100']);
  });

  test('are beside the year before, where there is one', () => {
    expect(hasBefore(figures)).toBe(true);
    const [first, second] = figures.bars;
    expect(first && plain(sayBar(figures, first))).toBe(
      '60.0 %; 95 % interval 56.9 % to 63.0 %; up 5.0 points on 2023/24',
    );
    expect(second?.before).toBeNull();
    expect(hasBefore(bandFigures(table, '2023-24', false))).toBe(false);
  });

  test('a hidden band is hidden in the table, beside last year’s figure', () => {
    const hidden = bandTable(figures, year, 'Kent').rows[3];
    expect(hidden?.cells[3]).toEqual({ value: null, status: 'c' });
    expect(hidden?.cells.at(-1)).toEqual({ value: 0.03, status: 'ok' });
    expect(hidden?.filters).toBe('15-19.99');
  });

  test('persistent absence is never added up from the bands', () => {
    const persistent = fakeTable('persistent_absence', [shownRow(year, 150, 1000)]);
    expect(plain(bandTitle(figures, persistent, year, 'Kent'))).toBe(
      '15.0 % of enrolments in Kent missed 10 % or more of their sessions in 2024/25; 2.0 % missed half or more',
    );
    expect(plain(bandTitle(figures, null, year, 'Kent'))).toBe(
      'Of enrolments in Kent in 2024/25, 60.0 % missed under 5 % of their sessions; 2.0 % missed half or more',
    );
  });

  test('a title says what is hidden', () => {
    const few = bandFigures(
      fakeTable('absence_bands', [row('0-4.99', 600), row('50-100', null)], ['absence_band']),
      year,
      false,
    );
    expect(bandTitle(few, null, year, 'Thanet')).toContain('how many missed half is hidden');
  });
});

describe('the most absent tenth', () => {
  const table = fakeTable(
    'share_of_absence_of_the_most_absent_tenth',
    [
      shownRow(year, 400, 1000, { sen: 'N' }),
      hiddenRow(year, { sen: 'E' }),
      shownRow(year, 500, 1000, { sen: 'K' }),
    ],
    ['sen'],
  );
  const asked = {
    table,
    by: 'sen',
    whole: fakeTable('share_of_absence_of_the_most_absent_tenth', [shownRow(year, 900, 2000)]),
    period: year,
    place: 'Kent',
    places: kent,
    choosable: true,
  } as const;

  test('stands first for all, then ranked, with the level of even absence as a line', () => {
    const figures = concentrationFigures(asked);
    expect(figures.bars.map(({ name }) => name)).toEqual([
      'Kent',
      'SEN support',
      'No identified need',
      'Education, health and care plan',
    ]);
    expect(plain(lineLabel(figures))).toBe('if all missed alike 10.0 %');
    expect(plain(concentrationTitle(figures, asked))).toBe(
      'The most absent tenth of enrolments in Kent accounts for 45.0 % of all absence in 2024/25; by special educational needs it is highest for SEN support (50.0 %)',
    );
  });

  test('says when the whole is hidden', () => {
    const whole = fakeTable('share_of_absence_of_the_most_absent_tenth', [hiddenRow(year)]);
    const hidden = { ...asked, whole };
    expect(concentrationTitle(concentrationFigures(hidden), hidden)).toMatch(
      /^How much of all absence in Kent falls on the most absent tenth cannot be shown/,
    );
  });
});
