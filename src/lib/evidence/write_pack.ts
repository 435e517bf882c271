import {
  bagInfoText,
  bagitText,
  BAG_INFO,
  BAGIT,
  byName,
  MANIFEST,
  manifestOf,
  TAG_MANIFEST,
} from './bagit';
import { utf8, type Bytes } from './bytes';
import { canonicalJson } from './canonical_json';
import { hashOfBytes } from './hash';
import { PACK, PACK_FORMAT, type PackDetails, type PackFile } from './pack_file';
import { PackError } from './pack_error';
import { figureFiles, INDEX } from './pack_names';
import { readPack } from './read_pack';
import {
  chained,
  chainHead,
  RECORDS,
  RECORDS_FORMAT,
  type ChainedRecord,
  type FigureRecord,
} from './records';
import type { ResultRow } from './result_rows';
import { CRATE, roCrate } from './ro_crate';
import { fingerprint } from './seal/fingerprint';
import { SEAL, sealFile, type Sealing } from './seal/seal_file';
import { packedEntry, storedEntry, zipOf, type PackedEntry } from './zip/write_zip';

/** One figure as it goes into a pack. */
export interface PackFigure {
  /** Lower-case letters, digits and hyphens; its files are named by it. */
  readonly id: string;
  /** How it was made; the rest of its record follows from the pack and the rows. */
  readonly making: Omit<FigureRecord, 'figure' | 'profile' | 'result_sha256' | 'app_version'>;
  /** When it was made, as an instant in UTC. */
  readonly made: string;
  /** Of a safe table (`resultRows`). */
  readonly rows: readonly ResultRow[];
  readonly csv: string;
  /** The CSVW metadata of the CSV. */
  readonly csvw: string;
  readonly svg: string | null;
}

/** All that a pack is made of. The same input gives the same bytes. */
export interface PackInput {
  readonly details: PackDetails;
  /** In the order of the chain. */
  readonly figures: readonly PackFigure[];
  /** The pages for people: one HTML file that needs no script and no network. */
  readonly indexHtml: string;
}

/**
 * Makes a pack of format version 1 (docs/evidence-pack.md) and seals it.
 *
 * @param sealing with which key and when; null leaves the pack unsealed, and it says so
 * @throws PackError when something in the input is not as the format has it, or the pack would be too large to be read;
 *   TypeError when it holds what JSON cannot say, for example no number
 */
export async function makePack(input: PackInput, sealing: Sealing | null): Promise<Bytes> {
  const signer = sealing && {
    authority: sealing.key.authority,
    fingerprint: await fingerprint(sealing.key.publicKey),
  };
  const pack: PackFile = { ...input.details, signer };
  const { payload, chain } = await payloadOf(pack, input);
  payload.set(CRATE, utf8(roCrate(pack, new Map([...payload].sort(byName)))));
  const { packed, tagManifest } = await bagEntries(pack, new Map([...payload].sort(byName)));
  const seal = await sealFile(
    {
      tagmanifest_sha256: await hashOfBytes(tagManifest),
      records: chain.length,
      chain_sha256: chainHead(chain),
      entries: await listed(packed),
    },
    sealing,
  );
  const zip = zipOf([...packed, storedEntry(SEAL, seal)]);
  // What cannot be read again is not handed out.
  const read = readPack(zip);
  if ('refused' in read) throw new PackError(read.refused, read.sentence, read.file);
  return zip;
}

/** All files under `data/` but the one that lists them, and the records as they are chained. */
async function payloadOf(
  pack: PackFile,
  { figures, indexHtml }: PackInput,
): Promise<{ payload: Map<string, Bytes>; chain: readonly ChainedRecord[] }> {
  const payload = new Map<string, Bytes>([
    [INDEX, utf8(indexHtml)],
    [PACK, utf8(canonicalJson({ format: PACK_FORMAT, version: 1, ...pack }))],
  ]);
  const records: { record: FigureRecord; made: string }[] = [];
  for (const { id, making, made, rows, csv, csvw, svg } of figures) {
    const files = figureFiles(id);
    if (payload.has(files.rows)) {
      throw new PackError('malformed', `Two figures of the pack have the id ${id}.`);
    }
    const result = utf8(canonicalJson(rows));
    payload.set(files.rows, result).set(files.csv, utf8(csv)).set(files.csvw, utf8(csvw));
    if (svg !== null) payload.set(files.picture, utf8(svg));
    const record: FigureRecord = {
      ...making,
      figure: id,
      profile: pack.profile,
      result_sha256: await hashOfBytes(result),
      app_version: pack.app_version,
    };
    records.push({ record, made });
  }
  const chain = await chained(records);
  payload.set(RECORDS, utf8(canonicalJson({ format: RECORDS_FORMAT, version: 1, records: chain })));
  return { payload, chain };
}

async function bagEntries(
  pack: PackFile,
  payload: ReadonlyMap<string, Bytes>,
): Promise<{ packed: readonly PackedEntry[]; tagManifest: Bytes }> {
  const tags = new Map([
    [BAGIT, utf8(bagitText)],
    [BAG_INFO, utf8(bagInfoText(pack, payload))],
    [MANIFEST, await manifestOf(payload)],
  ]);
  const tagManifest = await manifestOf(tags);
  const files = [...tags, [TAG_MANIFEST, tagManifest] as const, ...payload];
  return { packed: files.map(([name, content]) => packedEntry(name, content)), tagManifest };
}

async function listed(
  entries: readonly PackedEntry[],
): Promise<{ name: string; sha256: string }[]> {
  const list: { name: string; sha256: string }[] = [];
  for (const { header, bytes } of entries) {
    list.push({ name: header.name, sha256: await hashOfBytes(bytes) });
  }
  return list;
}
