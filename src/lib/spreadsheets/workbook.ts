/**
 * A workbook of tables for people to keep, laid out as the government guidance on releasing statistics in
 * spreadsheets asks: a cover, contents, notes, then one table a sheet. It says what is in the sheets; `xlsx.ts` and
 * `ods.ts` turn it into files. Nothing here knows what the figures mean.
 */
export interface Workbook {
  readonly title: string;
  /** Who answers for it, for the file's properties and the cover. */
  readonly author: string;
  /** When it was made, as an ISO instant; the same workbook with the same instant is the same bytes. */
  readonly made: string;
  /** What the reader should know first, a paragraph each: what this is, the source, the period, how people are protected, whom to ask. */
  readonly cover: readonly string[];
  /** Symbols and shorthand that stand in the tables, with what each means: `[c]`, "hidden to protect people". */
  readonly symbols: readonly WorkbookSymbol[];
  /** Notes about figures, which tables refer to as `[note 1]` by their place in this list. */
  readonly notes: readonly string[];
  readonly tables: readonly WorkbookTable[];
}

export interface WorkbookSymbol {
  readonly symbol: string;
  readonly meaning: string;
}

/** One sheet with one table. */
export interface WorkbookTable {
  /** What the table holds, as a heading; the tab is named by its number. */
  readonly title: string;
  /** Lines between the heading and the table: period and place, what to take care of, source. */
  readonly lines: readonly string[];
  readonly columns: readonly WorkbookColumn[];
  /** A cell a column. Words stay words whatever they begin with; where there is no number, the symbol in brackets. */
  readonly rows: readonly (readonly WorkbookCell[])[];
}

export type WorkbookCell = string | number;

export interface WorkbookColumn {
  readonly heading: string;
  /** How the numbers of the column are shown; their full precision stays in the file. */
  readonly holds: 'words' | 'whole numbers' | 'one decimal' | 'two decimals' | 'percent';
}
