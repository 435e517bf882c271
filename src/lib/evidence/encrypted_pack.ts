import type { Bytes } from './bytes';
import { PackError } from './pack_error';
import {
  hasPassphrase,
  isAgeFile,
  locked,
  unlocked,
  type Lock,
  type Opener,
} from './seal/age_file';
import { wrongWithPassphrase } from './seal/passphrase';

/**
 * Encrypts a whole pack in the age format, for a passphrase or for the holders of age keys (`age1...`). Chance enters,
 * so that no two encryptions are alike.
 *
 * @throws PackError for a weak passphrase, and for a recipient that is none
 */
export async function encryptPack(pack: Uint8Array, lock: Lock): Promise<Bytes> {
  if ('passphrase' in lock) {
    const wrong = wrongWithPassphrase(lock.passphrase);
    if (wrong !== null) throw new PackError('malformed', wrong);
  } else if (lock.recipients.length === 0) {
    throw new PackError('malformed', 'Name at least one recipient.');
  }
  try {
    return await locked(pack, lock);
  } catch {
    throw new PackError(
      'malformed',
      'One of the recipients is no age key. A public age key begins with "age1"; ask for it again.',
    );
  }
}

/** @throws PackError when the file is not encrypted, what was given does not open it, or it was changed */
export async function decryptPack(file: Uint8Array, opener: Opener): Promise<Bytes> {
  if (!isAgeFile(file)) {
    throw new PackError('no pack', 'The file is not encrypted with age. Open it as it is.');
  }
  if (hasPassphrase(file) !== 'passphrase' in opener) {
    throw new PackError(
      'encrypted',
      hasPassphrase(file)
        ? 'The pack is encrypted with a passphrase. Ask the authority for it.'
        : 'The pack is encrypted for the holder of an age key. Give the key, which begins with "AGE-SECRET-KEY-1".',
    );
  }
  let pack: Bytes | null;
  try {
    pack = await unlocked(file, opener);
  } catch {
    throw new PackError(
      'encrypted',
      'The pack cannot be decrypted: the file was changed on its way, or what was given is no age key.',
    );
  }
  if (pack !== null) return pack;
  throw new PackError(
    'encrypted',
    'passphrase' in opener
      ? 'The passphrase is not the one of this pack. Type it again.'
      : 'The pack was encrypted for another key than this one.',
  );
}
