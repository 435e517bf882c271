import { MANIFEST, PAYLOAD, readManifest, TAG_MANIFEST } from '../bagit';
import { hashOfBytes } from '../hash';
import { allowedNames, requiredNames } from '../pack_names';
import type { OpenedPack } from '../read_pack';
import { SEAL } from '../seal/seal_file';
import { check, type Check } from './check';

/** Each file against the manifest that lists it, what is missing, and what does not belong. */
export async function fileChecks({ files, records }: OpenedPack): Promise<Check[]> {
  const figures = records.map(({ record }) => record.figure);
  const listed = new Map<string, string>();
  const checks: Check[] = [];
  for (const name of [MANIFEST, TAG_MANIFEST]) {
    const content = files.get(name)?.content;
    const manifest = content && readManifest(content);
    if (manifest) for (const [file, hash] of manifest) listed.set(file, hash);
    else if (content) {
      checks.push(
        check('file', 'altered', `${name} is not a list of files with their hashes.`, name),
      );
    }
  }
  const allowed = allowedNames(figures);
  for (const { name, content } of files.values()) {
    const hash = listed.get(name);
    if (!allowed.has(name)) {
      checks.push(check('file', 'unexpected', `${name} does not belong in a pack.`, name));
    } else if (content === null) {
      checks.push(
        check('file', 'altered', `${name} cannot be unpacked: its bytes were changed.`, name),
      );
    } else if (name === SEAL || name === TAG_MANIFEST) {
      // What holds the others together is checked with the seal.
      continue;
    } else if (hash === undefined) {
      checks.push(check('file', 'unexpected', `${name} is in no manifest.`, name));
    } else if (hash !== (await hashOfBytes(content))) {
      const where = name.startsWith(PAYLOAD) ? MANIFEST : TAG_MANIFEST;
      checks.push(check('file', 'altered', `${name} is not the file that ${where} lists.`, name));
    } else {
      checks.push(check('file', 'valid', `${name} is as it was listed.`, name));
    }
  }
  for (const name of new Set([...requiredNames(figures), ...listed.keys()])) {
    if (!files.has(name)) {
      checks.push(check('file', 'missing', `${name} is missing from the pack.`, name));
    }
  }
  return checks;
}
