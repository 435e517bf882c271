import type { DimensionId } from './dimension_ids';

/** A dimension as people read it: its name and the words for its codes. */
export interface Dimension {
  readonly id: DimensionId;
  readonly label: string;
  /** Words for each code, in the order in which groups are shown; codes not listed here are shown as they are. */
  readonly values: Readonly<Record<string, string>>;
}

/** What is said of a dimension beside its id. */
export type Described = Omit<Dimension, 'id'>;
