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
  for (const manifest of [MANIFEST, TAG_MANIFEST]) {
    const content = files.get(manifest)?.content;
    if (!content) continue;
    const hashes = readManifest(content);
    const strangers = [...(hashes?.keys() ?? [])].filter((name) => manifestFor(name) !== manifest);
    for (const [name, hash] of hashes ?? []) listed.set(name, hash);
    if (hashes === null || strangers.length > 0) {
      const sentence =
        hashes === null
          ? `${manifest} is not a list of files with their hashes.`
          : `${manifest} lists ${strangers[0]}, which belongs in another list or in none.`;
      checks.push(check('file', 'altered', sentence, manifest));
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
      checks.push(
        check('file', 'altered', `${name} is not the file that ${manifestFor(name)} lists.`, name),
      );
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

/** The list in which a file belongs: no list has itself or the seal, which is made last. */
function manifestFor(name: string): string | null {
  if (name === SEAL || name === TAG_MANIFEST) return null;
  return name.startsWith(PAYLOAD) ? MANIFEST : TAG_MANIFEST;
}
