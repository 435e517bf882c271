import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kent } from '$lib/county';
import { catalogue } from '$lib/measures/catalogue';
import { models } from '$lib/models/catalogue';
import { entriesFor, type Surroundings } from '$lib/palette/entries';
import { find, isNear, wordsOf } from '$lib/palette/search';
import { withDistrict, withoutFilters } from '$lib/palette/shown_view';

const districts = kent.districts.map(({ code }) => code);
const limits = { oneView: ['/overview', '/neet'], districts };
const around: Surroundings = {
  shown: { page: '/', fragment: '' },
  left: '',
  pages: [
    { href: '/', label: 'Start' },
    { href: '/overview', label: 'Overview' },
    { href: '/neet', label: 'NEET' },
  ],
  districts: kent.districts,
  loaded: new Set(),
  views: [{ name: 'Girls in Thanet', page: '/neet', fragment: 'v=1&sex=F', savedOn: '2026-03-03' }],
  limits,
};
const entries = entriesFor(around);
const labels = (query: string) =>
  find(entries, query).flatMap((group) => group.entries.map(({ label }) => label));
const thanet = kent.districts.find(({ name }) => name === 'Thanet')?.code ?? '';

describe('the search of the palette', () => {
  test('finds every measure, model, district and page by its own name', () => {
    const named = [
      ...catalogue.map(({ label }) => label),
      ...models.map(({ label }) => label),
      ...kent.districts.map(({ name }) => name),
      ...around.pages.map(({ label }) => label),
    ];
    for (const name of named) expect(labels(name)[0]).toBe(name);
  });

  test('takes words in any order, in any capitals, and unfinished', () => {
    expect(labels('absence persistent')[0]).toBe('Persistent absence');
    expect(labels('PERSIS abs')[0]).toBe('Persistent absence');
    expect(labels('thanet girls')).toEqual(['Girls in Thanet']);
  });

  test('forgives one letter', () => {
    expect(labels('persistant absense')[0]).toBe('Persistent absence');
    expect(labels('Canterbruy')).toContain('Canterbury');
    expect(isNear('thanat', 'thanet')).toBe(true);
    expect(isNear('thxxet', 'thanet')).toBe(false);
  });

  test('knows what people call things', () => {
    expect(labels('truancy').some((label) => /unauthorised/i.test(label))).toBe(true);
    expect(labels('fines').some((label) => /penalty notice/i.test(label))).toBe(true);
    expect(labels('pa').includes('Persistent absence')).toBe(true);
  });

  test('puts the kind with the nearest find first, and lists no measures before a word is typed', () => {
    expect(find(entries, 'thanet')[0]?.kind).toBe('district');
    expect(find(entries, 'neet')[0]?.entries[0]?.label).toBe('NEET');
    expect(find(entries, '').map(({ kind }) => kind)).toEqual([
      'page',
      'action',
      'view',
      'district',
      'model',
    ]);
    expect(find(entries, 'zzzzqq')).toEqual([]);
  });

  test('every word is in every find, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', '(', '\\'));
    fc.assert(
      fc.property(typed, (query) => {
        const found = find(entries, query).flatMap((group) => group.entries);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        if (wordsOf(query).length > 0) expect(found.length).toBeLessThanOrEqual(6 * 8);
      }),
    );
  });
});

describe('a district', () => {
  test('filters the page of the one view that is shown and keeps the rest of its view', () => {
    const shown = { page: '/neet', fragment: 'v=1&year=2024-25&sex=F' };
    const goal = withDistrict(shown, thanet, '', limits);
    expect(goal.page).toBe('/neet');
    const fields = new URLSearchParams(goal.fragment);
    expect(fields.get('district')).toBe(thanet);
    expect(fields.get('sex')).toBe('F');
    expect(withoutFilters(goal, limits)).toEqual({ page: '/neet', fragment: 'v=1&year=2024-25' });
  });

  test('filters a measure that knows districts', () => {
    const goal = withDistrict(
      { page: '/measures', fragment: 'v=1&measure=persistent_absence' },
      thanet,
      '',
      limits,
    );
    expect(goal.page).toBe('/measures');
    expect(new URLSearchParams(goal.fragment).get('district')).toBe(thanet);
    expect(new URLSearchParams(goal.fragment).get('measure')).toBe('persistent_absence');
  });

  test('leads elsewhere to the overview as it was left', () => {
    const goal = withDistrict({ page: '/methods', fragment: 'rules' }, thanet, 'v=1&sex=M', limits);
    expect(goal.page).toBe('/overview');
    expect(goal.fragment).toContain('sex=M');
    expect(goal.fragment).toContain(thanet);
    expect(withoutFilters({ page: '/methods', fragment: 'rules' }, limits)).toBeNull();
  });
});
