import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '$lib/disclosure/policy';
import { protectFindings } from '$lib/disclosure/protect_findings';
import { makeFindings } from '$lib/disclosure/findings';
import { calculateWhatGoesWithWhat } from '$lib/models/calculations/what_goes_with_what';
import { whatGoesWithWhatModel } from '$lib/models/definitions/what_goes_with_what';
import { settingsOf } from '$lib/models/find';
import type { InputRow } from '$lib/models/model';

const alike = {
  month: '2025-01-01',
  sex: 'F',
  ethnic_group: 'white',
  sen: 'N',
  free_school_meals: 'false',
  deprivation: '3',
  english_additional: 'unknown',
  prior_attainment: 'middle',
  social_care: 'none',
  uasc: 'false',
  year_group: '12',
  persistently_absent: 'unknown',
  suspended: 'unknown',
};
const row = (levels: Partial<typeof alike>, people: number, events: number): InputRow => ({
  ...alike,
  ...levels,
  people,
  events,
});
const calculate = (patterns: readonly InputRow[], outcome = 'neet') =>
  calculateWhatGoesWithWhat({ patterns }, { outcome });

describe('what goes with what, as findings', () => {
  const patterns = [
    row({ sex: 'F', sen: 'N' }, 1000, 30),
    row({ sex: 'M', sen: 'N' }, 1000, 40),
    row({ sex: 'F', sen: 'K' }, 400, 40),
    row({ sex: 'M', sen: 'K' }, 400, 50),
  ];
  const found = calculate(patterns);
  const table = (id: string) => found.tables.find((each) => each.id === id)!;

  it('says how many had the outcome, and each characteristic in a sentence', () => {
    expect(found.status).toBe('ok');
    expect(found.sentences[0]).toEqual({
      text: 'Of 2,800 young people of Years 12 and 13 at the end of January 2025, 160 (5.7\u00a0%) were NEET.',
      people: 160,
    });
    expect(found.sentences[1]!.text).toMatch(
      /^Young people with SEN support were about .* times as likely to be NEET as young people without special educational needs/,
    );
    expect(found.sentences[1]!.people).toBe(70);
  });

  it('lists groups with their size, share and odds as safe as the fewer with or without', () => {
    const { rows } = table('levels');
    const support = rows.find(({ cells }) => cells['level'] === 'SEN support')!;
    expect(support.people).toBe(90);
    expect(support.cells).toMatchObject({ people: 800, share: 90 / 800 });
    // Odds 90:710 against 70:1930.
    expect(support.cells['unadjusted']).toBeCloseTo((90 * 1930) / (710 * 70), 10);
    expect(Number(support.cells['adjusted'])).toBeGreaterThan(3);
    const reference = rows.find(({ cells }) => cells['level'] === 'Female (compared with)')!;
    expect(reference.cells['adjusted']).toBeNull();
    expect(table('fit').rows.map(({ cells }) => cells['name'])).toContain(
      'Area under the curve, people it had not seen',
    );
  });

  it('says of what the extracts do not hold that it is left out', () => {
    const said = found.sentences.map(({ text }) => text).join(' ');
    expect(said).toContain('Persistent absence in Year 11 is left out: the extracts do not say.');
    expect(said).toContain('Suspended in Year 11 is left out: the extracts do not say.');
    expect(said).toContain('Social care is left out: everybody is recorded as “None of these”');
  });

  it('rounds sizes where few people were left out, so that these cannot be counted', () => {
    const { tables } = calculate([...patterns, row({ sex: 'U' }, 4, 1)]);
    for (const { cells } of tables.find(({ id }) => id === 'levels')!.rows)
      expect(Number(cells['people']) % 10).toBe(0);
  });

  it('takes in only as many characteristics as there are people with the outcome for', () => {
    const few = calculate([
      row({ persistently_absent: 'false', sex: 'F' }, 500, 10),
      row({ persistently_absent: 'true', sex: 'F' }, 100, 10),
      row({ persistently_absent: 'false', sex: 'M' }, 500, 7),
      row({ persistently_absent: 'true', sex: 'M' }, 100, 8),
    ]);
    expect(few.status).toBe('ok');
    expect(few.tables[0]!.rows.map(({ cells }) => cells['factor'])).toEqual([
      'Persistent absence in Year 11',
      'Persistent absence in Year 11',
    ]);
    expect(few.sentences.map(({ text }) => text)).toContain(
      'There are too few people with the outcome to take in sex as well.',
    );
  });

  it('refuses in words', () => {
    expect(calculate([])).toMatchObject({
      status: 'x',
      because: expect.stringContaining('December to February') as string,
      tables: [],
    });
    expect(calculate([], 'persistent_absence').because).toContain('no registers');
    expect(calculate([row({}, 500, 3), row({ sex: 'M' }, 500, 4)]).status).not.toBe('ok');
  });

  it('shows nothing of a group that rests on few people', () => {
    const { rows } = table('levels');
    expect(rows.every(({ people }) => people !== null && people >= 10)).toBe(true);
    const safe = protectFindings(makeFindings(found), defaultPolicy);
    expect(safe.sentences.length).toBe(found.sentences.length);
  });
});

describe('its questions', () => {
  it.each(whatGoesWithWhatModel.choices[0]!.options!.map(({ value }) => value))(
    'are groups and counts of %s',
    (outcome) => {
      const { patterns } = whatGoesWithWhatModel.inputs(
        settingsOf(whatGoesWithWhatModel, { outcome }),
      );
      const text = patterns && 'sql' in patterns ? patterns.sql : '';
      expect(text).toContain('count(*) as people');
      expect(text).toContain('group by all');
      expect(text).not.toContain('person_no');
    },
  );
});
