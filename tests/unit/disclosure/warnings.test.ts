// What is warned of, by hand: every expectation is worked out from the rows that are written here.
import { describe, expect, it } from 'vitest';
import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { protect } from '$lib/disclosure/protect';
import { rawPolicy } from '$lib/disclosure/policy';
import type { DisclosurePolicy, SafeTable } from '$lib/disclosure/safe_table';
import { settings } from '$lib/disclosure/settings';
import { disclosureNotes, dominanceInWords, wholeGroupsInWords } from '$lib/disclosure/warnings';
import type { DimensionId, Measure } from '$lib/measures/measure';
import { tableCsv } from '$lib/ui/table';

const proportion = { id: 'neet', label: 'NEET', kind: 'proportion', sql: '' } as Measure;
const sessionsLost = {
  ...proportion,
  id: 'sessions_lost',
  kind: 'mean',
  unit: 'sessions',
} as Measure;

const row = (
  keys: CountRow['keys'],
  numerator: number,
  denominator: number,
  period = '2024-25',
): CountRow => ({ period, keys, numerator, denominator, available: true });

function table(
  rows: readonly CountRow[],
  by: readonly DimensionId[],
  measure = proportion,
  policy: DisclosurePolicy = { ...settings.explore, complementary: false },
): SafeTable {
  const made = { sql: 'select 1', parameters: {} };
  return protect(makeCounts({ measure, by, where: {}, rows, made }), policy);
}

const sen = (code: string) => ({ sen: code });

describe('all of a small group, or none of it', () => {
  const shared = table(
    [
      row(sen('E'), 12, 12), // all of 12
      row(sen('K'), 0, 20), // none of 20, the largest that is small
      row(sen('N'), 0, 21), // one more is not small
      row(sen('unknown'), 8, 16), // some of them
      row(sen('other'), 0, 0), // nobody is in it
      row(sen('hidden'), 2, 15), // hidden
    ],
    ['sen'],
  );

  it('is counted in rows, with what it tells and what to do', () => {
    expect(wholeGroupsInWords([shared])).toBe(
      'In 2 rows all of a group of 20 or fewer are counted, or none: that says the same of each of its members. Before you pass this on, ask whether they could be recognised, and if so join the group with another or leave the rows out.',
    );
  });

  it('hides nothing and names no group', () => {
    expect(shared.rows.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok', 'z', 'c']);
    expect(wholeGroupsInWords([shared])).not.toMatch(/\b(12|16|15|2 of)\b/);
  });

  it('is one row when the same group stands in two tables', () => {
    const one = table([row(sen('E'), 12, 12)], ['sen']);
    const again = table([row(sen('E'), 12, 12), row(sen('N'), 10, 40)], ['sen']);
    expect(wholeGroupsInWords([one, again])).toMatch(/^In 1 row all .* leave the row out\.$/);
  });

  it('is looked for in the periods that are shown', () => {
    const years = table([row({}, 0, 20, '2023-24'), row({}, 10, 20, '2024-25')], []);
    expect(disclosureNotes([years], ['2024-25'])).toEqual([]);
    expect(disclosureNotes([years], ['2023-24', '2024-25'])).toHaveLength(1);
    expect(disclosureNotes([years])).toHaveLength(1);
  });

  it.each([
    ['partners', 20, true],
    ['partners', 25, false],
    // Publication hides zero, and so who is all of a group and who is none of it.
    ['publication', 30, false],
  ] as const)('under %s all of %d is warned of: %s', (profile, of, warned) => {
    const policy = { ...settings[profile], complementary: false };
    const shown = table([row(sen('E'), of, of), row(sen('K'), 0, of)], ['sen'], proportion, policy);
    expect(wholeGroupsInWords([shown]) !== null).toBe(warned);
    expect(shown.rows.map(({ status }) => status)).toEqual(
      profile === 'publication' ? ['c', 'c'] : ['ok', 'ok'],
    );
  });

  it('is no warning where events are counted, or nothing is hidden at all', () => {
    expect(
      wholeGroupsInWords([
        table([row(sen('E'), 12, 12)], ['sen'], { ...proportion, kind: 'rate' }),
      ]),
    ).toBeNull();
    expect(
      wholeGroupsInWords([table([row(sen('E'), 12, 12)], ['sen'], proportion, rawPolicy)]),
    ).toBeNull();
  });
});

describe('one school that makes up most of a total', () => {
  const at = (district: string, school: string) => ({ district, school });
  const by: readonly DimensionId[] = ['district', 'school'];
  // Sessions lost over suspended pupils. Thanet: 80 of 100. Swale: 75 of 100. Dover: one school alone.
  const lost = table(
    [
      row(at('Thanet', '1'), 80, 40),
      row(at('Thanet', '2'), 20, 20),
      row(at('Swale', '3'), 75, 40),
      row(at('Swale', '4'), 25, 20),
      row(at('Dover', '5'), 60, 20),
    ],
    by,
    sessionsLost,
  );

  it('is counted in totals: above three quarters, not at them', () => {
    expect(dominanceInWords([lost])).toBe(
      'In 2 totals one school makes up more than 75 % of what the schools shown add up to: whoever is given the total alone learns nearly that school’s figure. Join it with others before you pass it on.',
    );
  });

  it('is of one period at a time', () => {
    const years = table(
      [
        row({ school: '1' }, 90, 40, '2023-24'),
        row({ school: '2' }, 10, 20, '2023-24'),
        row({ school: '1' }, 10, 40, '2024-25'),
        row({ school: '2' }, 12, 20, '2024-25'),
      ],
      ['school'],
      sessionsLost,
    );
    expect(dominanceInWords([years])).toMatch(/^In 1 total /);
  });

  it('is looked for in sessions, which one school can have much of, and not in people', () => {
    const rows = [row({ school: '1' }, 90, 400), row({ school: '2' }, 10, 400)];
    const sql = 'select sum(absent) as numerator, count(*) as people_in_numerator';
    expect(dominanceInWords([table(rows, ['school'], { ...proportion, sql })])).not.toBeNull();
    expect(dominanceInWords([table(rows, ['school'])])).toBeNull();
  });

  it('is no warning without a split by school, or where nothing is lost', () => {
    const districts = table([row({ district: 'Thanet' }, 80, 40)], ['district'], sessionsLost);
    expect(dominanceInWords([districts])).toBeNull();
    const none = table([row({ school: '1' }, 0, 40)], ['school'], sessionsLost);
    expect(dominanceInWords([none])).toBeNull();
  });
});

describe('in a file', () => {
  const model = {
    caption: 'NEET',
    columns: [{ id: 'group', label: 'Group', kind: 'text' as const }],
    rows: [{ key: 'E', cells: ['EHC plan'] }],
  };

  it('stands in every row, and nowhere when there is nothing to say', () => {
    const notes = ['Take care.', 'And of this.'];
    expect(tableCsv(model, { sample: false, profile: 'Explore', notes })).toBe(
      'group,disclosure,take_care\r\nEHC plan,Explore,Take care. And of this.\r\n',
    );
    expect(tableCsv(model, { sample: false, profile: 'Explore', notes: [] })).toBe(
      'group,disclosure\r\nEHC plan,Explore\r\n',
    );
  });
});
