import { createEngineTable, engineTableName } from '../contract/engine_form';
import type { Table } from '../contract/table';
import { tableNamed } from '../contract/tables';
import type { Engine } from '../engine/engine';
import type { Decoder, NamedBlob } from '../intake/decoder';
import { FileRefused, type FileReport } from '../intake/file_report';
import type { LoadOptions } from './load_step';

export interface LoadingPlace {
  readonly engine: Engine;
  readonly decoder: Decoder;
  /** Fingerprints of the files that are loaded already. */
  readonly loaded: ReadonlySet<string>;
}

export interface LoadOutcome {
  readonly report: FileReport;
  /** Recognises the same content when it is dropped again; null for a refused file. */
  readonly fingerprint: string | null;
}

/**
 * Reads one file into a table of its own. A file that is refused or cancelled leaves no table behind.
 * Rejects only when the engine or the decoder itself fails.
 */
export async function loadFile(
  { engine, decoder, loaded }: LoadingPlace,
  source: NamedBlob,
  fileNo: number,
  { signal: all, signalOf, onStep }: LoadOptions,
): Promise<LoadOutcome | 'cancelled'> {
  const signal = AbortSignal.any([all, signalOf?.(source)].filter((each) => each !== undefined));
  onStep?.({ doing: 'opening', source, fileNo });
  let engineTable: string | null = null;
  try {
    const opened = await decoder.open(source, fileNo, { signal, loaded });
    const table = contractTable(opened.table);
    engineTable = engineTableName(table, fileNo);
    // The next batch is decoded while the engine takes the last one; the first, while the table is made.
    let inserted = engine.run(createEngineTable(table, fileNo));
    inserted.catch(() => {});
    for await (const { ipc, rows, of } of decoder.batches(fileNo, { signal })) {
      await inserted;
      inserted = engine.insert(engineTable, ipc);
      inserted.catch(() => {});
      onStep?.({ doing: 'reading', fileNo, table: table.name, rows, of });
    }
    await inserted;
    signal.throwIfAborted();
    return { report: await decoder.report(fileNo), fingerprint: opened.fingerprint };
  } catch (error) {
    if (engineTable !== null) await engine.run(`drop table if exists ${engineTable}`);
    if (signal.aborted) {
      await decoder.forget(fileNo);
      return 'cancelled';
    }
    if (!(error instanceof FileRefused)) throw error;
    return { report: await decoder.report(fileNo), fingerprint: null };
  }
}

/** The contract's table of that name; intake has seen to it that there is one. */
export function contractTable(name: string): Table {
  const table = tableNamed(name);
  if (!table) throw new RangeError(`The contract has no table ${name}.`);
  return table;
}

/** Files in the order in which they are read, in parts after each of which figures are built. */
export function inParts(sources: readonly NamedBlob[]): readonly (readonly NamedBlob[])[] {
  const behindFirstFigures = /^(people|restrictions|schools|activities)[.-]/i;
  const registers = /^attendance[.-]/i;
  const isFirst = ({ name }: NamedBlob): boolean => behindFirstFigures.test(name);
  const isRegister = ({ name }: NamedBlob): boolean => registers.test(name);
  return [
    sources.filter(isFirst),
    sources.filter((source) => !isFirst(source) && !isRegister(source)),
    sources.filter(isRegister),
  ].filter((part) => part.length > 0);
}
