import { sha256 } from '@noble/hashes/sha2.js';
import { RequestError } from '../measures/request';
import { fingerprintOf } from '../intake/fingerprint';
import type { HashedFile, HashOptions } from './for_evidence';
import type { HeldFile } from './held_files';

/** WebCrypto wants a file whole, which a year of registers is too large for. A piece takes some 10 ms. */
const piece = 2 ** 21;

/** The SHA-256 of each of these files, which must be what was loaded. */
export async function hashFiles(
  files: readonly HeldFile[],
  { signal, onProgress }: HashOptions,
): Promise<readonly HashedFile[]> {
  const of = files.reduce((sum, { source }) => sum + source.size, 0);
  const hashed: HashedFile[] = [];
  let before = 0;
  for (const { source, report, fingerprint } of files) {
    const file = report.file;
    onProgress?.({ file, done: before, of });
    try {
      const hash = await hashOf(source, signal, (done) =>
        onProgress?.({ file, done: before + done, of }),
      );
      if ((await fingerprintOf(source, signal)) !== fingerprint) throw changed(file);
      hashed.push({ report, sha256: hash });
    } catch (error) {
      signal?.throwIfAborted();
      // A browser refuses to read on in a file that was written to.
      throw error instanceof DOMException ? changed(file) : error;
    }
    before += source.size;
  }
  return hashed;
}

const changed = (file: string): RequestError =>
  new RequestError(
    `${file} cannot be read as it was loaded: it was changed, moved or deleted since. Load it again.`,
  );

async function hashOf(
  file: Blob,
  signal: AbortSignal | undefined,
  onDone: (bytes: number) => void,
): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += piece) {
    signal?.throwIfAborted();
    hash.update(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()));
    onDone(Math.min(at + piece, file.size));
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
