import { base64, fromBase64, utf8, type Bytes } from '../bytes';
import { PackError } from '../pack_error';
import { instant, text } from '../shape/shapes';
import { versioned } from '../shape/versioned';
import { readJson } from '../strict_json';
import type { SealingKey } from './key_file';

/** A key by which packs are recognised. */
export type PublicKey = Omit<SealingKey, 'seed'>;

const FORMAT = 'waymark-public-key';

const content = versioned(FORMAT, {
  authority: text,
  created: instant,
  public_key: text,
});

/** The file that an authority gives to those who check its packs. It holds nothing secret. */
export function publicKeyFile({ authority, created, publicKey }: PublicKey): Bytes {
  const public_key = base64(publicKey);
  const file = { format: FORMAT, version: 1, authority, created, public_key };
  return utf8(`${JSON.stringify(file, null, 2)}\n`);
}

/** @throws PackError for any other file */
export function readPublicKeyFile(bytes: Uint8Array): PublicKey {
  const where = 'The public key file';
  const { authority, created, public_key } = content(readJson(bytes, where), where);
  const publicKey = fromBase64(public_key);
  if (publicKey?.length !== 32) {
    throw new PackError('malformed', 'The public key in this file is not 32 bytes in Base64.');
  }
  return { authority, created, publicKey };
}
