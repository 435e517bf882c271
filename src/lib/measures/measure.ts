import type { DimensionId } from './dimension_ids';

export type { CharacteristicId, DimensionId, KindId } from './dimension_ids';

export type PeriodBasis =
  | 'month_end'
  | 'month'
  | 'twelve_months'
  | 'december_to_february'
  | 'academic_year'
  | 'term'
  | 'year_to_date';

/**
 * What a figure is, which decides its interval:
 * - `proportion`: some of a number of people or things; Wilson.
 * - `rate`: events over a base, of which there can be more than one a person; exact Poisson below 10, Byar from 10.
 * - `count`: events with nothing to divide by; the same limits, of the count.
 * - `mean`: an amount over a number of people or things; no interval.
 * - `length`: a median or quartile of days, where some may still be going on; Kaplan-Meier with log-log limits.
 */
export type MeasureKind = 'proportion' | 'rate' | 'count' | 'mean' | 'length';

/** How a value is shown: a fraction times a base, or an amount as it is (`ui/units.ts`). */
export type Unit =
  | 'percent'
  | 'per_100'
  | 'per_100_rare'
  | 'per_1000'
  | 'per_10000'
  | 'per_100000'
  | 'count'
  | 'days'
  | 'sessions'
  | 'services'
  | 'ratio';

/** The extracts whose dates say which periods a measure has. */
export type CoveredBy =
  | 'attendance'
  | 'registers'
  | 'activities'
  | 'involvements'
  | 'exclusions'
  | 'enforcements'
  | 'licences'
  | 'guarantees';

/** What a measure counts in some of the kinds by which it splits. */
export interface SomeKinds {
  readonly measure: string;
  readonly kind: DimensionId;
  readonly codes: readonly string[];
}

/** The parts of the catalogue, in the order of the dictionary. */
export type Chapter =
  | 'NEET and participation'
  | 'Attendance'
  | 'Exclusion'
  | 'Enforcement and licences'
  | 'Service involvement';

/** One definition of a figure: the page, the dictionary, the command line and every file read this object. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly chapter: Chapter;
  /** The definition in a sentence or two of plain English. */
  readonly definition: string;
  /** The regulation or methodology the definition comes from. */
  readonly source: string;
  readonly kind: MeasureKind;
  readonly unit: Unit;
  /** Which quantile of the lengths is shown; only for a `length`. */
  readonly quantile?: 'lowerQuartile' | 'median' | 'upperQuartile';
  /** Why there is no interval; only and always for a `mean`. */
  readonly whyNoInterval?: string;
  /** Whether a higher value is worse, better, or neither. */
  readonly polarity: 'higher_is_worse' | 'higher_is_better' | 'neutral';
  /** What is counted above and below the line, in the plural. */
  readonly numerator: string;
  readonly denominator: string;
  readonly periodBases: readonly PeriodBasis[];
  readonly dimensions: readonly DimensionId[];
  /**
   * Dimensions that split the numerator alone, each with the marts' relation that lists its values in a
   * column of its own name, so that a kind nobody had is a true zero.
   */
  readonly kinds?: Readonly<Partial<Record<DimensionId, string>>>;
  /**
   * Dimensions whose groups do not add up to the whole because somebody can be counted in several of them. Of all
   * others disclosure control takes it that they do.
   */
  readonly overlapping?: readonly DimensionId[];
  /**
   * Where the numerator is that of another measure over the same people in some of its kinds: the two, and others of
   * which the same is true, can be added and subtracted, which the disclosure ledger must know.
   */
  readonly numeratorOf?: SomeKinds;
  /**
   * Measures, this among them, that each count some of the kinds of a third over the same people and together all of
   * it: what is hidden is decided for them as for one table split by them, whose total the third is.
   */
  readonly partsOf?: { readonly whole: string; readonly parts: readonly string[] };
  /** What a dimension means for this measure where its plain name is not enough, for example whose district. */
  readonly dimensionNotes: Readonly<Partial<Record<DimensionId, string>>>;
  /** Contract tables without which the measure cannot be made; of a list within, any one will do. */
  readonly needs: readonly (string | readonly string[])[];
  /** Optional columns without which it cannot be made, as `table.column`. */
  readonly needsColumns?: readonly string[];
  readonly coveredBy: CoveredBy;
  readonly caveats: readonly string[];
  /** Days from which the definition differs, so that figures before and after are not one series. */
  readonly breaks?: readonly { readonly from: string; readonly what: string }[];
  /** The id of the measure in the published comparators, where there is one that can be held against it. */
  readonly published?: string;
  /**
   * The counts over the marts, with named parameters. It answers the dimension columns and
   * - `numerator` and `denominator` (a `count` has no denominator), and where the counts are not of
   *   people `people_in_numerator` and `people_in_denominator`, on which disclosure control rests too;
   * - or for a `length` a histogram: `days`, `ended` and, where some are still going on, `still_going_on`.
   * The markers in braces are filled by `measures/statement.ts` from `columns`, never from user text.
   */
  readonly sql: string;
  /** The column of the measure's mart that holds a dimension, where it is not the dimension's own name. */
  readonly columns: Readonly<Partial<Record<DimensionId, string>>>;
  /** The same for the mart of the denominator, of a measure that takes it from elsewhere. */
  readonly populationColumns?: Readonly<Partial<Record<DimensionId, string>>>;
}
