/** A characteristic by which a measure can be split or filtered. */
export type DimensionId =
  | 'district'
  | 'home_district'
  | 'year_group'
  | 'sex'
  | 'ethnic_group'
  | 'sen'
  | 'free_school_meals'
  | 'phase'
  | 'service';

export type PeriodBasis =
  'month_end' | 'december_to_february' | 'academic_year' | 'term' | 'year_to_date';

/** One definition of a figure: the page, the dictionary, the command line and every file read this object. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  /** The definition in a sentence or two of plain English. */
  readonly definition: string;
  /** The regulation or methodology the definition comes from. */
  readonly source: string;
  /** How a fraction is shown: as a percentage or per 1,000. */
  readonly unit: 'percent' | 'per_1000';
  /** Whether a higher value is worse, better, or neither. */
  readonly polarity: 'higher_is_worse' | 'higher_is_better' | 'neutral';
  /** What is counted above and below the line, in the plural. */
  readonly numerator: string;
  readonly denominator: string;
  readonly periodBases: readonly PeriodBasis[];
  readonly dimensions: readonly DimensionId[];
  /** What a dimension means for this measure where its plain name is not enough, for example whose district. */
  readonly dimensionNotes: Readonly<Partial<Record<DimensionId, string>>>;
  /** Contract tables without which the measure cannot be made; of a list within, any one will do. */
  readonly needs: readonly (string | readonly string[])[];
  readonly caveats: readonly string[];
  /**
   * The counts over the marts, with named parameters. It answers the dimension columns, `numerator`
   * and `denominator`, and for counts that are not of people `people_in_numerator` and
   * `people_in_denominator`, on which disclosure control rests as well.
   * The markers in braces are filled by `measures/count.ts` from `columns`, never from user text.
   */
  readonly sql: string;
  /** The column of the measure's mart that holds a dimension, where it is not the dimension's own name. */
  readonly columns: Readonly<Partial<Record<DimensionId, string>>>;
  /** The same for the mart of the denominator, of a measure that takes it from elsewhere. */
  readonly populationColumns?: Readonly<Partial<Record<DimensionId, string>>>;
}
