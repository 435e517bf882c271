import { afterEach, describe, expect, it, vi } from 'vitest';
import { sign, verify } from '$lib/evidence/seal/ed25519';
import { publicKeyOf, signByLibrary, verifyByLibrary } from '$lib/evidence/seal/ed25519_noble';
import { signByPlatform, verifyByPlatform } from '$lib/evidence/seal/ed25519_webcrypto';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** RFC 8032, section 7.1: private key, public key, message, signature. */
const vectors = [
  {
    name: '1',
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: '2',
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: '3',
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    name: 'SHA(abc)',
    seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  },
];

const ways = [
  { way: 'the platform', sign: signByPlatform, verify: verifyByPlatform },
  { way: 'the library', sign: signByLibrary, verify: verifyByLibrary },
  { way: 'whichever there is', sign, verify },
];

describe.each(ways)('Ed25519 by $way', ({ sign, verify }) => {
  it.each(vectors)('agrees with test $name of RFC 8032', async (vector) => {
    const [seed, message, signature] = [vector.seed, vector.message, vector.signature].map(bytes);
    const publicKey = publicKeyOf(seed!);
    expect(Buffer.from(publicKey).toString('hex')).toBe(vector.publicKey);
    expect(await sign(seed!, message!)).toEqual(signature);
    expect(await verify(publicKey, message!, signature!)).toBe(true);
    expect(await verify(publicKey, Uint8Array.of(...message!, 0), signature!)).toBe(false);
    const changed = Uint8Array.from(signature!);
    changed[3]! ^= 1;
    expect(await verify(publicKey, message!, changed)).toBe(false);
  });

  it('takes no second form of a signature', async () => {
    // S and S + L satisfy the same equation; RFC 8032 takes the smaller only.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const signature = bytes(vectors[1]!.signature);
    const half = Buffer.from(signature.slice(32)).reverse().toString('hex');
    const larger = (BigInt(`0x${half}`) + order).toString(16).padStart(64, '0');
    signature.set(Buffer.from(larger, 'hex').reverse(), 32);
    const { publicKey, message } = vectors[1]!;
    expect(await verify(bytes(publicKey), bytes(message), signature)).toBe(false);
  });
});

describe('where the platform has no Ed25519', () => {
  afterEach(() => vi.restoreAllMocks());

  it('signs and verifies all the same', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(
      new DOMException('Unrecognized name.', 'NotSupportedError'),
    );
    const { seed, message, signature, publicKey } = vectors[2]!;
    expect(await sign(bytes(seed), bytes(message))).toEqual(bytes(signature));
    expect(await verify(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
    expect(await verify(bytes(publicKey), bytes('af83'), bytes(signature))).toBe(false);
    expect(await verify(new Uint8Array(32).fill(255), bytes(message), bytes(signature))).toBe(
      false,
    );
  });
});

it('says no to what cannot be a key or a signature', async () => {
  expect(await verify(new Uint8Array(31), bytes(''), new Uint8Array(64))).toBe(false);
  expect(await verify(new Uint8Array(32).fill(255), bytes(''), new Uint8Array(64))).toBe(false);
  expect(await verify(new Uint8Array(32), bytes(''), new Uint8Array(65))).toBe(false);
});
