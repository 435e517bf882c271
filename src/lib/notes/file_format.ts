import { measureNamed } from '../measures/catalogue';
import type { DimensionId, Measure } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import {
  asFields,
  isDate,
  listFromText,
  listToText,
  shortened,
  type ListFile,
} from '../saved_views/list_file';
import { mostNotes, noteTrouble, tidyNote, type Note, type NotedFigure } from './note';

export const notesFile: ListFile = {
  format: 'waymark notes',
  version: 1,
  entries: 'notes',
  inFull: 'notes',
  one: 'note',
  most: mostNotes,
};
const mostCodes = 50;

export interface Read {
  readonly notes: readonly Note[];
  /** What was left out, in sentences. */
  readonly leftOut: readonly string[];
}

/** The notes as the text of a file. */
export function notesToText(notes: readonly Note[]): string {
  return listToText(
    notesFile,
    notes.map(({ text, figure, on }) => ({ text, figure, on })),
  );
}

/**
 * Reads such a text, trusting nothing in it: a note goes through the same check as one that is typed, what it is
 * about must exist, and fields that are not known are left behind. Answers a sentence when it is no list of notes.
 */
export function notesFromText(text: string): Read | string {
  const listed = listFromText(text, notesFile);
  if (typeof listed === 'string') return listed;
  const read = listed.map(noteFrom);
  const leftOut = read.flatMap((note, index) =>
    typeof note === 'string' ? `Note ${index + 1} was left out: ${note}` : [],
  );
  return {
    notes: read.filter((note) => typeof note !== 'string'),
    leftOut: shortened(leftOut, notesFile),
  };
}

/** Whether the text is a month or a day: `2024-11`, `2024-11-15`. */
export function isMonthOrDay(text: string): boolean {
  return isDate(text) || (text.length === 7 && isDate(`${text}-01`));
}

function noteFrom(entry: unknown): Note | string {
  const fields = asFields(entry);
  if (!fields) return 'it is no note.';
  const { text, figure, on } = fields;
  if (typeof text !== 'string') return 'it has no text.';
  if (on !== null && (typeof on !== 'string' || !isMonthOrDay(on)))
    return 'its time is no month and no day.';
  const noted = figure === null ? null : figureFrom(figure);
  if (typeof noted === 'string') return noted;
  const about = { figure: noted, on };
  return noteTrouble(text, about) ?? { text: tidyNote(text), ...about };
}

function figureFrom(entry: unknown): NotedFigure | string {
  const fields = asFields(entry);
  const id = fields?.['measure'];
  const measure = typeof id === 'string' ? measureNamed(id) : undefined;
  if (!fields || !measure) return 'it is about a figure that does not exist here.';
  if (fields['view'] === undefined) return { measure: measure.id };
  const view = viewFrom(fields['view'], measure);
  return view === null
    ? 'it is about a group that does not exist here.'
    : { measure: measure.id, view };
}

function viewFrom(entry: unknown, measure: Measure): Pick<FigureRequest, 'where' | 'by'> | null {
  const fields = asFields(entry);
  const [by, filters] = [fields?.['by'], asFields(fields?.['where'])];
  const isSplit = (id: unknown): id is DimensionId =>
    measure.dimensions.some((dimension) => dimension === id);
  if (!Array.isArray(by) || !by.every(isSplit) || new Set(by).size < by.length || !filters)
    return null;
  const where: Partial<Record<DimensionId, readonly string[]>> = {};
  for (const [id, codes] of Object.entries(filters)) {
    if (!isSplit(id) || !areCodes(codes)) return null;
    where[id] = [...codes];
  }
  return { where, by: [...by] };
}

function areCodes(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostCodes &&
    value.every((code) => typeof code === 'string' && /^[\w-]{1,40}$/.test(code))
  );
}
