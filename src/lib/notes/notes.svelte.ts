import { createContext } from 'svelte';
import { mostNotes, noteTrouble, numbered, tidyNote, type Note, type NoteAbout } from './note';

const full = `${mostNotes} notes are the most that are kept. Delete one first.`;

/**
 * What the reader wrote about figures and months. Notes are held in memory of this tab alone, and go with it or when
 * everything is wiped; only a file that the reader saves outlives it.
 */
export class Notes {
  list = $state.raw<readonly Note[]>([]);
  /** What the next note is about while the dialog is open; null while it is closed. */
  writing = $state.raw<NoteAbout | null>(null);
  readonly numbered = $derived(numbered(this.list));

  /** Opens the dialog, with what the note is to be about. */
  open(about: NoteAbout = { figure: null, on: null }): void {
    this.writing = about;
  }

  close(): void {
    this.writing = null;
  }

  /** Puts a note last; answers why not, in a sentence, or null. */
  add(text: string, about: NoteAbout): string | null {
    const trouble = noteTrouble(text, about);
    if (trouble !== null) return trouble;
    if (this.list.length >= mostNotes) return full;
    this.list = [...this.list, { text: tidyNote(text), figure: about.figure, on: about.on }];
    return null;
  }

  /** Puts this in the place of the note with this number, which it keeps; answers why not, in a sentence, or null. */
  change(number: number, text: string, about: NoteAbout): string | null {
    const trouble = noteTrouble(text, about);
    if (trouble !== null) return trouble;
    const changed = { text: tidyNote(text), figure: about.figure, on: about.on };
    this.list = this.list.map((note, index) => (index + 1 === number ? changed : note));
    return null;
  }

  /** Takes away the note with this number. */
  remove(number: number): void {
    this.list = this.list.filter((_, index) => index + 1 !== number);
  }

  clear(): void {
    this.list = [];
  }

  /** Adds those that are not here yet; answers how many, or in a sentence why none. */
  addAll(notes: readonly Note[]): number | string {
    const known = this.list.map(contentOf);
    const added = notes.filter((note) => !known.includes(contentOf(note)));
    if (this.list.length + added.length > mostNotes) return full;
    this.list = [...this.list, ...added];
    return added.length;
  }
}

function contentOf({ text, figure, on }: Note): string {
  return JSON.stringify([text, figure, on]);
}

export const [getNotes, setNotes] = createContext<Notes>();
