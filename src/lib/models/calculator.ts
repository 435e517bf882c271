import type { FindingsContent } from '../disclosure/findings';
import type { ModelInputs, ModelSettings, Watch } from './model';

/** Where models are worked out: in this thread under Node, in a worker of its own in the page. */
export interface Calculator {
  /** Rejects with the signal's reason when it is aborted. */
  calculate(
    model: string,
    inputs: ModelInputs,
    settings: ModelSettings,
    watch?: Watch,
  ): Promise<FindingsContent>;
  close(): void;
}
