import type { SafeTable } from '../disclosure/safe_table';
import { identifierInText } from '../identifiers/identifier_in_text';
import type { FigureRequest } from '../measures/request';
import { tidyName } from '../saved_views/saved_view';

/** Which figures a note is about: a measure, and perhaps only where it is of these people and split so. */
export interface NotedFigure {
  readonly measure: string;
  readonly view?: Pick<FigureRequest, 'where' | 'by'>;
}

/** What a note is about: a figure, a time or both, never neither. */
export interface NoteAbout {
  readonly figure: NotedFigure | null;
  /** A month or a day: `2024-11`, `2024-11-15`. */
  readonly on: string | null;
}

/** Something the reader wrote down for those who look at the figures. */
export interface Note extends NoteAbout {
  readonly text: string;
}

/** A note with its number among all of them, from 1, by which a chart points to it. */
export interface NumberedNote extends Note {
  readonly number: number;
}

export const longestNote = 500;
export const mostNotes = 200;

/** A note as it is kept: one line of plain text. */
export const tidyNote = tidyName;

/** Why a note cannot be taken, in a sentence; null when it can. */
export function noteTrouble(text: string, { figure, on }: NoteAbout): string | null {
  const tidy = tidyNote(text);
  if (tidy === '') return 'Write the note first.';
  if (tidy.length > longestNote)
    return `The note is longer than ${longestNote} characters. Shorten it.`;
  if (figure === null && on === null) return 'Choose a figure, a month or both.';
  const found = identifierInText(tidy);
  return found === null
    ? null
    : `This looks as if it held ${found.label}. Leave them out: a note is never about one person.`;
}

/** Every note with its number. */
export function numbered(notes: readonly Note[]): readonly NumberedNote[] {
  return notes.map((note, index) => ({ ...note, number: index + 1 }));
}

/** Whether a note is about a figure drawn of these tables; one of a time alone is about them all. */
export function isAbout({ figure }: NoteAbout, tables: readonly SafeTable[]): boolean {
  if (figure === null) return true;
  const { measure, view } = figure;
  return tables.some(
    (table) =>
      table.measure.id === measure && (view === undefined || textOf(view) === textOf(table)),
  );
}

/** The notes to show with a figure: those about it and, of a month, those on a month that it shows. */
export function notesFor(
  notes: readonly NumberedNote[],
  tables: readonly SafeTable[],
  months: ReadonlySet<string>,
): readonly NumberedNote[] {
  return notes.filter(
    (note) => isAbout(note, tables) && (note.on === null || months.has(monthOf(note.on))),
  );
}

/** The month of a time. */
export function monthOf(on: string): string {
  return on.slice(0, 7);
}

function textOf({ where, by }: Pick<FigureRequest, 'where' | 'by'>): string {
  const filters = Object.entries(where)
    .filter(([, codes]) => codes.length > 0)
    .map(([id, codes]) => `${id}=${[...codes].sort().join()}`);
  return [...filters.sort(), ...[...by].sort()].join(' ');
}
