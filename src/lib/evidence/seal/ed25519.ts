import type { Bytes } from '../bytes';
import { signByLibrary, verifyByLibrary } from './ed25519_noble';
import { signByPlatform, verifyByPlatform } from './ed25519_webcrypto';

/**
 * The signature, 64 bytes, of a message under a private key of 32 bytes (Ed25519, RFC 8032). The same key and message
 * give the same signature on every platform.
 */
export async function sign(seed: Bytes, message: Bytes): Promise<Bytes> {
  try {
    return await signByPlatform(seed, message);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
    return signByLibrary(seed, message);
  }
}

/** Whether a signature is that of the message under the public key; false too when either cannot be one. */
export async function verify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return await verifyByPlatform(publicKey, message, signature);
  } catch (error) {
    if (!isUnsupported(error)) return false;
  }
  try {
    return verifyByLibrary(publicKey, message, signature);
  } catch {
    return false;
  }
}

const isUnsupported = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotSupportedError';
