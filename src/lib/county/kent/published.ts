import Papa from 'papaparse';
import type { ComparatorArea, PublishedFigure } from '../county';
import comparatorsCsv from './published/comparators.csv?raw';
import scorecardCsv from './published/dfe_neet_not_known_by_la.csv?raw';

/** How the year of a published series is written as a period of ours. */
type YearMeans =
  /** An academic year, named by its end. */
  | 'academic year ending'
  /** An academic year, written 2023/24. */
  | 'academic year'
  /** The position on 31 March. */
  | '31 March'
  /** The twelve months up to 31 March. */
  | 'year to 31 March';

const series: Readonly<Record<string, YearMeans>> = {
  absence_overall: 'academic year ending',
  absence_authorised: 'academic year ending',
  absence_unauthorised: 'academic year ending',
  persistent_absence: 'academic year ending',
  severe_absence: 'academic year ending',
  september_guarantee: 'academic year ending',
  suspensions: 'academic year',
  pupils_suspended: 'academic year',
  permanent_exclusions: 'academic year',
  children_in_need: '31 March',
  protection_plans: '31 March',
  re_referrals: 'year to 31 March',
};

const places: Readonly<Record<string, number>> = {
  percent: 2,
  'per 100 pupils': 2,
  'per 10,000 aged 0-17': 4,
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

function fraction(text: string | undefined, digits = 2): number | null {
  const value = text === undefined || text === '' ? NaN : Number(text);
  // Shifting the decimal text keeps 8.1 % at 0.081 rather than 0.08099999999999999.
  return Number.isFinite(value) ? Number(`${value}e-${digits}`) : null;
}

function periodIn(means: YearMeans, year: string): string {
  switch (means) {
    case 'academic year':
      return year.replace('/', '-');
    case 'academic year ending':
      return `${Number(year) - 1}-${year.slice(2)}`;
    case '31 March':
      return `${year}-03`;
    case 'year to 31 March':
      return `${year}-03-r12`;
  }
}

/** The series of the Local authority interactive tool and of the exclusion statistics. */
function comparators(): PublishedFigure[] {
  return read(comparatorsCsv).flatMap((row) => {
    const measure = row['measure'] ?? '';
    const means = series[measure];
    const area = row['area'] ?? '';
    if (means === undefined || area === 'Medway') return [];
    return {
      measure,
      area,
      areaKind: areaKinds[area] ?? 'neighbour',
      period: periodIn(means, row['period'] ?? ''),
      value: fraction(row['value'], places[row['unit'] ?? '']),
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

/** Every published figure that one of our measures can be compared with, by the series' own name. */
export function readPublished(): readonly PublishedFigure[] {
  return [...comparators(), ...neet()];
}
