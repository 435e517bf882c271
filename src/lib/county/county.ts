/** A district of the county, or a neighbour that its map shows but its figures leave out. */
export interface District {
  readonly code: string;
  readonly name: string;
  /** For narrow places such as a map. */
  readonly shortName: string;
}

export interface TermDates {
  readonly academicYear: string;
  readonly term: 1 | 2 | 3 | 4 | 5 | 6;
  /** ISO dates, both inclusive. */
  readonly start: string;
  readonly end: string;
}

export type ComparatorArea = 'county' | 'region' | 'england' | 'neighbour';

/** A figure somebody else has published: the yardstick beside our own. */
export interface PublishedFigure {
  /** The name of the series, which a measure gives as `published`. */
  readonly measure: string;
  readonly areaKind: ComparatorArea;
  readonly area: string;
  /** A period string of the measure: `2024-25`, `2025-03` or `2025-djf`. */
  readonly period: string;
  /** A fraction; null when it was not published. */
  readonly value: number | null;
}

/** Outlines as GeoJSON, rings wound as d3 wants them (the outer ring clockwise). */
export interface Outlines {
  readonly type: 'FeatureCollection';
  readonly features: readonly Outline[];
}

export interface Outline {
  readonly type: 'Feature';
  readonly properties: { readonly code: string; readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };
}

export type Ring = [number, number][];

/** A county as data. A second county is a second module of this shape. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly authority: string;
  readonly dfeCode: string;
  readonly region: { readonly code: string; readonly name: string };
  readonly country: { readonly code: string; readonly name: string };
  readonly districts: readonly District[];
  /** Areas the map shows greyed, because their figures belong to another authority. */
  readonly neighbours: readonly District[];
  readonly neighbourNote: string;
  readonly termDates: readonly TermDates[];
  readonly outlinesCredit: string;
  readonly publishedCredit: string;
  /** Loaded on demand, so that the shell does not wait for them. */
  readonly loadOutlines: () => Promise<Outlines>;
  readonly loadPublished: () => Promise<readonly PublishedFigure[]>;
}

/** The district's name for narrow places. */
export function districtShortName(county: County, code: string): string {
  return find(county, code)?.shortName ?? code;
}

function find(county: County, code: string): District | undefined {
  return [...county.districts, ...county.neighbours].find((district) => district.code === code);
}
