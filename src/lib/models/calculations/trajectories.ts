import type { FindingsContent, FindingsRow, FindingsTable } from '../../disclosure/findings';
import { academicYearText } from '../../measures/period';
import { assignToNearest, pointCloud, type WeightedPoint } from '../../statistics/k_means';
import { notAvailable } from '../../statistics/outcome';
import { percent } from '../figures_in_words';
import { findingsOf } from '../findings_of';
import type { Calculate, InputRow } from '../model';
import { trajectories, type Trajectories, type Trajectory } from '../trajectories';

/** Any seed will do; the same one gives the same groups again. */
const SEED = 1957;
const TERMS = [1, 2, 3, 4, 5, 6] as const;
/** Rates come as whole steps of 2 percentage points. */
const STEP = 0.02;

export const calculateTrajectories: Calculate = (inputs, _settings, run): FindingsContent => {
  const rows = inputs['courses'] ?? [];
  if (rows.length === 0)
    return findingsOf(
      notAvailable('The extracts hold no year with registers of six terms.'),
      assumptions,
      () => ({
        sentences: [],
        tables: [],
      }),
    );
  const points = rows.map(courseOf);
  return findingsOf(trajectories({ points, seed: SEED }, run), assumptions, (found) => ({
    sentences: found.groups.map((group, index) => ({
      text: `${percent(group.share)} of enrolments follow course ${nameOf(group, index)}: ${percent(group.centre[0] ?? 0)} of sessions missed in the first term, ${percent(group.centre.at(-1) ?? 0)} in the last.`,
      people: group.people,
    })),
    tables: [centresOf(found, rows[0]!), persistentOf(found, points, rows), triedOf(found)],
  }));
};

const assumptions = [
  'Enrolments in scope of the absence figures with sessions in all six terms. Each term counts the same, however many sessions it had.',
  'Rates are rounded to steps of 2 percentage points.',
];

function courseOf(row: InputRow): WeightedPoint {
  return {
    values: TERMS.map((term) => STEP * Number(row[`term_${term}`])),
    weight: Number(row['enrolments']),
  };
}

/** How a course is called: how much is missed on the whole, and whether that grows. */
function nameOf({ centre }: Trajectory, index: number): string {
  const mean = centre.reduce((sum, rate) => sum + rate, 0) / centre.length;
  const level =
    mean < 0.05 ? 'under 5 %' : mean < 0.1 ? '5 to 10 %' : mean < 0.5 ? '10 to 50 %' : 'over 50 %';
  const change = (centre.at(-1) ?? 0) - (centre[0] ?? 0);
  const way = change >= 0.05 ? 'rising' : change <= -0.05 ? 'falling' : 'level';
  return `${index + 1} (${level}, ${way})`;
}

function centresOf({ groups }: Trajectories, row: InputRow): FindingsTable {
  return {
    id: 'courses',
    title: `Typical courses, ${academicYearText(Number(row['academic_year'])).replace('-', '/')}`,
    columns: [
      { id: 'course', label: 'Course', kind: 'text', names: true },
      { id: 'enrolments', label: 'Enrolments', kind: 'count' },
      { id: 'share', label: 'Of all', kind: 'percent' },
      ...TERMS.map((term) => ({
        id: `term_${term}`,
        label: `Term ${term}`,
        kind: 'percent' as const,
      })),
    ],
    rows: groups.map((group, index) => ({
      cells: {
        course: nameOf(group, index),
        enrolments: group.people,
        share: group.share,
        ...Object.fromEntries(TERMS.map((term, at) => [`term_${term}`, group.centre[at] ?? null])),
      },
      people: group.people,
    })),
    note: 'Sessions missed by the mean of the group, term by term.',
  };
}

/** Each course to the group it is nearest to, and how many of these were persistently absent in the year. */
function persistentOf(
  { groups }: Trajectories,
  points: readonly WeightedPoint[],
  rows: readonly InputRow[],
): FindingsTable {
  const centres = Float64Array.from(groups.flatMap(({ centre }) => [...centre]));
  const nearest = assignToNearest(pointCloud(points), centres);
  const counted = groups.map(() => ({ enrolments: 0, persistent: 0 }));
  for (const [i, row] of rows.entries()) {
    const group = counted[nearest[i]!]!;
    group.enrolments += Number(row['enrolments']);
    group.persistent += Number(row['persistent']);
  }
  return {
    id: 'persistent',
    title: 'Persistently absent in the year, by course',
    columns: [
      { id: 'course', label: 'Course', kind: 'text', names: true },
      { id: 'persistent', label: 'Persistently absent', kind: 'percent' },
    ],
    rows: groups.map((group, index): FindingsRow => {
      const { enrolments, persistent } = counted[index]!;
      // That a whole group is, or is not, says what its course says already.
      const parts = [persistent, enrolments - persistent].filter((part) => part > 0);
      return {
        cells: {
          course: nameOf(group, index),
          persistent: enrolments > 0 ? persistent / enrolments : null,
        },
        people: Math.min(...parts, enrolments),
      };
    }),
  };
}

function triedOf({ tried, rule, stability }: Trajectories): FindingsTable {
  return {
    id: 'tried',
    title: 'Numbers of groups that were tried',
    columns: [
      { id: 'groups', label: 'Groups', kind: 'text', names: true },
      { id: 'agreement', label: 'Agreement of two halves', kind: 'ratio' },
      { id: 'worst', label: 'In common, worst group', kind: 'ratio' },
      { id: 'silhouette', label: 'Apart (silhouette)', kind: 'ratio' },
      { id: 'because', label: 'Result', kind: 'text' },
    ],
    rows: tried.map(({ groups, stability: own, silhouette, because }) => ({
      cells: {
        groups: String(groups),
        agreement: own?.agreement ?? null,
        worst: own?.worstRecovery ?? null,
        silhouette,
        because,
      },
      people: null,
    })),
    note: `${rule} Of the groups chosen, two halves agree to ${stability.agreement.toFixed(2)}.`,
  };
}
