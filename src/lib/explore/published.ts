import { meanOfNeighbours } from '../comparison/neighbours';
import type { ComparatorArea, PublishedFigure } from '../county/county';
import type { SafeCell, SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { parsePeriod } from '../measures/period';
import { formatList } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { rowFor } from '../words/rows';

const areas: readonly ComparatorArea[] = ['county', 'region', 'england'];
const most = 4;
const missing: SafeCell = { value: null, status: 'x' };
const shownCell = (value: number | null): SafeCell =>
  value === null ? missing : { value, status: 'ok' };

/** What somebody else has published of a measure. */
export function publishedFor(
  measure: Measure,
  published: readonly PublishedFigure[],
): readonly PublishedFigure[] {
  const ids = [measure.id, measure.published];
  return published.filter(
    (figure) => ids.includes(figure.measure) && areas.includes(figure.areaKind),
  );
}

/**
 * Published figures of the county, its region, England and the mean of its statistical neighbours beside the county's own: a row a period of
 * the same kind, latest first. Null when nothing is published that can be compared.
 *
 * @param own the county's figures from the extracts, not split
 */
export function publishedTable(
  measure: Measure,
  published: readonly PublishedFigure[],
  period: string,
  countyName: string,
  own: readonly SafeTable[],
): TableModel | null {
  const basis = parsePeriod(period)?.basis;
  const comparable = publishedFor(measure, published).filter(
    (figure) => figure.value !== null && parsePeriod(figure.period)?.basis === basis,
  );
  const periods = [...new Set(comparable.map((figure) => figure.period))]
    .sort()
    .toReversed()
    .slice(0, most);
  if (periods.length === 0) return null;
  const ofMeasure = published.filter(({ measure: of }) =>
    [measure.id, measure.published].includes(of),
  );
  const neighbours = periods.map((each) => meanOfNeighbours(ofMeasure, each));
  const names = [...new Set(neighbours.flatMap((mean) => mean?.areas ?? []))].sort();
  const named = areas.flatMap(
    (kind) => comparable.find((figure) => figure.areaKind === kind) ?? [],
  );
  const ownCell = (of: string): SafeCell => {
    for (const table of own) {
      const row = rowFor(table, of);
      if (row) return row.value;
    }
    return missing;
  };
  const cell = (area: string, of: string): SafeCell => {
    const found = comparable.find((figure) => figure.area === area && figure.period === of);
    return shownCell(found?.value ?? null);
  };
  return {
    caption: `${measure.label}: published figures beside those of these extracts`,
    columns: [
      { id: 'period', label: 'Period', kind: 'text' },
      { id: 'own', label: `${countyName}, these extracts`, kind: measure.unit },
      ...named.map(({ area, areaKind }) => ({
        id: areaKind,
        label: `${area}, published`,
        kind: measure.unit,
      })),
      ...(names.length === 0
        ? []
        : [
            {
              id: 'neighbours',
              label: `Mean of statistical neighbours (${formatList(names)}), published`,
              kind: measure.unit,
            },
          ]),
    ],
    rows: periods.map((each, index) => ({
      key: each,
      cells: [
        periodLabel(each),
        ownCell(each),
        ...named.map(({ area }) => cell(area, each)),
        ...(names.length === 0 ? [] : [shownCell(neighbours[index]?.value ?? null)]),
      ],
    })),
  };
}
