import Papa from 'papaparse';
import type { ComparatorArea, PublishedFigure } from '../county';
import comparatorsCsv from './published/comparators.csv?raw';
import scorecardCsv from './published/dfe_neet_not_known_by_la.csv?raw';

/** Columns of the published files, by the measure of ours that they can stand beside. */
const comparatorMeasures: Readonly<Record<string, string>> = {
  absence_overall: 'overall_absence',
  persistent_absence: 'persistent_absence',
  severe_absence: 'severe_absence',
};

const scorecardMeasures = {
  NEET_percent: 'neet',
  Notknown_percent: 'not_known',
  NEET_not_known_percent: 'neet_or_not_known',
} as const;

const areaKinds: Readonly<Record<string, ComparatorArea>> = {
  Kent: 'county',
  'South East': 'region',
  England: 'england',
};

function read(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

function fraction(percent: string | undefined): number | null {
  const value = percent === undefined || percent === '' ? NaN : Number(percent);
  // Dividing the decimal text keeps 8.1 % at 0.081 rather than 0.08099999999999999.
  return Number.isFinite(value) ? Number(`${value}e-2`) : null;
}

/** Full-year absence; the files name a year by its end (2025 is 2024/25). */
function absence(): PublishedFigure[] {
  return read(comparatorsCsv).flatMap((row) => {
    const measure = comparatorMeasures[row['measure'] ?? ''];
    const area = row['area'] ?? '';
    if (measure === undefined || area === 'Medway') return [];
    const ending = Number(row['period']);
    return {
      measure,
      area,
      areaKind: areaKinds[area] ?? 'neighbour',
      period: `${ending - 1}-${String(ending).slice(2)}`,
      value: fraction(row['value']),
    };
  });
}

/** The means of December, January and February from DfE's local-authority scorecard. */
function neet(): PublishedFigure[] {
  return read(scorecardCsv).flatMap((row) => {
    const area =
      row['geographic_level'] === 'National'
        ? 'England'
        : row['geographic_level'] === 'Regional'
          ? (row['region_name'] ?? '')
          : (row['la_name'] ?? '');
    if (area === 'Medway') return [];
    return Object.entries(scorecardMeasures).map(([column, measure]) => ({
      measure,
      area,
      areaKind: areaKinds[area] ?? 'neighbour',
      period: `${row['time_period']}-djf`,
      value: fraction(row[column]),
    }));
  });
}

/** Every published figure that one of our measures can be compared with. */
export function readPublished(): readonly PublishedFigure[] {
  return [...absence(), ...neet()];
}
