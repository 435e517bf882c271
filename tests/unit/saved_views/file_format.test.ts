import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kent } from '$lib/county';
import { catalogue } from '$lib/measures/catalogue';
import { models } from '$lib/models/catalogue';
import { viewsFromText, viewsToText } from '$lib/saved_views/file_format';
import { largestFile } from '$lib/saved_views/list_file';
import { cleanFragment } from '$lib/saved_views/page_views';
import { freeName, nameTrouble, sameName, tidyName } from '$lib/saved_views/saved_view';

const districts = kent.districts.map(({ code }) => code);
const limits = { oneView: ['/overview', '/neet'], districts };
const first = districts[0] ?? '';

const field = fc.tuple(
  fc.constantFrom(
    ...['v', 'year', 'period', 'district', 'sex', 'sen', 'against', 'map', 'measure', 'by'],
    ...['model', 'set.measure', 'set.capacity', '__proto__'],
  ),
  fc.oneof(
    fc.constantFrom('1', '2024-25', 't1', 'ytd', first, 'F', 'E,K', 'county', 'time', 'sex'),
    fc.constantFrom(...catalogue.map(({ id }) => id), ...models.map(({ id }) => id)),
    fc.string(),
  ),
);
const fragments = fc
  .array(field, { maxLength: 8 })
  .map((fields) => new URLSearchParams(fields).toString());
const pages = fc.constantFrom('/overview', '/neet', '/measures', '/models');
const dates = fc
  .integer({ min: 0, max: 20_000 })
  .map((day) => new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10));
const views = fc.uniqueArray(
  fc
    .record({
      name: fc.string({ unit: 'grapheme', maxLength: 40 }),
      page: pages,
      fragment: fragments,
      savedOn: dates,
    })
    .map((view) => ({
      ...view,
      name: tidyName(view.name),
      fragment: cleanFragment(view.page, view.fragment, limits)?.fragment ?? '',
    }))
    .filter(({ name }) => nameTrouble(name, []) === null),
  { maxLength: 12, comparator: (one, other) => sameName(one.name, other.name) },
);

const text = (over: Record<string, unknown>) =>
  JSON.stringify({ format: 'waymark saved views', version: 1, views: [], ...over });
const view = { name: 'Girls', page: '/neet', fragment: 'v=1&sex=F', savedOn: '2026-03-03' };

describe('saved views as text', () => {
  test('come back as they went', () => {
    fc.assert(
      fc.property(views, (list) => {
        expect(viewsFromText(viewsToText(list), limits)).toEqual({ views: list, notes: [] });
      }),
    );
  });

  test('never bring in what their page does not know, whatever a file holds', () => {
    fc.assert(
      fc.property(pages, fc.oneof(fragments, fc.string()), (page, fragment) => {
        const once = cleanFragment(page, fragment, limits)?.fragment ?? '';
        expect(cleanFragment(page, once, limits)).toEqual({ fragment: once, whole: true });
      }),
    );
  });

  test('any text answers views or a sentence, and throws nothing', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.anything().map((views) => text({ views })),
      fc.array(fc.anything(), { maxLength: 5 }).map((views) => text({ views })),
      fc
        .record({
          name: fc.anything(),
          page: fc.anything(),
          fragment: fc.anything(),
          savedOn: fc.anything(),
        })
        .map((each) => text({ views: [each] })),
    );
    fc.assert(
      fc.property(hostile, (content) => {
        const read = viewsFromText(content ?? '', limits);
        if (typeof read === 'string') expect(read).toMatch(/\.$/);
        else
          for (const each of read.views) {
            expect(nameTrouble(each.name, [])).toBeNull();
            expect(Object.keys(each)).toEqual(['name', 'page', 'fragment', 'savedOn']);
          }
      }),
    );
  });

  test.each([
    ['nonsense', 'it is not JSON'],
    ['[]', 'not a file of saved views'],
    ['null', 'not a file of saved views'],
    [text({ format: 'another' }), 'not a file of saved views'],
    [text({ version: 2 }), 'another version'],
    [text({ views: {} }), 'no list of views'],
    [text({ views: Array.from({ length: 201 }, () => view) }), '201 views; 200 is the most'],
    [' '.repeat(largestFile + 1), 'larger than 256 kB'],
  ])('a bad file gets a sentence: %.40s', (content, sentence) => {
    expect(viewsFromText(content, limits)).toContain(sentence);
  });

  test.each([
    [{ ...view, name: ' \u202e\n ' }, 'it has no name'],
    [{ ...view, name: 'x'.repeat(81) }, 'longer than 80 characters'],
    [{ ...view, page: 'https://example.org/' }, 'a page that has no views here'],
    [{ ...view, page: '//example.org' }, 'a page that has no views here'],
    [{ ...view, page: '/methods' }, 'a page that has no views here'],
    [{ ...view, fragment: 'x'.repeat(4001) }, 'longer than any view'],
    [{ ...view, savedOn: '2026-02-30' }, 'its date is not a date'],
    [{ ...view, fragment: 7 }, 'does not say of what'],
    ['Girls', 'it is no view'],
  ])('a bad view is left out with a sentence', (entry, sentence) => {
    const read = viewsFromText(text({ views: [entry, view] }), limits);
    if (typeof read === 'string') throw new Error(read);
    expect(read.views).toEqual([view]);
    expect(read.notes).toHaveLength(1);
    expect(read.notes[0]).toContain(sentence);
  });

  test('drops unknown fields, data among them, and what a page does not know', () => {
    const entry = { ...view, rows: [[1, 2]], fragment: 'v=1&sex=F&sex=M&pupil=A123&district=E99' };
    const read = viewsFromText(text({ views: [entry], data: 'x' }), limits);
    if (typeof read === 'string') throw new Error(read);
    expect(read.views).toEqual([view]);
    expect(read.notes).toEqual([
      '“Girls” names something that does not exist here; it was kept without that.',
    ]);
  });

  test('names are one line that can be seen, and unlike each other', () => {
    expect(tidyName('  Girls\u0000 in\n\u202eThanet\ud800 ')).toBe('Girls in Thanet');
    expect(freeName('Girls', ['girls', 'Girls (2)'])).toBe('Girls (3)');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const name = String.fromCharCode(...units);
        expect(tidyName(tidyName(name))).toBe(tidyName(name));
      }),
    );
  });
});
