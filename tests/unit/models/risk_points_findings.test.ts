import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '$lib/disclosure/policy';
import { makeFindings } from '$lib/disclosure/findings';
import { protectFindings } from '$lib/disclosure/protect_findings';
import { calculateRiskPoints } from '$lib/models/calculations/risk_points';
import { riskPointsModel } from '$lib/models/definitions/risk_points';
import { settingsOf } from '$lib/models/find';
import type { InputRow, ModelSettings } from '$lib/models/model';

const nothing = {
  month: '2025-01-01',
  attendance_level: 0,
  english_additional_language_level: 0,
  special_educational_needs_level: 0,
  exclusion_level: 0,
  alternative_provision_level: 0,
  looked_after_level: 0,
  pregnant_or_parent_level: 0,
  free_school_meals_level: 0,
  carer_level: 0,
  youth_justice_level: 0,
};
const row = (levels: Partial<typeof nothing>, people: number, events: number): InputRow => ({
  ...nothing,
  ...levels,
  people,
  events,
});
const patterns = [
  row({}, 8000, 200),
  row({ attendance_level: 1 }, 1000, 100),
  row({ free_school_meals_level: 1 }, 698, 118),
  row({ attendance_level: 1, free_school_meals_level: 1 }, 299, 81),
  row({ youth_justice_level: 1 }, 3, 1),
];
const calculate = (chosen: ModelSettings = {}, rows = patterns) =>
  calculateRiskPoints({ patterns: rows }, settingsOf(riskPointsModel, chosen));

describe('points of a risk-of-NEET indicator, as findings', () => {
  const found = calculate();
  const thresholds = found.tables[0]!;

  it('offers every level that gives points as a number from 0 to 5', () => {
    expect(riskPointsModel.choices).toHaveLength(13);
    expect(riskPointsModel.choices.every(({ from, to }) => from === 0 && to === 5)).toBe(true);
    expect(settingsOf(riskPointsModel)).toMatchObject({ attendance_1: 1, attendance_2: 2 });
    expect(riskPointsModel.source).toContain('DSSGxUK');
  });

  it('counts what each threshold picks out, in fives', () => {
    const two = thresholds.rows.find(({ cells }) => cells['points'] === '2 or more')!;
    // 118 + 81 + 1 = 200 NEET, and 580 + 218 + 2 = 800 not; 500 and 9,500 in all.
    expect(two.cells).toMatchObject({ flagged: 1000, share: 0.1, recall: 0.4, precision: 0.2 });
    expect(two.people).toBe(200);
    expect(thresholds.rows.every(({ cells }) => Number(cells['flagged'] ?? 0) % 5 === 0)).toBe(
      true,
    );
    expect(found.sentences.map(({ text }) => text)).toContain(
      '2 points or more would pick out about 10\u00a0% of them and about 40\u00a0% of those who were NEET; of those picked out, about 20\u00a0% were.',
    );
  });

  it('does not let the few between two tables of points be counted', () => {
    const without = calculate({ youth_justice_1: 0 }).tables[0]!;
    const flagged = (table: typeof thresholds) =>
      table.rows.find(({ cells }) => cells['points'] === '2 or more')!.cells['flagged'];
    expect(flagged(without)).toBe(flagged(thresholds));
  });

  it('follows the points that were set, and takes them as whole numbers', () => {
    const rows = calculate({ attendance_1: 4.2, free_school_meals_1: 1 }).tables[0]!.rows;
    expect(rows.at(-1)!.cells['points']).toBe('5 or more');
  });

  it('says which records the extracts do not hold', () => {
    expect(found.assumptions[0]).toMatch(
      /^The extracts hold nobody with English as an additional language, .* on record, so they give no points\.$/,
    );
    expect(found.assumptions[0]).not.toContain('youth justice');
  });

  it('hides all levels of a record that few have', () => {
    const { rows } = found.tables[1]!;
    const justice = rows.filter(({ cells }) => String(cells['factor']).includes('youth justice'));
    expect(justice.map(({ people }) => people)).toEqual([1, 1]);
    const safe = protectFindings(makeFindings(found), defaultPolicy).tables[1]!;
    const shown = safe.rows.filter(({ status }) => status === 'ok');
    expect(shown.map(({ words }) => words['factor'])).not.toContain(justice[0]!.cells['factor']);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('refuses in words', () => {
    expect(calculate({}, []).because).toContain('December to February');
    expect(calculate({}, [row({ carer_level: 1 }, 100, 4), row({}, 500, 4)])).toMatchObject({
      status: 'u',
      tables: [],
    });
  });

  it('asks for groups and counts only', () => {
    const question = riskPointsModel.inputs({})['patterns']!;
    expect('sql' in question && question.sql).not.toContain('person_no');
  });
});
