import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMonthOrDay, notesFromText, notesToText } from '$lib/notes/file_format';
import { noteTrouble, tidyNote, type Note } from '$lib/notes/note';

const figures = fc.constantFrom<Note['figure']>(
  null,
  { measure: 'neet_or_not_known' },
  { measure: 'persistent_absence', view: { by: ['sex'], where: { district: ['E07000114'] } } },
);
const times = fc.constantFrom(null, '2024-11', '2024-02-29');
const notes = fc.array(
  fc
    .record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }).map(tidyNote),
      figure: figures,
      on: times,
    })
    .filter((note) => noteTrouble(note.text, note) === null),
  { maxLength: 10 },
);

const note = { text: 'A code changed.', figure: null, on: '2024-11' };
const file = (...list: readonly unknown[]) =>
  JSON.stringify({ format: 'waymark notes', version: 1, notes: list });

describe('notes as text', () => {
  test('come back as they went', () => {
    fc.assert(
      fc.property(notes, (list) => {
        expect(notesFromText(notesToText(list))).toEqual({ notes: list, leftOut: [] });
      }),
    );
  });

  test('never make the reader fail, whatever the text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(typeof notesFromText(text)).toBe('string');
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (entry) => {
        const read = notesFromText(file(entry));
        expect(typeof read === 'string' ? 0 : read.notes.length + read.leftOut.length).toBe(1);
      }),
    );
  });

  test('leave unknown fields behind', () => {
    const read = notesFromText(file({ ...note, colour: 'red', number: 7 }));
    expect(read).toEqual({ notes: [note], leftOut: [] });
  });

  test.each([
    ['<html>', /it is not JSON/],
    ['[]', /not a file of notes\. Choose/],
    [file().replace('notes"', 'views"'), /not a file of notes\. Choose/],
    [file().replace('1', '2'), /These notes were saved by another version/],
    [file().replace('[]', '{}'), /holds no list of notes/],
    [file(...Array.from({ length: 201 }, () => note)), /holds 201 notes; 200 is the most/],
    [' '.repeat(300_000), /larger than 256 kB/],
  ])('are refused as a whole: %#', (text, why) => {
    expect(notesFromText(text)).toMatch(why);
  });

  test.each([
    [7, /no note/],
    [{ ...note, text: 7 }, /no text/],
    [{ ...note, text: '' }, /Write the note/],
    [{ ...note, on: '2024-13' }, /no month and no day/],
    [{ ...note, on: '2023-02-29' }, /no month and no day/],
    [{ ...note, on: undefined }, /no month and no day/],
    [{ ...note, on: null }, /Choose a figure/],
    [{ ...note, figure: { measure: 'shoe_size' } }, /figure that does not exist/],
    [{ ...note, figure: 'neet' }, /figure that does not exist/],
    [view({ by: ['shoe_size'], where: {} }), /group that does not exist/],
    [view({ by: ['sex', 'sex'], where: {} }), /group that does not exist/],
    [view({ by: [], where: { sex: ['<b>'] } }), /group that does not exist/],
    [view({ by: [], where: { constructor: ['F'] } }), /group that does not exist/],
    [{ ...note, text: 'Ask for ME14 1XX' }, /postcodes/],
  ])('are left out one by one: %#', (entry, why) => {
    const read = notesFromText(file(entry, note));
    expect(read).toEqual({ notes: [note], leftOut: [expect.stringMatching(why)] });
  });
});

test('a time is a month or a day that there is', () => {
  expect(['2024-11', '2024-11-30'].every(isMonthOrDay)).toBe(true);
  expect(['2024', '2024-1', '2024-11-31', '1999-11', '2024-11-1'].some(isMonthOrDay)).toBe(false);
});

function view(of: unknown) {
  return { ...note, figure: { measure: 'neet_or_not_known', view: of } };
}
