const PIECE = 8 * 2 ** 20;

/**
 * What a file's content is recognised by: the SHA-256 of the SHA-256 of each of its 8 MB pieces, so that
 * no more than a piece is in memory at a time.
 */
export async function fingerprintOf(file: Blob, signal?: AbortSignal): Promise<string> {
  const pieces = Math.max(1, Math.ceil(file.size / PIECE));
  const digests = new Uint8Array(pieces * 32);
  for (let piece = 0; piece < pieces; piece++) {
    signal?.throwIfAborted();
    const bytes = await file.slice(piece * PIECE, (piece + 1) * PIECE).arrayBuffer();
    digests.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), piece * 32);
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', digests));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
