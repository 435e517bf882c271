import type { FindingsContent } from '../disclosure/findings';
import type { ModelInputs, ModelSettings } from './model';
import type { ModelRun } from './model_run';

/** Where models are worked out: in this thread under Node, in a worker of its own in the page. */
export interface Calculator {
  /** Rejects with the signal's reason when it is aborted. */
  calculate(
    model: string,
    inputs: ModelInputs,
    settings: ModelSettings,
    run?: ModelRun,
  ): Promise<FindingsContent>;
  close(): void;
}
