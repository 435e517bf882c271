import type { ReportDefinition } from '../definition';

/** A definition to begin with. */
export interface ReportTemplate {
  readonly id: string;
  readonly label: string;
  /** Whom it is for and when, as a sentence. */
  readonly use: string;
  /** Whether it is of one district, which whoever takes it chooses. */
  readonly takesDistrict: boolean;
  readonly definition: ReportDefinition;
}
