import { formula } from './formula';
import type { WorkbookColumn } from './workbook';

type Holds = WorkbookColumn['holds'];

/** Every way a cell looks; the writers have a style for each. Numbers look as their column holds them. */
export const LOOKS = [
  'title',
  /** Text over the empty cells to its right. */
  'line',
  /** Text that wraps. */
  'paragraph',
  'heading',
  'number heading',
  'link',
  /** What stands in place of a number, and lines up with numbers. */
  'symbol',
  'words',
  'whole numbers',
  'one decimal',
  'two decimals',
  'percent',
] as const satisfies readonly (Holds | string)[];

export type Look = (typeof LOOKS)[number];

const NUMBERS: readonly Look[] = ['whole numbers', 'one decimal', 'two decimals', 'percent'];

export const isNumberLook = (look: Look): look is Exclude<Holds, 'words'> => NUMBERS.includes(look);

/**
 * Whether a cell of words is marked as text beside being of the type text. The type alone keeps it from being run
 * when the file is opened, but whoever goes into the cell and leaves it again types it anew, and then it would be.
 */
export const isGuarded = (value: string | number): boolean =>
  typeof value === 'string' && formula.test(value);
