import { painted } from '../../platform/painted';
import { formatMany } from '../../ui/format';
import type { Bytes } from '../bytes';
import { usualLimits } from '../limits';
import type { Refusal } from '../read_pack';
import type { Opener } from '../seal/age_file';
import type { InspectedPack } from './reading';

/** What stands in a place for a pack. */
export type SlotState =
  | { readonly is: 'empty' }
  | { readonly is: 'opening'; readonly name: string; readonly words: string }
  | {
      readonly is: 'locked';
      readonly name: string;
      readonly bytes: Bytes;
      readonly lock: 'passphrase' | 'identity';
      /** Why what was given did not open it; empty before anything was. */
      readonly wrong: string;
    }
  | { readonly is: 'refused'; readonly name: string; readonly refusal: Refusal }
  | { readonly is: 'opened'; readonly name: string; readonly inspected: InspectedPack };

type Say = (words: string) => Promise<void>;

/** A place for one pack: from the choice of a file until it is shown or refused. Nothing of it outlives the page. */
export class PackSlot {
  state = $state.raw<SlotState>({ is: 'empty' });
  #turn = 0;
  #checks = 0;

  /** @param keys the fingerprints of known keys, asked for anew whenever they are needed */
  constructor(private readonly keys: () => readonly string[]) {}

  get inspected(): InspectedPack | null {
    return this.state.is === 'opened' ? this.state.inspected : null;
  }

  open(file: File): Promise<void> {
    return this.#work(file.name, `Reading ${file.name}`, async (say) => {
      // A little more than a pack may have, for what encrypts one.
      if (file.size > usualLimits.pack + 2 ** 20) return refused(file.name, tooLarge(file.size));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { lockOf } = await import('./reading');
      const lock = lockOf(bytes);
      if (lock !== null) return { is: 'locked', name: file.name, bytes, lock, wrong: '' };
      return this.#inspected(file.name, bytes, say);
    });
  }

  /** Opens an encrypted pack with what its reader typed. */
  async unlock(typed: string): Promise<void> {
    if (this.state.is !== 'locked') return;
    const locked = this.state;
    const { name, lock, bytes } = locked;
    const opener: Opener =
      lock === 'passphrase' ? { passphrase: typed } : { identity: typed.trim() };
    await this.#work(name, 'Decrypting: this takes a second or two', async (say) => {
      const { decryptPack, PackError } = await import('./reading');
      try {
        return await this.#inspected(name, await decryptPack(bytes, opener), say);
      } catch (error) {
        if (!(error instanceof PackError)) throw error;
        return { ...locked, wrong: error.message };
      }
    });
  }

  /** Checks the pack again, after other keys became known. */
  async recheck(): Promise<void> {
    const turn = this.#turn;
    const check = ++this.#checks;
    if (this.state.is !== 'opened') return;
    const { name, inspected } = this.state;
    const { verifyPack } = await import('./reading');
    const report = await verifyPack(inspected.opened, this.keys());
    // Only what was asked last knows all keys.
    if (turn !== this.#turn || check !== this.#checks) return;
    this.state = { is: 'opened', name, inspected: { ...inspected, report } };
  }

  close(): void {
    this.#turn++;
    this.state = { is: 'empty' };
  }

  async #inspected(name: string, bytes: Bytes, say: Say): Promise<SlotState> {
    const { inspect } = await import('./reading');
    for (;;) {
      const keys = this.keys();
      const found = await inspect(bytes, keys, (files) =>
        say(`Checking ${formatMany(files, 'file')}, the records and the seal`),
      );
      if ('refused' in found) return refused(name, found);
      // A key that was given or taken away meanwhile counts.
      if (keys.join() === this.keys().join()) return { is: 'opened', name, inspected: found };
    }
  }

  /** Says what is done, lets the page show it, does it, and shows what came of it unless something else was begun. */
  async #work(name: string, words: string, work: (say: Say) => Promise<SlotState>): Promise<void> {
    const turn = ++this.#turn;
    const say: Say = async (now) => {
      if (turn === this.#turn) this.state = { is: 'opening', name, words: now };
      await painted();
    };
    await say(words);
    let next: SlotState;
    try {
      next = await work(say);
    } catch {
      next = refused(name, unreadable);
    }
    if (turn === this.#turn) this.state = next;
  }
}

const refused = (name: string, refusal: Refusal): SlotState => ({ is: 'refused', name, refusal });

const tooLarge = (size: number): Refusal => ({
  refused: 'too large',
  file: null,
  sentence: `The file is ${Math.ceil(size / 2 ** 20)} MB. A pack has at most ${usualLimits.pack / 2 ** 20} MB.`,
});

const unreadable: Refusal = {
  refused: 'malformed',
  file: null,
  sentence: 'The file could not be read: it may have been moved or changed while it was opened.',
};
