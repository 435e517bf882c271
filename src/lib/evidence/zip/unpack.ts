import { Inflate } from 'fflate';
import type { Bytes } from '../bytes';
import { crc32 } from './crc32';
import type { ZipEntry } from './read_zip';

/** A packed byte becomes at most some thousand, so that no step makes more than 17 MB. */
const STEP = 16_384;

/**
 * The content of a file, or null when its packed bytes are not what its header says: they cannot be inflated, give
 * fewer or more bytes, or another check sum. Never makes much more than the declared size, whatever is packed.
 */
export function unpacked({ header, packed }: ZipEntry): Bytes | null {
  const content =
    header.method === 'stored' ? Uint8Array.from(packed) : inflated(packed, header.size);
  if (content === null || content.length !== header.size) return null;
  return crc32(content) === header.crc ? content : null;
}

function inflated(packed: Uint8Array, size: number): Bytes | null {
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new RangeError('More bytes than declared.');
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return null;
  }
  return filled === size ? content : null;
}
