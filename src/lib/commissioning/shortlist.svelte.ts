import { createContext } from 'svelte';

/** A figure or finding in words, with what it rests on. */
export interface Line {
  readonly id: number;
  readonly text: string;
  /** Which state of the loaded data it was made from. */
  readonly generation: number;
}

/**
 * Lines the reader keeps for a report: words that were made from safe figures. They are held in memory of
 * this tab alone, and go with it or when everything is wiped.
 */
export class Shortlist {
  lines = $state.raw<readonly Line[]>([]);
  #next = 1;

  /** Puts a line at the end; one that is there already from the same data is not put there twice. */
  add(text: string, generation: number): void {
    if (this.has(text)) this.lines = this.lines.filter((line) => line.text !== text);
    this.lines = [...this.lines, { id: this.#next, text, generation }];
    this.#next += 1;
  }

  has(text: string): boolean {
    return this.lines.some((line) => line.text === text);
  }

  remove(id: number): void {
    this.lines = this.lines.filter((line) => line.id !== id);
  }

  clear(): void {
    this.lines = [];
  }
}

export const [getShortlist, setShortlist] = createContext<Shortlist>();

/** The list as text to paste, with its source; a sample says that everybody is invented. */
export function shortlistText(lines: readonly Pick<Line, 'text'>[], source: string): string {
  return [...lines.map(({ text }) => `- ${text}`), '', source].join('\n');
}
