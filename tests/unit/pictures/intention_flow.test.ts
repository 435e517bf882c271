import { describe, expect, test } from 'vitest';
import type { SafeRow } from '../../../src/lib/disclosure/safe_table';
import type { DimensionId } from '../../../src/lib/measures/measure';
import {
  endsNotWell,
  intentionFlow,
  intentionSubtitle,
  intentionTable,
  intentionTitle,
  sayPeople,
  sayStep,
  stops,
} from '../../../src/lib/pictures/intention_flow';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
const [intended, offer, became] = stops;

/** Counts by codes joined by spaces; null is hidden. */
function table(by: readonly DimensionId[], counts: Readonly<Record<string, number | null>>) {
  const rows = Object.entries(counts).map(([codes, people]): SafeRow => {
    const keys = Object.fromEntries(by.map((id, at) => [id, codes.split(' ')[at]]));
    return people === null ? hiddenRow(year, keys) : shownRow(year, people, people, keys);
  });
  return fakeTable('intention_to_december', rows, by);
}

const tables = {
  intended: table([intended], { work: 60, education: 700 }),
  offered: table([offer], { none: 30, made: 730 }),
  became: table([became], { not_known: null, neet: 50, education: 650, work: 55 }),
  intendedOffered: table([intended, offer], {
    'work none': null,
    'work made': null,
    'education made': 670,
    'education none': 30,
  }),
  offeredBecame: table([offer, became], {
    'none neet': null,
    'made neet': 36,
    'made education': 640,
    'none education': null,
    'made not_known': null,
    'made work': 50,
  }),
};
const flow = intentionFlow(tables, year);

describe('the flow from intention to December', () => {
  test('has its bars and bands in the order of the codes, hidden ones among them', () => {
    expect(flow.columns.map((nodes) => nodes.map(({ code, people }) => [code, people]))).toEqual([
      [
        ['education', 700],
        ['work', 60],
      ],
      [
        ['made', 730],
        ['none', 30],
      ],
      [
        ['education', 650],
        ['work', 55],
        ['neet', 50],
        ['not_known', null],
      ],
    ]);
    expect(flow.steps.map(({ from, to }) => `${from.code} ${to.code}`).slice(0, 2)).toEqual([
      'education made',
      'education none',
    ]);
    expect(flow.steps.filter(endsNotWell).map(({ to }) => to.code)).toEqual([
      'neet',
      'not_known',
      'neet',
    ]);
  });

  test('says where those with a suitable offer were, of counts that are shown as they are', () => {
    expect(plain(intentionTitle(flow, 'Kent'))).toBe(
      'Of the 730 leavers of Year 11 in Kent with a suitable offer, 640 (87.7 %) were in education in December 2024, and 36 were NEET',
    );
    const step = flow.steps.find(({ column, to }) => column === 1 && to.code === 'neet')!;
    expect(plain(sayStep(step, flow.month))).toBe(
      'Suitable offer made, then NEET in December 2024',
    );
    expect(plain(sayPeople(flow, step))).toBe(
      '36 young people, 4.9 % of the 730 at the stop before',
    );
    expect(plain(intentionSubtitle(flow, 'Kent'))).toContain('5 bands are not drawn');
  });

  test('has every bar and band in its table, a hidden one without a number', () => {
    const { rows } = intentionTable(flow, 'Kent');
    expect(rows).toHaveLength(8 + 10);
    const numbers = rows.map(({ cells }) => cells[3]);
    expect(
      numbers.filter(
        (cell) => typeof cell === 'object' && cell.status === 'c' && cell.value === null,
      ),
    ).toHaveLength(6);
    expect(rows[8]?.cells.slice(0, 3)).toEqual(['Education', 'Suitable offer made', 'All']);
  });

  test('says what cannot be shown', () => {
    const noSteps = {
      ...tables,
      offeredBecame: table([offer, became], { 'made education': null }),
    };
    expect(plain(intentionTitle(intentionFlow(noSteps, year), 'Dover'))).toBe(
      '730 leavers of Year 11 in Dover had a suitable offer; where they were in December 2024 is hidden',
    );
    const noOffer = { ...tables, offered: table([offer], { made: null }) };
    expect(intentionTitle(intentionFlow(noOffer, year), 'Dover')).toBe(
      'How many leavers of Year 11 in Dover had a suitable offer cannot be shown',
    );
  });
});
