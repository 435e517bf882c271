import type { Bytes } from '../bytes';
import { hashOfBytes } from '../hash';

/**
 * What people compare a key by: the SHA-256 of its 32 bytes as 64 hexadecimal digits in groups of four, to be read
 * out over the telephone.
 */
export async function fingerprint(publicKey: Bytes): Promise<string> {
  return (await hashOfBytes(publicKey)).replace(/(.{4})(?=.)/g, '$1 ');
}

/** A fingerprint that somebody typed, in groups; null when it is none. Spaces, colons, hyphens and case do not count. */
export function typedFingerprint(text: string): string | null {
  const digits = text.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits.replace(/(.{4})(?=.)/g, '$1 ') : null;
}
