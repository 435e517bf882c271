import type { Bytes } from '../bytes';
import { hasPassphrase, isAgeFile } from '../seal/age_file';
import { readPack, type OpenedPack, type Refusal } from '../read_pack';
import { verifyPack, type PackReport } from '../verify_pack';
import { knownMeasures, type KnownMeasures } from './definition';

// All that opening a pack needs: inflating, hashing, curves and decrypting. It is fetched when it is needed.
export { decryptPack } from '../encrypted_pack';
export { PackError } from '../pack_error';
export { fingerprint } from '../seal/fingerprint';
export { readPublicKeyFile } from '../seal/public_key_file';
export { verifyPack };

/** A pack that is shown, with what was found of it. */
export interface InspectedPack {
  readonly opened: OpenedPack;
  readonly report: PackReport;
  readonly measures: KnownMeasures;
}

/** What opens a file; null when it is not encrypted. */
export function lockOf(bytes: Bytes): 'passphrase' | 'identity' | null {
  if (!isAgeFile(bytes)) return null;
  return hasPassphrase(bytes) ? 'passphrase' : 'identity';
}

/**
 * Opens a pack and checks every byte of it, before anything of it is shown.
 *
 * @param keys fingerprints of known keys
 * @param checking called once it is open and the checks begin; the page may paint before it goes on
 */
export async function inspect(
  bytes: Bytes,
  keys: readonly string[],
  checking: (files: number) => Promise<void>,
): Promise<InspectedPack | Refusal> {
  const opened = readPack(bytes);
  if ('refused' in opened) return opened;
  await checking(opened.files.size);
  const report = await verifyPack(opened, keys);
  const measures = await knownMeasures(opened.records.map(({ record }) => record));
  return { opened, report, measures };
}
