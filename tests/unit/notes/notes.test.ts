import { beforeEach, describe, expect, test } from 'vitest';
import { kent } from '$lib/county';
import { addFromText } from '$lib/notes/add_from_text';
import { notesToText } from '$lib/notes/file_format';
import { isAbout, longestNote, mostNotes, noteTrouble, notesFor, numbered } from '$lib/notes/note';
import { aboutInWords, noteInWords } from '$lib/notes/note_words';
import { Notes } from '$lib/notes/notes.svelte';
import { fakeTable, shownRow } from '../charts/fixtures';

const neet = fakeTable('neet_or_not_known', [shownRow('2024-11', 1, 2)]);
const bySex = fakeTable('neet_or_not_known', [shownRow('2024-11', 1, 2, { sex: 'F' })], ['sex']);
const absence = fakeTable('persistent_absence', [shownRow('2024-25', 1, 2)]);
const ofNeet = { figure: { measure: 'neet_or_not_known' }, on: null };
const ofMonth = { figure: null, on: '2024-11' };

describe('a note', () => {
  test.each([
    [' ', ofNeet, /Write the note/],
    ['x'.repeat(longestNote + 1), ofNeet, /longer than 500/],
    ['A code changed.', { figure: null, on: null }, /Choose a figure/],
    ['Ask a@b.org.uk', ofNeet, /e-mail addresses.*never about one person/],
  ])('is refused: %#', (text, about, why) => {
    expect(noteTrouble(text, about)).toMatch(why);
  });

  test('is one line of what can be seen', () => {
    const notes = new Notes();
    expect(notes.add('  One\n\ttwo\u200b ', ofNeet)).toBeNull();
    expect(notes.list[0]?.text).toBe('One two');
  });

  test('is about the figures of its measure, or of one view of it, or about all', () => {
    expect(isAbout(ofNeet, [absence, neet])).toBe(true);
    expect(isAbout(ofNeet, [absence])).toBe(false);
    expect(isAbout(ofMonth, [])).toBe(true);
    const onlyBySex = {
      figure: { ...ofNeet.figure, view: { by: ['sex'] as const, where: { sen: [] } } },
      on: null,
    };
    expect(isAbout(onlyBySex, [neet])).toBe(false);
    expect(isAbout(onlyBySex, [bySex])).toBe(true);
  });

  test('is shown where its figure is and, when it has a time, where its month is', () => {
    const notes = numbered([
      { text: 'figure', ...ofNeet },
      { text: 'month', ...ofMonth },
      { text: 'both', figure: ofNeet.figure, on: '2024-11-15' },
    ]);
    const shown = (tables: Parameters<typeof notesFor>[1], ...months: string[]) =>
      notesFor(notes, tables, new Set(months)).map(({ number }) => number);
    expect(shown([neet], '2024-11')).toEqual([1, 2, 3]);
    expect(shown([neet], '2024-12')).toEqual([1]);
    expect(shown([absence], '2024-11')).toEqual([2]);
    expect(shown([absence])).toEqual([]);
  });

  test('says what it is about', () => {
    expect(aboutInWords(ofMonth, kent)).toBe('Every figure, November 2024');
    expect(
      aboutInWords(
        { figure: { ...ofNeet.figure, view: { by: ['sex'], where: {} } }, on: '2024-11-15' },
        kent,
      ),
    ).toBe('NEET or not known; Kent; by sex, 15 November 2024');
    expect(noteInWords({ on: '2024-11', text: 'A code changed.' })).toBe(
      'November 2024: A code changed.',
    );
    expect(noteInWords({ on: null, text: 'Take care.' })).toBe('Take care.');
  });
});

describe('the notes of a tab', () => {
  let notes: Notes;
  beforeEach(() => {
    notes = new Notes();
    notes.add('One', ofNeet);
    notes.add('Two', ofMonth);
  });

  test('are numbered from 1, anew when one goes', () => {
    notes.remove(1);
    expect(notes.numbered).toEqual([{ number: 1, text: 'Two', ...ofMonth }]);
    notes.clear();
    expect(notes.numbered).toEqual([]);
  });

  test('are changed in their place, and keep their number', () => {
    expect(notes.change(1, ' One and\na half ', { ...ofNeet, on: '2024-11-15' })).toBeNull();
    expect(notes.numbered).toEqual([
      { number: 1, text: 'One and a half', figure: ofNeet.figure, on: '2024-11-15' },
      { number: 2, text: 'Two', ...ofMonth },
    ]);
  });

  test.each([
    ['Ask a@b.org.uk', ofNeet, /e-mail addresses.*never about one person/],
    [' ', ofNeet, /Write the note/],
    ['One', { figure: null, on: null }, /Choose a figure/],
  ])('stay as they were when a change is refused: %#', (text, about, why) => {
    const before = notes.list;
    expect(notes.change(1, text, about)).toMatch(why);
    expect(notes.list).toBe(before);
  });

  test('can be changed when there are as many as are kept', () => {
    while (notes.list.length < mostNotes) notes.add('More', ofNeet);
    expect(notes.change(2, 'Less', ofMonth)).toBeNull();
    expect(notes.list[1]?.text).toBe('Less');
    expect(notes.list).toHaveLength(mostNotes);
  });

  test('take those of a file, each once', () => {
    const file = notesToText(notes.list);
    notes.remove(1);
    expect(addFromText(notes, file)).toEqual([
      expect.stringMatching(/^1\snote added\. 1 was here already\.$/),
    ]);
    expect(notes.list.map(({ text }) => text)).toEqual(['Two', 'One']);
    expect(addFromText(notes, '<html>')[0]).toMatch(/not JSON/);
  });

  test('are not without end', () => {
    while (notes.list.length < mostNotes) notes.add('More', ofNeet);
    expect(notes.add('Too many', ofNeet)).toMatch(/200 notes are the most/);
    const other = new Notes();
    other.add('Another', ofNeet);
    expect(addFromText(notes, notesToText(other.list))).toEqual([
      expect.stringMatching(/the most/),
    ]);
    expect(notes.list).toHaveLength(mostNotes);
  });
});
