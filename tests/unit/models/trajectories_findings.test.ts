import { describe, expect, it } from 'vitest';
import { calculateTrajectories } from '$lib/models/calculations/trajectories';
import type { InputRow } from '$lib/models/model';
import { seededRandom } from '$lib/statistics/seeded_random';

/** Courses in steps of 2 percentage points: low, rising and high. */
const typical = [
  [1, 1, 1, 1, 1, 1],
  [2, 5, 10, 15, 20, 25],
  [35, 35, 36, 35, 36, 35],
];

function courses(count: number): InputRow[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, (_, i) => {
    const course = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
    const steps = typical[course]!.map((step) => Math.max(0, Math.round(step + random.normal())));
    return {
      academic_year: 2024,
      ...Object.fromEntries(steps.map((step, term) => [`term_${term + 1}`, step])),
      enrolments: 1,
      // 2 of 1,050 with the low course, and all others.
      persistent: course === 0 ? Number(i < 2) : 1,
    };
  });
}

describe('typical courses, as findings', () => {
  const found = calculateTrajectories({ courses: courses(1500) }, {});
  const table = (id: string) => found.tables.find((each) => each.id === id)!;

  it('gives each course its size, its centre by term and a name', () => {
    expect(found.status).toBe('ok');
    const { title, rows } = table('courses');
    expect(title).toBe('Typical courses, 2024/25');
    expect(rows.map(({ cells }) => cells['course'])).toEqual([
      '1 (under 5 %, level)',
      '2 (10 to 50 %, rising)',
      '3 (over 50 %, level)',
    ]);
    expect(rows.map(({ people }) => people)).toEqual([1050, 300, 150]);
    expect(rows[1]!.cells['term_6']).toBeCloseTo(0.5, 1);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells['share']), 0)).toBeCloseTo(1, 10);
    expect(found.sentences[0]!.text).toContain('of enrolments follow course 1');
  });

  it('gives the persistent share as safe as the fewer on either side', () => {
    const { rows } = table('persistent');
    expect(rows.map(({ people }) => people)).toEqual([2, 300, 150]);
    expect(rows.map(({ cells }) => cells['persistent'])).toEqual([2 / 1050, 1, 1]);
  });

  it('says how the number of groups was chosen', () => {
    const { rows, note } = table('tried');
    expect(rows.at(-1)!.cells).toMatchObject({ groups: '3' });
    expect(note).toContain('silhouette');
  });

  it('refuses in words', () => {
    expect(calculateTrajectories({ courses: [] }, {})).toMatchObject({
      status: 'x',
      because: 'The extracts hold no year with registers of six terms.',
    });
    expect(calculateTrajectories({ courses: courses(60) }, {}).status).toBe('u');
  });
});
