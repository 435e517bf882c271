import { ed25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from '../bytes';

/** The public key, 32 bytes, of a private one. */
export const publicKeyOf = (seed: Bytes): Bytes => Uint8Array.from(ed25519.getPublicKey(seed));

/** Ed25519 (RFC 8032) by a library, for platforms without it. */
export const signByLibrary = (seed: Bytes, message: Bytes): Bytes =>
  Uint8Array.from(ed25519.sign(message, seed));

/** By the strict rules of RFC 8032 and not the wider ones of ZIP 215, as platforms do. */
export const verifyByLibrary = (publicKey: Bytes, message: Bytes, signature: Bytes): boolean =>
  ed25519.verify(signature, message, publicKey, { zip215: false });
