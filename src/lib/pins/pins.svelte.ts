import { createContext } from 'svelte';
import { moved } from '../ui/moved';
import type { Provenance } from '../ui/provenance';
import {
  definitionOf,
  keyOf,
  type Pin,
  type PinDefinition,
  type PinnedAt,
  type PinnedContent,
} from './pin';

/** The state of the data that a figure is pinned from. */
interface PinnedFrom {
  readonly provenance: Provenance;
  readonly generation: number;
}

/**
 * Figures that the reader pinned to see them side by side. They are held in memory of this tab alone, and go with
 * it or when everything is wiped.
 */
export class Pins {
  pins = $state.raw<readonly Pin[]>([]);
  #next = 1;

  has(key: string): boolean {
    return this.pins.some((pin) => pin.key === key);
  }

  /** Puts a figure last; one that is pinned already is taken away. */
  toggle(content: PinnedContent, at: PinnedAt, from: PinnedFrom): void {
    const key = keyOf(content, at);
    if (this.has(key)) {
      this.pins = this.pins.filter((pin) => pin.key !== key);
      return;
    }
    const { provenance, generation } = from;
    const definition = definitionOf(content, at, provenance.sample);
    this.pins = [
      ...this.pins,
      { id: this.#next, key, content, definition, provenance, generation },
    ];
    this.#next += 1;
  }

  remove(id: number): void {
    this.pins = this.pins.filter((pin) => pin.id !== id);
  }

  /** Moves a pin so many places towards the end, or towards the start when less than none. */
  move(id: number, places: number): void {
    const at = this.pins.findIndex((pin) => pin.id === id);
    this.pins = moved(this.pins, at, places);
  }

  clear(): void {
    this.pins = [];
  }

  /** What is pinned, in its order, for whoever asks for the figures anew. */
  pinnedDefinitions(): readonly PinDefinition[] {
    return this.pins.map(({ definition }) => definition);
  }
}

export const [getPins, setPins] = createContext<Pins>();
