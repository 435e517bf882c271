import { TAG_MANIFEST } from '../bagit';
import { fromBase64 } from '../bytes';
import { hashOfBytes } from '../hash';
import { PACK } from '../pack_file';
import type { OpenedPack } from '../read_pack';
import { chainHead, RECORDS } from '../records';
import { fingerprint } from '../seal/fingerprint';
import { isSignedBySigner, SEAL, type Seal } from '../seal/seal_file';
import { check, type Check } from './check';

/** Who sealed a pack, as the seal says. */
export interface Signer {
  readonly authority: string;
  readonly fingerprint: string;
  /** When, as an instant in UTC, by the clock of the one who sealed. */
  readonly sealed: string;
}

/**
 * The seal against what it holds together, its signature, and whose it is.
 *
 * @param knownKeys fingerprints of keys that the reader has from elsewhere
 */
export async function sealChecks(
  opened: OpenedPack,
  knownKeys: ReadonlySet<string>,
): Promise<{ readonly checks: readonly Check[]; readonly signer: Signer | null }> {
  const { seal } = opened;
  // That it is missing or damaged is said with the other files.
  if (seal === null) return { checks: [], signer: null };
  const checks = [...(await contentChecks(opened, seal)), ...(await zipChecks(opened, seal))];
  const signer = seal.signer && {
    authority: seal.signer.authority,
    fingerprint: await fingerprint(fromBase64(seal.signer.public_key) ?? new Uint8Array()),
    sealed: seal.signer.sealed,
  };
  const said = opened.pack.signer;
  if (said?.fingerprint !== signer?.fingerprint || said?.authority !== signer?.authority) {
    const sentence = `${PACK} names another signer than ${SEAL}: the seal was exchanged or taken off.`;
    checks.push(check('seal', 'altered', sentence, SEAL));
  }
  if (signer === null && seal.signature === null) {
    checks.push(
      check(
        'seal',
        'not sealed',
        'The pack is not sealed: anybody could have made it or changed it and its hashes.',
      ),
    );
    return { checks, signer };
  }
  if (!(await isSignedBySigner(seal))) {
    const sentence = `The signature in ${SEAL} is not that of its signer over this pack.`;
    return { checks: [...checks, check('seal', 'altered', sentence, SEAL)], signer: null };
  }
  checks.push(check('seal', 'valid', `The signature in ${SEAL} is that of its signer.`, SEAL));
  return { checks: [...checks, keyCheck(signer!, knownKeys)], signer };
}

function keyCheck(signer: Signer, knownKeys: ReadonlySet<string>): Check {
  return knownKeys.has(signer.fingerprint)
    ? check('key', 'valid', `The key is known: ${signer.fingerprint}.`)
    : check(
        'key',
        'unknown key',
        `The key is not known here. It calls itself ${JSON.stringify(signer.authority)}; compare its fingerprint with the one the authority gave you: ${signer.fingerprint}.`,
      );
}

/** The tag manifest and the chain. */
async function contentChecks(opened: OpenedPack, seal: Seal): Promise<Check[]> {
  const checks: Check[] = [];
  const manifest = opened.files.get(TAG_MANIFEST)?.content;
  if (manifest) {
    const same = (await hashOfBytes(manifest)) === seal.tagmanifest_sha256;
    checks.push(
      same
        ? check('file', 'valid', `${TAG_MANIFEST} is as it was sealed.`, TAG_MANIFEST)
        : check('file', 'altered', `${TAG_MANIFEST} is not the one of the seal.`, TAG_MANIFEST),
    );
  }
  const { records } = opened;
  if (records.length !== seal.records || chainHead(records) !== seal.chain_sha256) {
    checks.push(
      check(
        'record',
        'altered',
        `${RECORDS} does not end as the seal says: a record was added, left out or changed.`,
        RECORDS,
      ),
    );
  } else {
    checks.push(check('record', 'valid', `The chain of ${records.length} records is complete.`));
  }
  return checks;
}

/** The bytes of the zip, each of which belongs to a file of the list or follows from it. */
async function zipChecks({ files }: OpenedPack, seal: Seal): Promise<Check[]> {
  const checks: Check[] = [];
  const sealed = new Map(seal.entries.map(({ name, sha256 }) => [name, sha256]));
  for (const { name, whole } of files.values()) {
    if (name === SEAL) continue;
    const expected = sealed.get(name);
    if (expected === undefined) {
      checks.push(check('zip', 'unexpected', `${name} is not under the seal.`, name));
    } else if (expected !== (await hashOfBytes(whole))) {
      checks.push(
        check(
          'zip',
          'altered',
          `The bytes of ${name} in the zip are not those that were sealed.`,
          name,
        ),
      );
    }
  }
  for (const name of sealed.keys()) {
    if (!files.has(name))
      checks.push(check('zip', 'missing', `${name} was sealed and is missing.`, name));
  }
  const order = [...seal.entries.map(({ name }) => name), SEAL].join('\n');
  if (checks.length === 0 && order !== [...files.keys()].join('\n')) {
    checks.push(
      check('zip', 'altered', 'The files do not lie in the zip in the order of the seal.', SEAL),
    );
  }
  return checks.length > 0
    ? checks
    : [check('zip', 'valid', 'Every byte of the zip is one that the seal lists.')];
}
