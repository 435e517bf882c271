import { startSealedWorker } from '$lib/platform/sealed_worker';
import type { Decoder } from './decoder';
import workerUrl from './decoder.worker?worker&url';
import { DecoderClient } from './decoder_client';

/**
 * Starts the decoder in a sealed worker of its own, so that the page stays free while files are read.
 * @param wasm absolute address of the parquet-wasm module, of this page's origin
 * @throws Error when the worker or the module cannot be started
 */
export async function decoderInWorker(wasm: string): Promise<Decoder> {
  const worker = startSealedWorker(new URL(workerUrl, location.href).href, 'module');
  const decoder = new DecoderClient(worker, () => worker.terminate());
  worker.addEventListener('error', () => {
    decoder.fail(new Error('The part of the page that reads files has stopped. Reload the page.'));
    worker.terminate();
  });
  try {
    await decoder.start(wasm);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return decoder;
}
