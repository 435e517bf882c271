import { textOf } from './bytes';
import { canonicalJson, type Json } from './canonical_json';
import { PackError } from './pack_error';

/** Deeper than any file of a pack, and shallow enough for every stack. */
const DEEPEST = 32;

/**
 * Reads a JSON file.
 *
 * @throws PackError that names the file
 */
export function readJson(bytes: Uint8Array, file: string): Json {
  const text = textOf(bytes);
  if (text === null) throw malformed(file, 'it is not UTF-8 text');
  if (text.startsWith('\uFEFF')) throw malformed(file, 'it begins with a byte order mark');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw malformed(file, 'it is not JSON');
  }
  refuseOddities(value, file, 0);
  return value;
}

/**
 * Reads a JSON file of a pack, which must be canonical to the byte: then a name cannot stand twice, a number not be
 * larger than it is read, and two programs cannot read two things in it.
 *
 * @throws PackError that names the file
 */
export function readStrictJson(bytes: Uint8Array, file: string): Json {
  const value = readJson(bytes, file);
  let canonical: string;
  try {
    canonical = canonicalJson(value);
  } catch (error) {
    throw malformed(file, (error as Error).message);
  }
  if (canonical !== textOf(bytes)) {
    throw malformed(
      file,
      'it is not written in the one canonical form (RFC 8785): there are spaces, names out of order or twice, or numbers that cannot be held exactly',
    );
  }
  return value;
}

function refuseOddities(value: Json, file: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === DEEPEST) throw malformed(file, `it is nested deeper than ${DEEPEST} levels`);
  for (const [name, member] of Object.entries(value)) {
    // Assigned to an object carelessly, this name would change what all objects are.
    if (name === '__proto__') throw malformed(file, 'it holds the name "__proto__"');
    refuseOddities(member as Json, file, depth + 1);
  }
}

const malformed = (file: string, why: string): PackError =>
  new PackError('malformed', `${file} cannot be read: ${why}. Ask for another copy.`, file);
