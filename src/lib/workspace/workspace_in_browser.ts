import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { startEngineInBrowser } from '../engine/engine_in_browser';
import { startRecoveringEngine, type EngineState } from '../engine/recovering_engine';
import { decoderInWorker } from '../intake/decoder_in_worker';
import { CalculatorInWorker } from '../models/calculator_in_worker';
import type { Workspace } from './workspace';

export interface BrowserWorkspaceOptions {
  readonly districtCodes: readonly string[];
  readonly onEngineState: (state: EngineState) => void;
}

export interface BrowserWorkspace {
  readonly workspace: Workspace;
  /** Resolves when the engine runs, sealed; rejects when it cannot be started. What is asked of it before waits. */
  readonly started: Promise<void>;
}

/**
 * A workspace in the page: the decoder and the engine each in a sealed worker of its own. Both workers and
 * the page's own part of them are fetched side by side. The workspace comes as soon as files can be read;
 * rejects when they cannot.
 */
export async function openWorkspaceInBrowser({
  districtCodes,
  onEngineState,
}: BrowserWorkspaceOptions): Promise<BrowserWorkspace> {
  let workspace: Workspace | null = null;
  const engine = startRecoveringEngine({
    start: (onFatal) => startEngineInBrowser({ onFatal }),
    reload: async (fresh) => workspace?.reload(fresh),
    onState: onEngineState,
  });
  const opening = decoderInWorker(new URL(parquetWasm, location.href).href);
  try {
    const [decoder, { Workspace }, { KeptFigures }] = await Promise.all([
      opening,
      import('./workspace'),
      import('./figures'),
    ]);
    const calculator = new CalculatorInWorker();
    workspace = new Workspace({
      engine,
      decoder,
      districtCodes,
      calculator,
      figures: (standing) => new KeptFigures(standing),
    });
    return { workspace, started: engine.started };
  } catch (error) {
    void engine.close();
    opening.then((decoder) => decoder.close()).catch(() => {});
    throw error;
  }
}
