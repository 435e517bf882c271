import { Decrypter, Encrypter } from 'age-encryption';
import type { Bytes } from '../bytes';
import { settled } from './passphrase';

/** How a file in the age format (age-encryption.org/v1) is locked. */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] };
/** How it is opened: by its passphrase, or by the `AGE-SECRET-KEY-1...` of one of its recipients. */
export type Opener = { readonly passphrase: string } | { readonly identity: string };

const LINE = 'age-encryption.org/v1\n';

export const isAgeFile = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, LINE.length)) === LINE;

/** Whether an age file is locked with a passphrase, and not for recipients. */
export const hasPassphrase = (bytes: Uint8Array): boolean =>
  isAgeFile(bytes) &&
  String.fromCharCode(...bytes.subarray(LINE.length, LINE.length + 10)) === '-> scrypt ';

/** Throws what age says of a recipient that is none. */
export async function locked(content: Uint8Array, lock: Lock): Promise<Bytes> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) encrypter.setPassphrase(settled(lock.passphrase));
  else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return Uint8Array.from(await encrypter.encrypt(content));
}

/**
 * The content of an age file; null when the passphrase or identity does not fit. Throws when it fits and the file was
 * changed, and when the identity is none.
 */
export async function unlocked(file: Uint8Array, opener: Opener): Promise<Bytes | null> {
  const decrypter = new Decrypter();
  if ('passphrase' in opener) decrypter.addPassphrase(settled(opener.passphrase));
  else decrypter.addIdentity(opener.identity);
  try {
    return Uint8Array.from(await decrypter.decrypt(file));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
    throw error;
  }
}
