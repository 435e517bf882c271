import type { FindingsContent } from '../disclosure/findings';
import type { ModelInputs, ModelSettings } from './model';

/** What the page asks of the worker. */
export interface CalculationRequest {
  readonly model: string;
  readonly inputs: ModelInputs;
  readonly settings: ModelSettings;
}

/** What the worker answers, in order: progress any number of times, then one of the others. */
export type CalculationReply =
  | { readonly progress: number }
  | { readonly findings: FindingsContent }
  | { readonly failed: string };
