import { describe, expect, it } from 'vitest';
import {
  sayShareLine,
  sayShares,
  sayWidestShares,
  shareTable,
} from '$lib/commissioning/share_words';
import { sharesOf, type Shares } from '$lib/commissioning/shares';
import { districtRow, fakeTable } from '../charts/fixtures';

const three = {
  name: 'Kent',
  districts: [
    { code: 'A', name: 'Ashford', shortName: 'Ashford' },
    { code: 'D', name: 'Dover', shortName: 'Dover' },
    { code: 'T', name: 'Thanet', shortName: 'Thanet' },
  ],
};
const names = {
  county: 'Kent',
  need: 'NEET or not known',
  needPeriod: 'winter',
  service: 'Early Help',
  servicePeriod: 'July 2025',
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function table(measure: string, counts: Readonly<Record<string, number | null>>) {
  const rows = Object.entries(counts).map(([code, count]) => districtRow('p', code, count, 10_000));
  return { table: fakeTable(measure, rows, ['district']), period: 'p', words: measure };
}
const need = (counts: Readonly<Record<string, number | null>>) =>
  table('neet_or_not_known', counts);
const cases = (counts: Readonly<Record<string, number | null>>) => table('open_caseload', counts);

function shares(...args: Parameters<typeof sharesOf>): Shares {
  const found = sharesOf(...args);
  if ('withheld' in found) throw new Error(found.withheld);
  return found;
}

describe('shares of need and of cases', () => {
  // Need 500 of 1,000, cases 100 of 400: Thanet has half of the need and a quarter of the cases.
  const found = shares(need({ A: 200, D: 300, T: 500 }), cases({ A: 180, D: 120, T: 100 }), three);

  it('are parts of the sum of what is shown, the least reached first', () => {
    expect(found.needTotal).toBe(1000);
    expect(found.caseTotal).toBe(400);
    expect(found.districts.map(({ code }) => code)).toEqual(['T', 'D', 'A']);
    expect(found.districts[0]).toMatchObject({
      needShare: 0.5,
      caseShare: 0.25,
      gap: -0.25,
      casesAtNeed: 200,
      beyondChance: true,
    });
    expect(found.districts[1]).toMatchObject({ needShare: 0.3, caseShare: 0.3, gap: 0 });
  });

  it('leave out whoever lives in no known district', () => {
    const with_unknown = shares(
      need({ A: 200, D: 300, T: 500, unknown: null }),
      cases({ A: 180, D: 120, T: 100, unknown: 77 }),
      three,
    );
    expect(with_unknown).toEqual(found);
  });

  it('count a district without a row as none', () => {
    const none = shares(need({ A: 200, D: 300, T: 500 }), cases({ A: 180, T: 100 }), three);
    expect(none.districts.find(({ code }) => code === 'D')).toMatchObject({
      cases: 0,
      caseShare: 0,
    });
  });

  it('are withheld for all when one that enters a total is hidden', () => {
    const hiddenNeed = sharesOf(
      need({ A: 200, D: null, T: 500 }),
      cases({ A: 180, D: 120, T: 100 }),
      three,
    );
    expect(hiddenNeed).toEqual({
      withheld:
        'The shares are withheld: neet_or_not_known in Dover is hidden to protect people, and a share of the whole would let it be worked out.',
    });
    const hiddenCases = sharesOf(
      need({ A: 200, D: 300, T: 500 }),
      cases({ A: null, D: null, T: 100 }),
      three,
    );
    expect(hiddenCases).toMatchObject({
      withheld: expect.stringContaining('open_caseload in Ashford and Dover are hidden') as string,
    });
  });

  it('are not there without figures or without anybody', () => {
    expect(sharesOf(need({}), cases({ A: 1 }), three)).toMatchObject({
      withheld: expect.stringContaining('There are no figures') as string,
    });
    const zero = sharesOf(need({ A: 0, D: 0, T: 0 }), cases({ A: 10, D: 10, T: 10 }), three);
    expect(zero).toMatchObject({ withheld: expect.stringContaining('none in every') as string });
  });

  it('are told in words', () => {
    expect(sayShares(found, names)).toBe(
      'Thanet has clearly less of Early Help than of NEET or not known',
    );
    const [least, most] = sayWidestShares(found, names).map(plain);
    expect(least).toBe(
      'NEET or not known (winter) beside open cases of Early Help (July 2025): Thanet has 50.0 % of the need and 25.0 % of the open cases, 25.0 points less than its share of need.',
    );
    expect(most).toBe(
      'Ashford has 20.0 % of the need and 45.0 % of the open cases, 25.0 points more than its share of need.',
    );
    expect(plain(sayShareLine(found.districts[0]!, names))).toBe(
      'Thanet: 50.0 % of Kent’s need (NEET or not known, winter), 25.0 % of open cases of Early Help (July 2025): 25.0 points less than its share of need (100 open cases; 200 would be its share of need).',
    );
  });

  it('say so when the gap could be chance', () => {
    const close = shares(need({ A: 20, D: 30, T: 50 }), cases({ A: 21, D: 31, T: 48 }), three);
    expect(sayWidestShares(close, names)).toHaveLength(1);
    expect(plain(sayShareLine(close.districts[0]!, names))).toContain(
      '2.0 points less than its share of need, which could be chance',
    );
  });

  it('stand in the table as in the picture', () => {
    const { columns, rows } = shareTable(found, names);
    expect(rows.map(({ key }) => key)).toEqual(['T', 'D', 'A']);
    expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
  });
});
