import type { DisclosurePolicy } from '../disclosure/safe_table';
import type { Json } from './canonical_json';
import { hashOfJson } from './hash';
import { hash, id, instant, json, listOf, mapOf, object, text } from './shape/shapes';
import { versioned } from './shape/versioned';
import { profileShape } from './pack_file';

/** How one figure was made, so that it can be made again. It holds no moment: made again, it is the same record. */
export interface FigureRecord {
  /** By which files of the figure are named. */
  readonly figure: string;
  readonly title: string;
  readonly subtitle: string;
  /** The measure; its version is the hash of its definition and SQL (`measureVersion`). */
  readonly measure: { readonly id: string; readonly label: string; readonly version: string };
  /** The periods that were answered. */
  readonly periods: readonly string[];
  /** What was asked. */
  readonly request: {
    readonly measure: string;
    readonly periods: readonly string[];
    readonly by: readonly string[];
    readonly where: Readonly<Record<string, readonly string[]>>;
  };
  /** The statement that was run, and what was bound to it. */
  readonly sql: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly profile: DisclosurePolicy;
  readonly engine: {
    readonly name: string;
    readonly version: string;
    readonly wasm_sha256: string;
  };
  /** SHA-256 of the extracts it rests on, each of which `data/pack.json` describes. */
  readonly extracts: readonly string[];
  /** SHA-256 of the canonical JSON of its rows: of the file `data/figures/<figure>.json`. */
  readonly result_sha256: string;
  readonly notes: readonly string[];
  readonly app_version: string;
}

/** A record as it stands in the chain. */
export interface ChainedRecord {
  readonly record: FigureRecord;
  readonly made: string;
  /** SHA-256 of the canonical JSON of `record`. */
  readonly record_sha256: string;
  /** SHA-256 of the canonical JSON of `[chain_sha256 of the one before, record_sha256, made]`. */
  readonly chain_sha256: string;
}

export const RECORDS = 'data/records.json';
export const RECORDS_FORMAT = 'waymark-evidence-records';
/** What stands before the first record. */
export const chainStart = '0'.repeat(64);

/** The chain of records in their order. */
export async function chained(
  records: readonly { readonly record: FigureRecord; readonly made: string }[],
): Promise<readonly ChainedRecord[]> {
  const chain: ChainedRecord[] = [];
  for (const { record, made } of records) {
    const record_sha256 = await hashOfJson(record);
    const chain_sha256 = await linkHash(chainHead(chain), record_sha256, made);
    chain.push({ record, made, record_sha256, chain_sha256 });
  }
  return chain;
}

export const linkHash = (previous: string, record: string, made: string): Promise<string> =>
  hashOfJson([previous, record, made]);

export const chainHead = (chain: readonly ChainedRecord[]): string =>
  chain.at(-1)?.chain_sha256 ?? chainStart;

export const recordsShape = versioned<{ readonly records: readonly ChainedRecord[] }>(
  RECORDS_FORMAT,
  {
    records: listOf(
      object<ChainedRecord>({
        record: object<FigureRecord>({
          figure: id,
          title: text,
          subtitle: text,
          measure: object({ id: text, label: text, version: hash }),
          periods: listOf(text),
          request: object({
            measure: text,
            periods: listOf(text),
            by: listOf(text),
            where: mapOf(listOf(text)),
          }),
          sql: text,
          parameters: mapOf(json),
          profile: profileShape,
          engine: object({ name: text, version: text, wasm_sha256: hash }),
          extracts: listOf(hash),
          result_sha256: hash,
          notes: listOf(text),
          app_version: text,
        }),
        made: instant,
        record_sha256: hash,
        chain_sha256: hash,
      }),
    ),
  },
);
