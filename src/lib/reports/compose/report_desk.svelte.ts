import { createContext } from 'svelte';
import type { ReportDefinition } from '../definition';
import type { DrawnReport } from '../draw_report';
import type { Report } from '../report';
import type { Edit } from './edit';

/** A report that was made, and what of it was drawn. */
export interface MadeReport {
  readonly report: Report;
  readonly drawn: DrawnReport;
  /** Which state of the loaded data it was made from. */
  readonly generation: number;
}

/**
 * The report that is being put together. It is held in memory of this tab alone, whichever page is shown, and goes
 * with it; its definition, which holds no data, can be saved as a file.
 */
export class ReportDesk {
  definition = $state.raw<ReportDefinition | null>(null);
  made = $state.raw<MadeReport | null>(null);
  /** The definition as it was last opened or saved. */
  #kept = $state.raw<ReportDefinition | null>(null);

  /** Whether something would be lost. */
  readonly unsaved = $derived(this.definition !== null && this.definition !== this.#kept);
  /** Whether the definition was changed since the report was made. */
  readonly stale = $derived(this.made !== null && this.made.report.definition !== this.definition);

  open(definition: ReportDefinition, isKept = false): void {
    this.definition = definition;
    this.#kept = isKept ? definition : null;
    this.made = null;
  }

  edit(change: Edit): void {
    if (this.definition) this.definition = change(this.definition);
  }

  /** The definition is in a file now. */
  saved(): void {
    this.#kept = this.definition;
  }

  /** Forgets what was made of the data; the definition holds none and stays. */
  clear(): void {
    this.made = null;
  }

  close(): void {
    this.definition = null;
    this.#kept = null;
    this.made = null;
  }
}

export const [getReportDesk, setReportDesk] = createContext<ReportDesk>();
