import { openAsBlob } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { kent } from '$lib/county/kent';
import type { DisclosurePolicy } from '$lib/disclosure/safe_table';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { decoderHere } from '$lib/intake/decoder_here';
import type { NamedBlob } from '$lib/intake/decoder';
import { calculatorHere } from '$lib/models/calculator_here';
import { Workspace, type WorkspaceOptions } from '$lib/workspace/workspace';

/** A workspace under Node: the page's own code, with the decoder and the engine in this thread. */
export async function openWorkspaceInNode(
  policy: DisclosurePolicy,
  how: Pick<WorkspaceOptions, 'figures'> = {},
): Promise<Workspace> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  return new Workspace({
    engine: await startEngineInNode(),
    decoder: await decoderHere(await readFile(wasm)),
    districtCodes: kent.districts.map((district) => district.code),
    policy,
    calculator: calculatorHere,
    ...how,
  });
}

/** The files of a folder that may be extracts, in the order of their names. */
export async function extractsIn(folder: string): Promise<NamedBlob[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(parquet|csv)$/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  return Promise.all(names.map((name) => namedBlob(join(folder, name))));
}

/** A file on disk, read as it is needed. */
export async function namedBlob(path: string): Promise<NamedBlob> {
  return Object.defineProperty(await openAsBlob(path), 'name', {
    value: basename(path),
  }) as NamedBlob;
}
