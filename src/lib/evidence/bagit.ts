import { hashOfBytes } from './hash';
import type { Bytes } from './bytes';
import { textOf, utf8 } from './bytes';
import type { PackFile } from './pack_file';

/** The files of a BagIt bag (RFC 8493) beside its payload. */
export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
/** What the payload lies in. */
export const PAYLOAD = 'data/';

export const bagitText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `bag-info.txt`, RFC 8493 section 2.2.2. */
export function bagInfoText(pack: PackFile, payload: ReadonlyMap<string, Bytes>): string {
  const lines: [string, string][] = [
    ['Source-Organization', pack.county],
    ['External-Description', pack.title],
    ['Bagging-Date', pack.made.slice(0, 10)],
    ['Bag-Software-Agent', `Waymark ${pack.app_version}`],
    ['Payload-Oxum', payloadOxum([...payload.values()])],
  ];
  if (pack.signer) lines.push(['Waymark-Key-Fingerprint', pack.signer.fingerprint]);
  // A line break in a value would begin another label.
  return lines.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`).join('');
}

/** Bytes and files of the payload, in the form of RFC 8493. */
export const payloadOxum = (files: readonly Bytes[]): string =>
  `${files.reduce((size, file) => size + file.length, 0)}.${files.length}`;

/** The value of a label in `bag-info.txt`; null when it is not there once. */
export function bagInfoValue(text: string, label: string): string | null {
  const lines = text.split('\n').filter((line) => line.startsWith(`${label}: `));
  return lines.length === 1 ? lines[0]!.slice(label.length + 2) : null;
}

/** A manifest of files by name, sorted: SHA-256, two spaces, name. */
export async function manifestOf(files: ReadonlyMap<string, Bytes>): Promise<Bytes> {
  const lines: string[] = [];
  for (const [name, content] of [...files].sort(byName)) {
    lines.push(`${await hashOfBytes(content)}  ${name}\n`);
  }
  return utf8(lines.join(''));
}

/** The SHA-256 of each name in a manifest; null when it is not such a manifest. */
export function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const lines = textOf(bytes)?.split('\n');
  if (lines?.pop() !== '') return null;
  const hashes = new Map<string, string>();
  for (const line of lines) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (hash === undefined || name === undefined || hashes.has(name)) return null;
    hashes.set(name, hash);
  }
  return hashes;
}

export const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
