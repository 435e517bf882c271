import type { FindingsContent, FindingsRow, FindingsTable } from '../../disclosure/findings';
import { dimensions } from '../../measures/dimensions';
import { commonSequences, type CommonSequences } from '../common_sequences';
import { findingsOf, plainSentences } from '../findings_of';
import type { Calculate, InputRow, ModelSettings } from '../model';
import { transitions, type MoveCount, type Transitions } from '../transitions';

export const calculatePathways: Calculate = (inputs, settings, run): FindingsContent => {
  const say = namesOf(settings);
  const paths = (inputs['paths'] ?? []).map((row) => ({
    path: String(row['pathway']).split(' > ').map(say),
    people: Number(row['people']),
  }));
  const moves = movesOf(inputs['moves'] ?? [], say);
  const matrix = transitions({ moves }, run);
  return findingsOf(commonSequences({ paths }, run), assumptions, (common) => ({
    sentences: plainSentences(sentencesOf(common)),
    tables: [
      pathwayTable(common),
      beginningTable(common),
      ...(matrix.status === 'ok' ? [matrixTable(matrix.result)] : []),
    ],
  }));
};

const assumptions = [
  'Services are put in the order of the day they started, whether or not an earlier one had ended.',
  'A month end with no record breaks no pathway after 16: what is next seen counts as the next step.',
  'A step that repeats the one before it is told once among the pathways.',
];

function namesOf({ of }: ModelSettings): (code: string) => string {
  const { values } = dimensions[of === 'destinations' ? 'activity_group' : 'service'];
  return (code) => (code === 'neet' ? 'NEET' : (values[code] ?? code));
}

function movesOf(rows: readonly InputRow[], say: (code: string) => string): MoveCount[] {
  const found = new Map<
    string,
    { move: Omit<MoveCount, 'days' | 'moves'>; days: Map<number, number> }
  >();
  for (const row of rows) {
    const [from, to] = [String(row['from_state']), String(row['to_state'])];
    const key = `${from} > ${to}`;
    const each = found.get(key) ?? {
      move: { from: say(from), to: say(to), people: Number(row['people']) },
      days: new Map<number, number>(),
    };
    found.set(key, each);
    each.days.set(Number(row['days']), Number(row['moves']));
  }
  return [...found.values()].map(({ move, days }) => ({
    ...move,
    moves: [...days.values()].reduce((sum, count) => sum + count, 0),
    days: [...days].map(([value, count]) => ({ value, count })),
  }));
}

function sentencesOf({ people, pathways, other }: CommonSequences): readonly string[] {
  const [first] = pathways;
  return first === undefined
    ? []
    : [
        `The commonest pathway of ${people.toLocaleString('en-GB')} people is ${first.path.join(', then ')}${first.goesOn ? ' and further' : ''}: ${(100 * first.share).toFixed(1)} % took it.`,
        `${(100 * other.share).toFixed(1)} % are on pathways too rare to list.`,
      ];
}

function pathwayTable({ pathways, other }: CommonSequences): FindingsTable {
  const row = (path: string, people: number, share: number) => ({
    cells: { path, people, share },
    people,
  });
  return {
    id: 'pathways',
    title: 'The commonest pathways',
    columns: [
      { id: 'path', label: 'Pathway', kind: 'text', names: true },
      { id: 'people', label: 'People', kind: 'count' },
      { id: 'share', label: 'Of all', kind: 'percent' },
    ],
    rows: [
      ...pathways.map(({ path, goesOn, people, share }) =>
        row(`${path.join(' → ')}${goesOn ? ' → …' : ''}`, people, share),
      ),
      row('All others', other.people, other.share),
    ],
  };
}

function beginningTable({ beginnings }: CommonSequences): FindingsTable {
  return {
    id: 'beginnings',
    title: 'How pathways begin',
    columns: [
      { id: 'path', label: 'First steps', kind: 'text', names: true },
      { id: 'people', label: 'People', kind: 'count' },
      { id: 'share', label: 'Of all', kind: 'percent' },
      { id: 'of_before', label: 'Of those with the steps before', kind: 'percent' },
    ],
    rows: beginnings.map(({ path, people, share, shareOfBefore }) => ({
      cells: { path: path.join(' → '), people, share, of_before: shareOfBefore },
      people,
    })),
  };
}

function matrixTable({ rows, note }: Transitions): FindingsTable {
  return {
    id: 'transitions',
    title: 'Where people go next',
    columns: [
      { id: 'from', label: 'From', kind: 'text', names: true },
      { id: 'to', label: 'To', kind: 'text', names: true },
      { id: 'moves', label: 'Moves', kind: 'count' },
      { id: 'probability', label: 'Of all who moved on', kind: 'percent' },
      { id: 'lower', label: '95 % from', kind: 'percent' },
      { id: 'upper', label: 'to', kind: 'percent' },
      { id: 'days', label: 'Median days before', kind: 'days' },
    ],
    rows: rows.flatMap(({ from, to }): FindingsRow[] =>
      to.status !== 'ok'
        ? [{ cells: { from, to: '' }, people: 0 }]
        : to.result.map(({ to: state, moves, probability, medianDays }) => ({
            cells: {
              from,
              to: state ?? 'all others',
              moves,
              probability: probability.value,
              lower: probability.lower,
              upper: probability.upper,
              days: medianDays.status === 'ok' ? medianDays.result.value : null,
            },
            // The model has put together whatever rests on few people.
            people: null,
          })),
    ),
    note,
  };
}
