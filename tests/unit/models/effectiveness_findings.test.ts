import { describe, expect, it } from 'vitest';
import { calculateEffectiveness } from '$lib/models/calculations/effectiveness';
import { effectivenessModel } from '$lib/models/definitions/effectiveness';
import { comparedOutcomes } from '$lib/models/definitions/effectiveness_outcomes';
import { settingsOf } from '$lib/models/find';
import type { InputRow, ModelSettings } from '$lib/models/model';

const alike = {
  absence_before: '20_to_30',
  absence_earlier: '10_to_20',
  stage: 'years_7_to_9',
  sex: 'F',
  sen: 'N',
  free_school_meals: 'false',
  district_third: '1',
};

/** People of one school and period, each with this absence before and these changes, give or take. */
function group(
  part: Partial<typeof alike> & {
    treated: boolean;
    dose?: number;
    cluster: number;
    period?: number;
  },
  people: number,
  { before, change, earlier }: { before: number; change: number; earlier: number },
): InputRow {
  const spread = 0.01;
  const squares = (mean: number): number => people * (mean * mean + spread * spread);
  return {
    ...alike,
    dose: null,
    period: 310,
    ...part,
    treated: String(part.treated),
    people,
    before: people * before,
    before_squares: squares(before),
    change: people * change,
    change_squares: squares(change),
    earlier_change: people * earlier,
    earlier_change_squares: squares(earlier),
  };
}

const schools = Array.from({ length: 12 }, (_, cluster) => cluster);
const wobble = (cluster: number): number => ((cluster % 4) - 1.5) / 500;
const groups = schools.flatMap((cluster) => [
  group({ treated: true, dose: 1 + (cluster % 2), cluster }, 10, {
    before: 0.25,
    change: -0.1 + wobble(cluster),
    earlier: 0.02 + wobble(cluster + 1),
  }),
  group({ treated: false, cluster }, 40, {
    before: 0.25,
    change: -0.04 - wobble(cluster + 2),
    earlier: 0.02 + wobble(cluster + 2),
  }),
]);
const calculate = (rows: readonly InputRow[], chosen: ModelSettings = {}) =>
  calculateEffectiveness({ groups: rows }, settingsOf(effectivenessModel, chosen));

describe('what changed after it began, as findings', () => {
  const found = calculate(groups, { action: 'penalty_notice' });
  const table = (id: string) => found.tables.find((each) => each.id === id)!;

  it('says one sentence', () => {
    expect(found.status).toBe('ok');
    expect(found.sentences).toHaveLength(1);
    expect(found.sentences[0]!.text).toMatch(
      /^After a penalty notice,? overall absence was 6\.0 percentage points lower/,
    );
    expect(found.sentences[0]!.people).toBe(120);
  });

  it('gives the difference, the placebo and the doses', () => {
    const { rows, columns } = table('difference');
    expect(columns[1]!.kind).toBe('percent');
    expect(rows.map(({ cells }) => cells['name'])).toEqual([
      'After against before',
      'Before against earlier, when there should be none',
      'After against before: once',
      'After against before: twice or more',
      'More of it against less',
    ]);
    expect(rows[0]!.cells['value']).toBeCloseTo(-0.06, 6);
    expect(rows[1]!.cells['value']).toBeCloseTo(0, 6);
    expect(rows[2]!.people).toBe(60);
  });

  it('counts somebody without at least once, not once a period', () => {
    const inTwoPeriods = [310, 311].flatMap((period) =>
      groups.map((row) => ({ ...row, period }) as InputRow),
    );
    const { rows } = calculate(inTwoPeriods, { action: 'penalty_notice' }).tables[0]!;
    // 960 comparisons in two periods can be of 480 people; 240 had it.
    expect(rows[0]!.people).toBe(240);
  });

  it('lists how alike they were, without the period', () => {
    const { rows } = table('balance');
    expect(rows.map(({ cells }) => cells['covariate'])).toEqual([
      'Absence before',
      'Absence in as long a time before that',
      'Stage of school',
      'Sex',
      'Special educational needs',
      'Free school meals in the last six years',
      'District, by absence',
    ]);
    expect(rows[0]!.cells).toMatchObject({ level: '20 to under 30 %', matched_apart: 0 });
  });

  it('hides a group of few unmatched people, and the one that would give it away', () => {
    const unlike = group({ treated: true, dose: 1, cluster: 1, sex: 'M' }, 3, {
      before: 0.25,
      change: 0,
      earlier: 0,
    });
    const men = group({ treated: false, cluster: 1, sex: 'M', stage: 'to_year_2' }, 50, {
      before: 0.25,
      change: 0,
      earlier: 0,
    });
    const { rows } = calculate([...groups, unlike, men]).tables.find(({ id }) => id === 'balance')!;
    const sexes = rows.filter(({ cells }) => cells['covariate'] === 'Sex');
    expect(sexes.every(({ people }) => people !== null && people < 6)).toBe(true);
  });

  it('speaks of services by their names', () => {
    expect(calculate(groups, { action: 'early_help' }).sentences[0]!.text).toContain('Early Help');
    const { kind } = calculate(
      groups.map((row) => ({ ...row, suspended_before: 'none' })),
      { action: 'early_help', outcome: 'suspensions' },
    ).tables[0]!.columns[1]!;
    expect(kind).toBe('per_100');
  });

  it('refuses in words', () => {
    expect(calculate([], { action: 'parenting_order' })).toMatchObject({
      status: 'x',
      because:
        'Nobody in the extracts had a parenting order and is known for long enough before and after.',
      tables: [],
    });
    expect(calculate(groups.slice(0, 4)).status).toBe('u');
    const nothing = groups.map((row) => ({ ...row, before_squares: 0, change_squares: 0 }));
    expect(calculate(nothing, { outcome: 'suspensions' }).because).toContain('suspensions');
  });
});

describe('its questions', () => {
  it.each(Object.keys(comparedOutcomes))('are groups and sums of %s', (outcome) => {
    for (const action of ['early_help', 'penalty_notice']) {
      const question = effectivenessModel.inputs(
        settingsOf(effectivenessModel, { action, outcome }),
      )['groups']!;
      const text = 'sql' in question ? question.sql : '';
      expect(text).toContain(action);
      const answered = text.slice(text.lastIndexOf('select\n'));
      expect(answered).toContain('group by all');
      expect(answered).not.toContain('person_no');
    }
  });

  it('take no text that is not offered', () => {
    const settings = { action: "x'; drop table people", outcome: 'absence' };
    const question = effectivenessModel.inputs(settings)['groups']!;
    expect('sql' in question && question.sql).not.toContain('drop');
  });
});
