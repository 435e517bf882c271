import { base64, fromBase64, utf8, type Bytes } from '../bytes';
import { canonicalJson } from '../canonical_json';
import { count, exactly, hash, instant, listOf, object, orNull, text } from '../shape/shapes';
import { versioned } from '../shape/versioned';
import { sign, verify } from './ed25519';
import type { SealingKey } from './key_file';

/** What a seal holds together. */
export interface Sealed {
  /** Of `tagmanifest-sha256.txt`, and so of every file of the bag. */
  readonly tagmanifest_sha256: string;
  /** How many records there are, and the end of their chain. */
  readonly records: number;
  readonly chain_sha256: string;
  /**
   * Every other file of the zip in its order, with the SHA-256 of its local header and packed bytes: of the very bytes
   * that lie in the zip, however they were packed.
   */
  readonly entries: readonly { readonly name: string; readonly sha256: string }[];
}

/** `seal.json`. */
export interface Seal extends Sealed {
  /** Null when the pack is not sealed: then the file holds hashes alone, which anybody could make anew. */
  readonly signer: {
    readonly algorithm: 'Ed25519';
    readonly authority: string;
    /** 32 bytes in Base64. */
    readonly public_key: string;
    readonly sealed: string;
  } | null;
  /** 64 bytes in Base64, over the canonical JSON of everything else in this file. */
  readonly signature: string | null;
}

/** With which key a pack is sealed, and when: an instant in UTC. */
export interface Sealing {
  readonly key: SealingKey;
  readonly sealed: string;
}

export const SEAL = 'seal.json';
const FORMAT = 'waymark-evidence-seal';

export const sealShape = versioned<Seal>(FORMAT, {
  tagmanifest_sha256: hash,
  records: count,
  chain_sha256: hash,
  entries: listOf(object({ name: text, sha256: hash })),
  signer: orNull(
    object({ algorithm: exactly('Ed25519'), authority: text, public_key: text, sealed: instant }),
  ),
  signature: orNull(text),
});

/** The bytes of `seal.json`; without a sealing they say that the pack is not sealed. */
export async function sealFile(sealed: Sealed, sealing: Sealing | null): Promise<Bytes> {
  const signer = sealing && {
    algorithm: 'Ed25519' as const,
    authority: sealing.key.authority,
    public_key: base64(sealing.key.publicKey),
    sealed: sealing.sealed,
  };
  const signature =
    sealing && base64(await sign(sealing.key.seed, signedBytes({ ...sealed, signer })));
  return utf8(canonicalJson({ format: FORMAT, version: 1, ...sealed, signer, signature }));
}

/** Whether the signature of a seal is that of its own signer. Whose key that is, is another question. */
export async function isSignedBySigner({ signature, ...rest }: Seal): Promise<boolean> {
  const publicKey = fromBase64(rest.signer?.public_key ?? '');
  const bytes = fromBase64(signature ?? '');
  return (
    publicKey !== null && bytes !== null && (await verify(publicKey, signedBytes(rest), bytes))
  );
}

function signedBytes(seal: Omit<Seal, 'signature'>): Bytes {
  const { tagmanifest_sha256, records, chain_sha256, entries, signer } = seal;
  return utf8(
    canonicalJson({
      format: FORMAT,
      version: 1,
      tagmanifest_sha256,
      records,
      chain_sha256,
      entries,
      signer,
    }),
  );
}
