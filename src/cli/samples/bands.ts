import published from '$lib/county/kent/published/dfe_kent_absence_bands.csv?raw';

/**
 * Shares of enrolments in DfE's eleven absence bands (under 5 %, 5 to 9.99 % … 45 to 49.99 %, 50 %
 * and over), Kent, 2022/23, by school type, free school meals, special educational need, sex and year.
 */
interface Cell {
  type: string;
  meals: string;
  need: string;
  sex: string;
  group: number;
  counts: number[];
}

/** Which published cell a pupil's enrolment belongs to. */
export interface CellKey {
  phase: 'primary' | 'secondary' | 'special' | 'alternative';
  freeSchoolMeals: boolean;
  need: boolean;
  sex: 'F' | 'M' | 'U';
  yearGroup: number;
  /** On roll too short a time for the census to know the pupil: "Unclassified". */
  unsettled: boolean;
}

const cells: Cell[] = published
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .filter((row) => row[1] === '202223')
  .map((row) => ({
    type: row[10] as string,
    meals: row[11] as string,
    need: row[12] as string,
    sex: row[13] as string,
    group: Number(row[14]),
    counts: row.slice(15, 26).map((n) => Number(n) || 0),
  }));

function sum(of: readonly Cell[]): number[] {
  return Array.from({ length: 11 }, (_, band) =>
    of.reduce((n, cell) => n + (cell.counts[band] ?? 0), 0),
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((n, count) => n + count, 0);
}

const TYPES = {
  primary: 'State-funded primary',
  secondary: 'State-funded secondary',
  special: 'Special',
  // Alternative provision is outside the published total: taken as the hardest secondary cell.
  alternative: 'State-funded secondary',
} as const;

/** Counts for a cell; a cell of fewer than 60 enrolments borrows from both sexes and all years. */
function countsOf(key: CellKey): number[] {
  const type = TYPES[key.phase];
  const hard = key.phase === 'alternative';
  const meals = key.unsettled
    ? 'Unclassified'
    : key.freeSchoolMeals || hard
      ? 'Eligible'
      : 'Not Eligible';
  const need = key.unsettled
    ? 'Unclassified'
    : key.need || hard || key.phase === 'special'
      ? 'Any special educational need'
      : 'No identified special educational need';
  const sex = key.sex === 'F' ? 'Female' : 'Male';
  // Reception is below the ages of the release and Year 12 above it.
  const group = Math.min(11, Math.max(1, key.yearGroup));
  const alike = cells.filter(
    (cell) => cell.type === type && cell.meals === meals && cell.need === need,
  );
  const exact = sum(alike.filter((cell) => cell.sex === sex && cell.group === group));
  return total(exact) >= 60 ? exact : sum(alike);
}

interface Level {
  /** Published persistent and severe absence, Kent, % of enrolments. */
  persistent: number;
  severe: number;
  /** Of those not persistently absent, the share who miss 5 % or more. */
  second: number;
  /** How near the foot of its band a rate lies: set so that overall absence is as published. */
  lean: number;
}

const LEVELS: Record<number, Level> = {
  2021: { persistent: 24.12, severe: 1.78, second: 0.355, lean: 1.2 },
  2022: { persistent: 23.17, severe: 2.27, second: 0.351, lean: 1.35 },
  2023: { persistent: 21.36, severe: 2.44, second: 0.335, lean: 1.55 },
  2024: { persistent: 19.42, severe: 2.39, second: 0.315, lean: 1.8 },
};

function levelOf(year: number): Level {
  return LEVELS[Math.min(2024, Math.max(2021, year))] as Level;
}

/** Factors on bands 1, 2, 3-10 and 11 that move the county of 2022/23 to another year's levels. */
function factors(year: number): number[] {
  const { persistent, severe, second } = levelOf(year);
  const regular = 1 - persistent / 100;
  const goal = [
    regular * (1 - second),
    regular * second,
    (persistent - severe) / 100,
    severe / 100,
  ];
  let result = [1, 1, 1, 1];
  for (let round = 0; round < 60; round++) {
    const got = [0, 0, 0, 0];
    let all = 0;
    for (const { counts } of cells) {
      const scaled = scale(counts, result);
      const size = total(counts);
      const sized = size / Math.max(total(scaled), 1e-9);
      scaled.forEach((n, band) => (got[part(band)] = (got[part(band)] ?? 0) + n * sized));
      all += size;
    }
    result = result.map((f, i) => (f * (goal[i] ?? 1)) / ((got[i] ?? 0) / all));
  }
  return result;
}

function part(band: number): number {
  return band < 2 ? band : band < 10 ? 2 : 3;
}

function scale(counts: readonly number[], by: readonly number[]): number[] {
  return counts.map((n, band) => n * (by[part(band)] ?? 1));
}

/** The bands of one academic year: a place among like pupils in, a rate of absence out. */
export class AbsenceBands {
  private known = new Map<string, number[]>();
  private by: number[];
  private lean: number;

  constructor(year: number) {
    this.by = factors(year);
    this.lean = levelOf(year).lean;
  }

  /** One name a cell, so that enrolments can be ranked within it. */
  static cellName(key: CellKey): string {
    return Object.values(key).join('|');
  }

  /**
   * Sessions missed out of `possible`, for the enrolment at `place` (0 the best attendance of its
   * cell, 1 the worst). The band is exact: a rate never slips over an edge by rounding.
   */
  absences(key: CellKey, place: number, possible: number): number {
    const name = AbsenceBands.cellName(key);
    const shares = this.known.get(name) ?? scale(countsOf(key), this.by);
    this.known.set(name, shares);
    let left = place * total(shares);
    let band = 0;
    while (band < 10 && left >= (shares[band] ?? 0)) left -= shares[band++] ?? 0;
    const within = left / Math.max(shares[band] ?? 0, 1e-9);
    const low = band * 0.05;
    // Within the last band most are nearer half than all.
    const high = band === 10 ? 1 : low + 0.05;
    const fewest = Math.ceil(low * possible - 1e-9);
    const most = Math.max(fewest, Math.ceil(high * possible - 1e-9) - 1);
    const spread = Math.pow(within, band === 10 ? 2.4 : this.lean);
    return Math.min(possible, fewest + Math.floor(spread * (most - fewest + 1)));
  }
}
