import type { SafeFindingsRow, SafeFindingsTable } from '../disclosure/safe_findings';
import type { Draw } from '../charts/picture';
import { formatValue } from '../ui/cell';
import { formatList, formatMany, upperFirst } from '../ui/format';
import { sentences, type PicturesOf } from './findings_picture';
import { isClear, type DotChart, type DotRow } from './interval_dots';
import { cellOf, nameIn, ranked, sayEstimate, wordOf } from './row_words';

const twoPlaces = (value: number) => formatValue(value, 'ratio');
const plainTick = (value: number) => value.toLocaleString('en-GB');

export function drawDots(chart: DotChart): Draw {
  return async (width) => (await import('./draw_interval_dots')).drawIntervalDots(chart, [], width);
}

function ratioChart(rows: readonly DotRow[], label: string): DotChart {
  return {
    rows,
    kind: 'ratio',
    shape: 'dot',
    scale: 'log',
    line: { at: 1, label },
    format: twoPlaces,
    formatTick: plainTick,
  };
}

function outsideOf(place: string): Exclude<DotRow['outside'], undefined> {
  const way = place.startsWith('above') ? 'above' : place.startsWith('below') ? 'below' : null;
  return way === null ? null : { way, words: place };
}

/** Districts by the ratio of what was counted to what their make-up explains. */
export function districtRatios(
  table: SafeFindingsTable,
  places: Parameters<typeof nameIn>[3],
): readonly DotRow[] {
  return ranked(
    table.rows.map((row): DotRow => {
      const [value, lower, upper] = estimate(row, 'ratio', 'lower', 'upper');
      const place = wordOf(row, 'place');
      return {
        key: wordOf(row, 'district'),
        name: nameIn(table, row, 'district', places),
        value,
        lower,
        upper,
        said: [
          sayEstimate(value, lower, upper, 'ratio'),
          ...(value.value === null || place === '' ? [] : [place]),
        ].join('; '),
        outside: value.value === null ? null : outsideOf(place),
        filters: wordOf(row, 'district'),
      };
    }),
  );
}

function estimate(row: SafeFindingsRow, value: string, lower: string, upper: string) {
  return [cellOf(row, value), cellOf(row, lower), cellOf(row, upper)] as const;
}

export const fairComparisonPicture: PicturesOf = (table, { places, asked }) => {
  const rows = districtRatios(table, places);
  const shown = rows.filter(({ value }) => value.value !== null);
  if (shown.length === 0) return [];
  const far = shown.filter(({ outside }) => outside?.words.includes('99.8'));
  const [highest, lowest] = [shown[0]!, shown.at(-1)!];
  const ends = `from ${twoPlaces(lowest.value.value!)} times what its make-up explains in ${lowest.name} to ${twoPlaces(highest.value.value!)} in ${highest.name}`;
  return [
    {
      id: 'fair-comparison',
      title:
        far.length > 0
          ? `${formatList(far.map(({ name }) => name))} ${far.length === 1 ? 'lies' : 'lie'} outside the 99.8\u00a0% limits once make-up is allowed for`
          : `Districts run ${ends}${shown.length < rows.length ? ' among those shown' : ''}; none is outside the 99.8\u00a0% limits`,
      subtitle: sentences(
        asked,
        'Counted against expected from the make-up of the district’s young people, as a ratio on a log scale, with 95 % intervals',
        'Filled dots: the interval leaves 1 out; triangles: outside the funnel’s limits, which allow for how much districts vary anyway',
      ),
      draw: drawDots(ratioChart(rows, 'As make-up explains')),
      maxWidth: 900,
    },
  ];
};

/** Groups by their odds ratio, under their characteristic, in the order of the table. */
export function oddsRows(table: SafeFindingsTable): readonly DotRow[] {
  return table.rows.map((row, at): DotRow => {
    const [value, lower, upper] = estimate(row, 'adjusted', 'lower', 'upper');
    const level = wordOf(row, 'level');
    const isReference = level.endsWith('(compared with)') && value.status === 'z';
    const share = cellOf(row, 'share');
    const counted =
      share.value === null ? '' : `; ${formatValue(share.value, 'percent')} had the outcome`;
    return {
      key: String(at),
      name: level,
      heading: wordOf(row, 'factor'),
      value: isReference ? { value: 1, status: 'ok' } : value,
      lower,
      upper,
      isReference,
      said: isReference
        ? `what the others of its kind are compared with${counted}`
        : `${value.value === null ? '' : 'odds ratio '}${sayEstimate(value, lower, upper, 'ratio')}${counted}`,
    };
  });
}

export const oddsPicture: PicturesOf = (table, { asked }) => {
  const rows = oddsRows(table);
  const line = { at: 1, label: 'No difference' };
  const found = rows.filter(({ value, isReference }) => value.value !== null && !isReference);
  if (found.length === 0) return [];
  const clear = found.filter((row) => isClear(row, line));
  const far = ({ value }: DotRow) => Math.abs(Math.log(value.value!));
  const strongest = [...clear].sort((a, b) => far(b) - far(a))[0];
  return [
    {
      id: 'odds',
      title:
        strongest === undefined
          ? 'No group differs by more than chance would explain, the others held alike'
          : `“${strongest.heading}: ${strongest.name}” goes with ${twoPlaces(strongest.value.value!)} times the odds, the strongest of ${formatMany(clear.length, 'link')} that chance would hardly explain`,
      subtitle: sentences(
        asked,
        'Odds ratios with the other characteristics held alike, on a log scale, with 95 % intervals',
        'Filled dots: the interval leaves 1 out; squares: what a group is compared with. What goes together need not be cause',
      ),
      draw: drawDots(ratioChart(rows, line.label)),
      maxWidth: 900,
    },
  ];
};

const mostPairs = 20;

/** The pairs of the strongest lift beyond chance, and how many pairs there are. */
export function strongestPairs(table: SafeFindingsTable): readonly DotRow[] {
  const rows = table.rows.map((row, at): DotRow => {
    const [value, lower, upper] = estimate(row, 'lift', 'lift_lower', 'lift_upper');
    const both = cellOf(row, 'both').value;
    const people = both === null ? '' : `; ${formatMany(both, 'person', 'people')} with both`;
    return {
      key: String(at),
      name: upperFirst(`${wordOf(row, 'first')} and ${wordOf(row, 'second')}`),
      value,
      lower,
      upper,
      said: `${value.value === null ? '' : 'lift '}${sayEstimate(value, lower, upper, 'ratio')}${people}`,
    };
  });
  const beyond = rows.filter((_, at) => wordOf(table.rows[at]!, 'beyond_chance') === 'yes');
  return ranked(beyond)
    .filter(({ value }) => value.value !== null)
    .slice(0, mostPairs);
}

export const pairsPicture: PicturesOf = (table, { asked }) => {
  const rows = strongestPairs(table);
  const first = rows[0];
  if (first === undefined) return [];
  return [
    {
      id: 'pairs',
      title: `${first.name} come together about ${Number(first.value.value!.toPrecision(3)).toLocaleString('en-GB')} times as often as if they had nothing to do with each other`,
      subtitle: sentences(
        asked,
        `Lift on a log scale, with 95 % intervals: the ${rows.length} strongest of ${table.rows.length} pairs that are beyond chance; the table has all`,
        'Some services go together by how they work; a lift says nothing about cause',
      ),
      draw: drawDots(ratioChart(rows, 'As chance would have it')),
      maxWidth: 900,
    },
  ];
};
