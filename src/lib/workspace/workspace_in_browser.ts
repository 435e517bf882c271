import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { startEngineInBrowser } from '../engine/engine_in_browser';
import { startRecoveringEngine, type EngineState } from '../engine/recovering_engine';
import { decoderInWorker } from '../intake/decoder_in_worker';
import { CalculatorInWorker } from '../models/calculator_in_worker';
import { Workspace } from './workspace';

export interface BrowserWorkspaceOptions {
  readonly districtCodes: readonly string[];
  readonly onEngineState: (state: EngineState) => void;
}

/** A workspace in the page: the decoder and the engine each in a sealed worker of its own. */
export async function openWorkspaceInBrowser({
  districtCodes,
  onEngineState,
}: BrowserWorkspaceOptions): Promise<Workspace> {
  let workspace: Workspace | null = null;
  const [engine, decoder] = await Promise.all([
    startRecoveringEngine({
      start: (onFatal) => startEngineInBrowser({ onFatal }),
      reload: async (fresh) => workspace?.reload(fresh),
      onState: onEngineState,
    }),
    decoderInWorker(new URL(parquetWasm, location.href).href),
  ]);
  workspace = new Workspace({
    engine,
    decoder,
    districtCodes,
    calculator: new CalculatorInWorker(),
  });
  return workspace;
}
