import type { SafeTable } from '../disclosure/safe_table';
import type { TableModel } from '../ui/table';
import type { Draw } from './picture';

/** A figure as pages and reports show it: words, table and picture, all of safe tables. */
export interface FigureContent {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is measured, in which unit, over which period. */
  readonly subtitle: string;
  /** The same figures as the picture, one row a mark. */
  readonly table: TableModel;
  /** The safe tables behind it; none where a model found it. */
  readonly tables: readonly SafeTable[];
  /** The periods it shows, of which its tables may hold more; none where a model found it. */
  readonly periods: readonly string[];
  /** None where it is a table alone. */
  readonly draw?: Draw;
  /** Above this width, in CSS pixels, the picture gains nothing. */
  readonly maxWidth?: number;
}

/** One that has a picture. */
export interface PictureContent extends FigureContent {
  readonly draw: Draw;
}
