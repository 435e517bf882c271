import { startSealedWorker } from '../platform/sealed_worker';
import type { Calculator } from './calculator';
import workerUrl from './calculator.worker?worker&url';
import type { CalculationReply, CalculationRequest } from './calculator_messages';

/**
 * Models worked out in a sealed worker, so that the page stays free. A calculation does not listen while
 * it works: to cancel one its worker is ended, and the next starts another.
 */
export class CalculatorInWorker implements Calculator {
  #idle: Worker | null = null;

  calculate(
    ...[model, inputs, settings, { onProgress, signal } = {}]: Parameters<Calculator['calculate']>
  ): ReturnType<Calculator['calculate']> {
    signal?.throwIfAborted();
    const worker =
      this.#idle ?? startSealedWorker(new URL(workerUrl, location.href).href, 'module');
    this.#idle = null;
    return new Promise((resolve, reject) => {
      const settle = (end: () => void, keep: boolean): void => {
        worker.onmessage = null;
        worker.onerror = null;
        signal?.removeEventListener('abort', onAbort);
        if (keep && this.#idle === null) this.#idle = worker;
        else worker.terminate();
        end();
      };
      const onAbort = (): void => settle(() => reject(signal?.reason), false);
      signal?.addEventListener('abort', onAbort, { once: true });
      worker.onerror = () =>
        settle(() => reject(new Error('The model stopped. Try it again.')), false);
      worker.onmessage = ({ data }: MessageEvent<CalculationReply>) => {
        if ('progress' in data) onProgress?.(data.progress);
        else if ('findings' in data) settle(() => resolve(data.findings), true);
        else settle(() => reject(new Error(data.failed)), true);
      };
      const request: CalculationRequest = { model, inputs, settings };
      worker.postMessage(request);
    });
  }

  close(): void {
    this.#idle?.terminate();
    this.#idle = null;
  }
}
