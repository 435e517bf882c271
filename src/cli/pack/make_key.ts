import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { makeKeyFile } from '$lib/evidence/seal/key_file';
import { publicKeyFile } from '$lib/evidence/seal/public_key_file';
import type { KeyArguments } from './arguments';
import { passphraseIn, writeNew } from './files';

/** Makes a key; writes its file, and beside it the one for those who check packs. Answers the exit code. */
export async function makeKey(asked: KeyArguments): Promise<number> {
  const passphrase = await passphraseIn(asked.passphraseFile);
  const made = (asked.made === null ? new Date() : new Date(asked.made)).toISOString();
  const { file, key } = await makeKeyFile(asked.authority, passphrase, made);
  const publicName = `${asked.file.replace(/\.age$/, '')}.public.json`;
  await writeNew(asked.file, file, 0o600);
  await writeNew(publicName, publicKeyFile(key), 0o644);
  process.stdout.write(`The key of ${key.authority} is in ${asked.file}, locked with the passphrase.
Keep a copy of both where they are safe: nobody can make them again.
The public key file for those who check packs is ${publicName}.
Fingerprint: ${await fingerprint(key.publicKey)}
`);
  return 0;
}
