import { formatMany } from '../ui/format';
import { notesFromText } from './file_format';
import type { Notes } from './notes.svelte';

/**
 * Adds the notes of a file to those that are here; answers in sentences what came of it. Apart from the notes
 * themselves, which every page has: to read a file takes the whole catalogue of measures.
 */
export function addFromText(notes: Notes, text: string): readonly string[] {
  const read = notesFromText(text);
  if (typeof read === 'string') return [read];
  const added = notes.addAll(read.notes);
  if (typeof added === 'string') return [added];
  const here = read.notes.length - added;
  const first =
    `${formatMany(added, 'note')} added.` +
    (here > 0 ? ` ${here} ${here === 1 ? 'was' : 'were'} here already.` : '');
  return [first, ...read.leftOut];
}
