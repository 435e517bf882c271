import { base64, fromBase64, sameBytes, utf8, type Bytes } from '../bytes';
import { canonicalJson } from '../canonical_json';
import { PackError } from '../pack_error';
import { instant, text } from '../shape/shapes';
import { versioned } from '../shape/versioned';
import { readJson } from '../strict_json';
import { hasPassphrase, locked, unlocked } from './age_file';
import { publicKeyOf } from './ed25519_noble';
import { wrongWithPassphrase } from './passphrase';

/** The key with which an authority seals its packs. */
export interface SealingKey {
  /** Whose it is, as a name. */
  readonly authority: string;
  /** When it was made, as an instant in UTC. */
  readonly created: string;
  /** 32 bytes each; the seed is the private key of RFC 8032. */
  readonly publicKey: Bytes;
  readonly seed: Bytes;
}

const FORMAT = 'waymark-sealing-key';

const content = versioned(FORMAT, {
  authority: text,
  created: instant,
  public_key: text,
  private_key: text,
});

/**
 * Makes a new key by chance and the file that keeps it: an age file, locked with the passphrase, that holds a small
 * JSON, so that the `age` program can open it too.
 *
 * @param made the moment, as an ISO 8601 instant in UTC
 * @throws PackError for a weak passphrase
 */
export async function makeKeyFile(
  authority: string,
  passphrase: string,
  made: string,
): Promise<{ readonly file: Bytes; readonly key: SealingKey }> {
  const wrong = wrongWithPassphrase(passphrase);
  if (wrong !== null) throw new PackError('malformed', wrong);
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const key = { authority, created: made, publicKey: publicKeyOf(seed), seed };
  const json = canonicalJson({
    format: FORMAT,
    version: 1,
    authority,
    created: made,
    public_key: base64(key.publicKey),
    private_key: base64(seed),
  });
  content(JSON.parse(json), 'The key file');
  return { file: await locked(utf8(json), { passphrase }), key };
}

/**
 * Opens the file of a key.
 *
 * @throws PackError for another file, a wrong passphrase, a changed file and one of a later version
 */
export async function openKeyFile(file: Uint8Array, passphrase: string): Promise<SealingKey> {
  if (!hasPassphrase(file)) {
    throw new PackError(
      'malformed',
      'This is not a sealing key. Choose the file that was saved when the key was made; its name ends in .age.',
    );
  }
  const opened = await unlocked(file, { passphrase }).catch(() => {
    throw new PackError('malformed', 'The key file is damaged. Take the copy that was kept of it.');
  });
  if (opened === null) {
    throw new PackError('malformed', 'The passphrase is not the one of this key. Type it again.');
  }
  const { authority, created, public_key, private_key } = content(
    readJson(opened, 'The key file'),
    'The key file',
  );
  const seed = fromBase64(private_key);
  const publicKey = fromBase64(public_key);
  if (seed?.length !== 32 || publicKey === null || !sameBytes(publicKeyOf(seed), publicKey)) {
    throw new PackError(
      'malformed',
      'The two halves of the key in this file do not belong together.',
    );
  }
  return { authority, created, publicKey, seed };
}
