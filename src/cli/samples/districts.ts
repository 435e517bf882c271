/** A Kent district as this generator sees it. */
export interface District {
  code: string;
  name: string;
  /** Share of the county's people aged 0 to 25, relative. */
  weight: number;
  /** Mean deprivation of its neighbourhoods, in standard deviations; more is more deprived. */
  deprivation: number;
  /** Share of young people who are not White British: higher along the Thames. */
  minorities: number;
}

/**
 * The twelve districts. Sizes follow the census of 2021; deprivation follows the order of the Index
 * of Multiple Deprivation 2019, rounded, since nothing here is meant as an estimate for a real place.
 */
export const DISTRICTS: readonly District[] = [
  { code: 'E07000105', name: 'Ashford', weight: 42, deprivation: 0, minorities: 0.17 },
  { code: 'E07000106', name: 'Canterbury', weight: 46, deprivation: 0, minorities: 0.16 },
  { code: 'E07000107', name: 'Dartford', weight: 41, deprivation: -0.05, minorities: 0.38 },
  { code: 'E07000108', name: 'Dover', weight: 33, deprivation: 0.25, minorities: 0.1 },
  { code: 'E07000109', name: 'Gravesham', weight: 36, deprivation: 0.3, minorities: 0.36 },
  { code: 'E07000110', name: 'Maidstone', weight: 55, deprivation: -0.1, minorities: 0.2 },
  { code: 'E07000111', name: 'Sevenoaks', weight: 37, deprivation: -0.4, minorities: 0.14 },
  {
    code: 'E07000112',
    name: 'Folkestone and Hythe',
    weight: 30,
    deprivation: 0.35,
    minorities: 0.15,
  },
  { code: 'E07000113', name: 'Swale', weight: 48, deprivation: 0.4, minorities: 0.13 },
  { code: 'E07000114', name: 'Thanet', weight: 43, deprivation: 0.6, minorities: 0.15 },
  {
    code: 'E07000115',
    name: 'Tonbridge and Malling',
    weight: 42,
    deprivation: -0.35,
    minorities: 0.12,
  },
  { code: 'E07000116', name: 'Tunbridge Wells', weight: 37, deprivation: -0.4, minorities: 0.14 },
];

/** Medway is no part of the county, but some who live there go to school in Kent. */
export const MEDWAY = 'E06000035';

/** People of each academic age -1 to 24 in the county, relative. */
export const AGE_WEIGHTS: readonly number[] = [
  15.5, 17, 17.4, 17.6, 17.9, 18.3, 18.8, 19.1, 19.3, 19.4, 19.6, 19.8, 20.1, 20.5, 20.4, 20.1,
  19.8, 19.6, 19.2, 17.2, 15.6, 15.4, 16, 16.4, 16.8, 16.8,
];
