import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8, type Bytes } from '$lib/evidence/bytes';
import { canonicalJson } from '$lib/evidence/canonical_json';
import { decryptPack, encryptPack } from '$lib/evidence/encrypted_pack';
import { readPack } from '$lib/evidence/read_pack';
import { sign, verify } from '$lib/evidence/seal/ed25519';
import { fingerprint, typedFingerprint } from '$lib/evidence/seal/fingerprint';
import { makeKeyFile, openKeyFile, type SealingKey } from '$lib/evidence/seal/key_file';
import { publicKeyFile, readPublicKeyFile } from '$lib/evidence/seal/public_key_file';

const passphrase = 'seven quiet herons';
const made = '2026-01-31T09:00:00.000Z';

/** An age file that is quick to open, for what is in it. */
async function ageFile(content: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(2);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(content);
}

describe('the file of a key', () => {
  let ours: { file: Bytes; key: SealingKey };
  beforeAll(async () => {
    ours = await makeKeyFile('Kent County Council', passphrase, made);
  });

  it('is an age file that any age program opens, with the key that was made', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const content = await decrypter.decrypt(ours.file, 'text');
    expect(Object.keys(JSON.parse(content) as object)).toEqual([
      'authority',
      'created',
      'format',
      'private_key',
      'public_key',
      'version',
    ]);
    const opened = await openKeyFile(await ageFile(content), passphrase);
    expect(opened).toEqual(ours.key);
    expect(opened.authority).toBe('Kent County Council');
    expect(opened.created).toBe(made);
    const message = utf8('a pack');
    expect(await verify(opened.publicKey, message, await sign(opened.seed, message))).toBe(true);
  });

  it('says that a passphrase is the wrong one', async () => {
    const file = await ageFile('{}');
    await expect(openKeyFile(file, 'seven quiet geese')).rejects.toThrow(
      'The passphrase is not the one of this key. Type it again.',
    );
  });

  it.each([
    ['eleven left', 'has 11 characters. It needs at least 12'],
    ['aaaaaaaaaaaaaaaa', 'repeats few characters'],
  ])('is not made with the passphrase %s', async (weak, sentence) => {
    await expect(makeKeyFile('Kent', weak, made)).rejects.toThrow(sentence);
  });

  it('says that another file is no key, or is damaged', async () => {
    await expect(openKeyFile(utf8('PK'), passphrase)).rejects.toThrow('This is not a sealing key.');
    await expect(openKeyFile(await ageFile('hello'), passphrase)).rejects.toThrow(
      'The key file cannot be read: it is not JSON',
    );
    const damaged = await ageFile('{}');
    damaged[damaged.length - 1]! ^= 1;
    await expect(openKeyFile(damaged, passphrase)).rejects.toThrow('The key file is damaged.');
  });

  it('says that a key is of a later version, or its halves are of two keys', async () => {
    const later = canonicalJson({ format: 'waymark-sealing-key', version: 2, kind: 'new' });
    await expect(openKeyFile(await ageFile(later), passphrase)).rejects.toThrow(
      'The key file has version 2: it was made by a newer version of Waymark',
    );
    const mixed = canonicalJson({
      authority: 'Kent',
      created: made,
      format: 'waymark-sealing-key',
      private_key: Buffer.alloc(32, 1).toString('base64'),
      public_key: Buffer.alloc(32, 2).toString('base64'),
      version: 1,
    });
    await expect(openKeyFile(await ageFile(mixed), passphrase)).rejects.toThrow('two halves');
  });

  it('gives a file without the private half to those who check', () => {
    const file = publicKeyFile(ours.key);
    const { seed, ...known } = ours.key;
    expect(readPublicKeyFile(file)).toEqual(known);
    expect(Buffer.from(file).toString()).not.toContain(Buffer.from(seed).toString('base64'));
  });
});

it('prints a key as sixteen groups of four, and takes it in any grouping', async () => {
  const printed = await fingerprint(new Uint8Array(32));
  // SHA-256 of 32 zero bytes.
  expect(printed.replaceAll(' ', '')).toBe(
    '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925',
  );
  expect(printed).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  expect(typedFingerprint(printed.toUpperCase().replaceAll(' ', ':'))).toBe(printed);
  expect(typedFingerprint(printed.slice(1))).toBeNull();
});

describe('a whole pack encrypted', () => {
  const pack = utf8('the bytes of a pack');

  it('for a recipient opens with the recipient’s key and with no other', async () => {
    const identity = await generateX25519Identity();
    const file = await encryptPack(pack, { recipients: [await identityToRecipient(identity)] });
    expect(readPack(file)).toMatchObject({ refused: 'encrypted' });
    expect(await decryptPack(file, { identity })).toEqual(pack);
    const other = await generateX25519Identity();
    await expect(decryptPack(file, { identity: other })).rejects.toThrow('for another key');
    await expect(decryptPack(file, { identity: 'none' })).rejects.toThrow('no age key');
    await expect(decryptPack(file, { passphrase })).rejects.toThrow('for the holder of an age key');
    file[file.length - 1]! ^= 1;
    await expect(decryptPack(file, { identity })).rejects.toThrow('was changed');
  });

  it('with a passphrase opens with it alone', async () => {
    const file = await encryptPack(pack, { passphrase });
    expect(readPack(file)).toMatchObject({ refused: 'encrypted' });
    expect(Buffer.from(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    const quick = await ageFile('a pack');
    expect(await decryptPack(quick, { passphrase })).toEqual(utf8('a pack'));
    await expect(decryptPack(quick, { passphrase: 'another one' })).rejects.toThrow(
      'not the one of',
    );
    await expect(decryptPack(quick, { identity: 'x' })).rejects.toThrow('with a passphrase');
  });

  it('is refused with a sentence where it cannot be', async () => {
    await expect(encryptPack(pack, { recipients: ['age1nobody'] })).rejects.toThrow(
      'begins with "age1"',
    );
    await expect(encryptPack(pack, { recipients: [] })).rejects.toThrow('at least one');
    await expect(encryptPack(pack, { passphrase: 'short' })).rejects.toThrow('at least 12');
    await expect(decryptPack(pack, { passphrase })).rejects.toThrow('not encrypted');
  });
});
