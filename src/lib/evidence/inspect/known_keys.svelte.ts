import { typedFingerprint } from '../seal/fingerprint';

/** A key that the reader has from elsewhere than a pack. */
export interface KnownKey {
  readonly fingerprint: string;
  /** Whose it is, as its file says; null where the fingerprint was typed. */
  readonly authority: string | null;
}

/** The keys that the reader says are known: in memory only, gone with the page. */
export class KnownKeys {
  keys = $state.raw<readonly KnownKey[]>([]);

  get fingerprints(): readonly string[] {
    return this.keys.map(({ fingerprint }) => fingerprint);
  }

  /** Takes a typed fingerprint; answers what is wrong with it, or nothing. */
  addTyped(text: string): string {
    const fingerprint = typedFingerprint(text);
    if (fingerprint === null) {
      return 'A fingerprint has 64 digits and letters from a to f, in groups of four. Spaces and case do not matter.';
    }
    this.#add({ fingerprint, authority: null });
    return '';
  }

  /** Takes a public key file; answers what is wrong with it, or nothing. */
  async addFile(file: File): Promise<string> {
    const { fingerprint, PackError, readPublicKeyFile } = await import('./reading');
    try {
      const bytes = new Uint8Array(await file.slice(0, LONGEST).arrayBuffer());
      const { authority, publicKey } = readPublicKeyFile(bytes);
      this.#add({ fingerprint: await fingerprint(publicKey), authority });
      return '';
    } catch (error) {
      return error instanceof PackError
        ? `${file.name} is not taken. ${error.message}`
        : `${file.name} could not be read.`;
    }
  }

  remove(fingerprint: string): void {
    this.keys = this.keys.filter((key) => key.fingerprint !== fingerprint);
  }

  #add(key: KnownKey): void {
    this.remove(key.fingerprint);
    this.keys = [...this.keys, key];
  }
}

/** Bytes; a public key file has some 200. */
const LONGEST = 65_536;
