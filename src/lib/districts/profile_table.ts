import { isEverybody } from '../explore/measure_words';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { nameOf, type Places } from '../words/places';
import { missing, type ColumnFigures } from './column_figures';
import {
  isBeyondChance,
  sayChangeOnYear,
  sayVerdict,
  standingBeside,
  standingInCounty,
  type Standing,
} from './standing';
import type { SafeRow } from '../disclosure/safe_table';

/** A district in a row of the profile. */
export interface ProfilePlace {
  readonly code: string;
  readonly name: string;
  readonly row: SafeRow | null;
  readonly standing: Standing;
  readonly change: string;
}

/** One measure of the profile. */
export interface ProfileRow {
  readonly figures: ColumnFigures;
  readonly places: readonly ProfilePlace[];
  /** The first district beside the second; null where there is one alone. */
  readonly between: Standing | null;
  /** Whether anything in the row is more than chance. */
  readonly differs: boolean;
}

/**
 * One or two districts by measure. Measures that tell kinds apart are everybody when they are not split,
 * and so are left out.
 */
export function profileRows(
  columns: readonly ColumnFigures[],
  codes: readonly string[],
  places: Places,
): readonly ProfileRow[] {
  return columns
    .filter(({ measure, county }) => !isEverybody(measure, county))
    .map((figures) => {
      const { measure, district, lastYear, county } = figures;
      const each = codes.map((code): ProfilePlace => {
        const row = district.get(code) ?? null;
        return {
          code,
          name: nameOf(places, code),
          row,
          standing: standingInCounty(measure, row, county),
          change: sayChangeOnYear(measure, row, lastYear.get(code) ?? null),
        };
      });
      const [first, second] = each;
      const between =
        first && second && measure.kind !== 'count'
          ? standingBeside(measure, first.row, second.row)
          : null;
      return {
        figures,
        places: each,
        between,
        differs:
          each.some(({ standing }) => isBeyondChance(standing)) ||
          (between !== null && isBeyondChance(between)),
      };
    });
}

/** The profile as a file, a row a measure and district. */
export function profileList(rows: readonly ProfileRow[], caption: string): TableModel {
  return {
    caption,
    columns: [
      { id: 'chapter', label: 'Chapter', kind: 'text' },
      { id: 'measure', label: 'Measure', kind: 'text' },
      { id: 'period', label: 'Period', kind: 'text' },
      { id: 'district', label: 'District', kind: 'text' },
      { id: 'value', label: 'Value', kind: 'ratio' },
      { id: 'lower', label: 'Interval from', kind: 'ratio' },
      { id: 'upper', label: 'to', kind: 'ratio' },
      { id: 'county', label: 'County', kind: 'ratio' },
      { id: 'difference', label: 'Difference', kind: 'ratio' },
      { id: 'against_county', label: 'Against the county', kind: 'text' },
      { id: 'change_on_last_year', label: 'Change on last year', kind: 'text' },
    ],
    rows: rows.flatMap(({ figures: { measure, period, county }, places }) =>
      places.map(({ code, name, row, standing, change }) => ({
        key: `${measure.id} ${code}`,
        cells: [
          measure.chapter,
          measure.label,
          periodLabel(period),
          name,
          row?.value ?? missing,
          row?.lower ?? missing,
          row?.upper ?? missing,
          county?.value ?? missing,
          standing.difference === null
            ? missing
            : { value: standing.difference, status: 'ok' as const },
          sayVerdict(standing.verdict),
          change,
        ],
      })),
    ),
  };
}
