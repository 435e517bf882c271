import { textOf, type Bytes } from './bytes';
import type { Json } from './canonical_json';
import { usualLimits, type Limits } from './limits';
import { PackError, type Refused } from './pack_error';
import { figureFiles } from './pack_names';
import { PACK, packShape, type PackFile } from './pack_file';
import { RECORDS, recordsShape, type ChainedRecord } from './records';
import { rowsShape, type ResultRow } from './result_rows';
import { CRATE } from './ro_crate';
import { isAgeFile } from './seal/age_file';
import { SEAL, sealShape, type Seal } from './seal/seal_file';
import { readStrictJson } from './strict_json';
import { readZip } from './zip/read_zip';
import { unpacked } from './zip/unpack';

/** A file of an opened pack. */
export interface OpenedFile {
  readonly name: string;
  /** Null when its packed bytes are not what the zip says of it: they were changed. */
  readonly content: Bytes | null;
  /** Its local header and packed bytes, as they lie in the zip. */
  readonly whole: Bytes;
}

/** A pack that can be shown. Nothing is said yet of whether it is what it was: `verifyPack` does. */
export interface OpenedPack {
  /** In the order of the zip. */
  readonly files: ReadonlyMap<string, OpenedFile>;
  readonly pack: PackFile;
  readonly records: readonly ChainedRecord[];
  /** The rows of each figure by its id; none where the file is missing or damaged. */
  readonly results: ReadonlyMap<string, readonly ResultRow[]>;
  readonly crate: Json | null;
  /** Null when it is missing or damaged. */
  readonly seal: Seal | null;
}

/** Why a file is not opened as a pack, with a sentence for the person who brought it. */
export interface Refusal {
  readonly refused: Refused;
  readonly file: string | null;
  readonly sentence: string;
}

/**
 * Opens a pack, if it is built as packs are: hostile ones, damaged ones that cannot be shown, encrypted ones and those
 * of later versions are refused. All headers are judged before anything is unpacked.
 */
export function readPack(bytes: Bytes, limits: Limits = usualLimits): OpenedPack | Refusal {
  try {
    return opened(bytes, limits);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { refused: error.why, file: error.file, sentence: error.message };
  }
}

function opened(bytes: Bytes, limits: Limits): OpenedPack {
  if (isAgeFile(bytes)) {
    throw new PackError(
      'encrypted',
      'The pack is encrypted. Decrypt it first, with what opens it.',
    );
  }
  const files = new Map<string, OpenedFile>();
  for (const entry of readZip(bytes, limits)) {
    const { name } = entry.header;
    const content = unpacked(entry);
    if (content !== null && textOf(content) === null) {
      throw new PackError(
        'malformed',
        `${name} is not UTF-8 text, as all files of a pack are.`,
        name,
      );
    }
    files.set(name, { name, content, whole: entry.whole });
  }
  const pack = packShape(needed(files, PACK), PACK);
  const { records } = recordsShape(needed(files, RECORDS), RECORDS);
  const figures = records.map(({ record }) => record.figure);
  refuseStrangers(pack, figures);
  const results = new Map<string, readonly ResultRow[]>();
  for (const figure of figures) {
    const { rows } = figureFiles(figure);
    const json = jsonOf(files, rows);
    if (json !== null) results.set(figure, rowsShape(json, rows));
  }
  const seal = jsonOf(files, SEAL);
  return {
    files,
    pack,
    records,
    results,
    crate: jsonOf(files, CRATE),
    seal: seal === null ? null : sealShape(seal, SEAL),
  };
}

function needed(files: ReadonlyMap<string, OpenedFile>, name: string): Json {
  const file = files.get(name);
  if (!file) {
    throw new PackError(
      'no pack',
      `There is no ${name} in the zip, so it is no evidence pack.`,
      name,
    );
  }
  if (!file.content) {
    throw new PackError(
      'malformed',
      `${name} cannot be unpacked: its bytes were changed. Ask for another copy of the pack.`,
      name,
    );
  }
  return readStrictJson(file.content, name);
}

function jsonOf(files: ReadonlyMap<string, OpenedFile>, name: string): Json | null {
  const content = files.get(name)?.content ?? null;
  return content && readStrictJson(content, name);
}

function refuseStrangers({ sections }: PackFile, figures: readonly string[]): void {
  const known = new Set(figures);
  if (known.size < figures.length) {
    throw new PackError('malformed', `Two records in ${RECORDS} are of one figure.`, RECORDS);
  }
  const stranger = sections.flatMap((section) => section.figures).find((id) => !known.has(id));
  if (stranger === undefined) return;
  throw new PackError(
    'malformed',
    `A section in ${PACK} shows the figure ${stranger}, of which ${RECORDS} has no record.`,
    PACK,
  );
}
