import { beforeEach, describe, expect, test } from 'vitest';
import { kent } from '$lib/county';
import type { Place } from '$lib/platform/no_storage';
import { SavedViews } from '$lib/saved_views/saved_views.svelte';

const limits = { oneView: ['/overview'], districts: kent.districts.map(({ code }) => code) };

describe('the views of this browser', () => {
  let kept: string | null;
  let place: Place;
  let saved: SavedViews;
  const names = () => saved.views.map(({ name }) => name);

  beforeEach(() => {
    kept = null;
    place = { read: () => kept, write: (text) => void (kept = text) };
    saved = new SavedViews(place, limits);
  });

  test('are kept, renamed and deleted; the last one leaves nothing behind', () => {
    expect(saved.save(' Girls ', '/overview', 'v=1&sex=F&data=1', '2026-03-03')).toBeNull();
    expect(saved.views).toEqual([
      { name: 'Girls', page: '/overview', fragment: 'v=1&sex=F', savedOn: '2026-03-03' },
    ]);
    expect(new SavedViews(place, limits).views).toEqual(saved.views);
    expect(saved.save('girls', '/overview', '', '2026-03-03')).toContain('already');
    expect(saved.save('', '/overview', '', '2026-03-03')).toBe('Give the view a name.');
    expect(saved.save('Data', '/data', '', '2026-03-03')).toBe('This page has no view to save.');
    expect(saved.rename('Girls', 'GIRLS')).toBeNull();
    expect(names()).toEqual(['GIRLS']);
    expect(saved.delete('GIRLS')).toBeNull();
    expect(kept).toBeNull();
  });

  test('come in from a file beside those that are there', () => {
    saved.save('Girls', '/overview', 'v=1&sex=F', '2026-03-03');
    const file = saved.exported();
    expect(saved.add(file).sentences).toEqual(['0\u00a0views added. 1 were here already.']);
    saved.rename('Girls', 'Pupils');
    expect(saved.add(file).done).toBe(true);
    expect(names()).toEqual(['Pupils', 'Girls']);
    expect(saved.add('{').done).toBe(false);
    expect(names()).toEqual(['Pupils', 'Girls']);
  });

  // Well-formed and of nobody: a pupil number with its check letter, an NHS number, an address of e-mail and more.
  test.each([
    'A123456789012 Z',
    'Visits of 943 476 5919',
    'mail@example.org',
    'About ME14 1XQ',
    'Ring 01632 960 123',
  ])('no name that looks as if it held an identifier is kept: %s', (name) => {
    expect(saved.save(name, '/overview', '', '2026-03-03')).toContain('The name looks as if');
    expect(kept).toBeNull();
    saved.save('Girls', '/overview', 'v=1&sex=F', '2026-03-03');
    const before = kept;
    expect(saved.rename('Girls', name)).toContain('The name looks as if');
    expect(kept).toBe(before);
    // Nor does it come in by a file, beside a view that may.
    const file = JSON.parse(saved.exported()) as { views: { name: string }[] };
    file.views = [
      { ...file.views[0]!, name },
      { ...file.views[0]!, name: 'Pupils' },
    ];
    expect(saved.add(JSON.stringify(file)).sentences.join(' ')).toContain('1\u00a0view left out');
    expect(names()).toEqual(['Girls', 'Pupils']);
    expect(kept).not.toContain(name);
  });

  test.each([
    'Overview: Thanet, girls, 2024/25',
    'NEET, Years 12-13, December 2024 to February 2025',
    'Persistent absence, 2023/24 against 2024/25 (2)',
    'Thanet E07000114',
  ])('a name of what is shown is kept: %s', (name) => {
    expect(saved.save(name, '/overview', '', '2026-03-03')).toBeNull();
    expect(names()).toEqual([name]);
  });

  test('what another tab changed is not lost', () => {
    const other = new SavedViews(place, limits);
    other.save('Theirs', '/overview', '', '2026-03-03');
    saved.save('Ours', '/overview', '', '2026-03-03');
    expect(names()).toEqual(['Theirs', 'Ours']);
  });

  test('what cannot be read is never written over, only deleted when asked', () => {
    kept = '{"format":"waymark saved views","version":9}';
    expect(saved.save('Girls', '/overview', '', '2026-03-03')).toContain('cannot be read');
    expect(saved.unreadable).toBe(true);
    expect(kept).toContain('9');
    expect(saved.deleteAll()).toBeNull();
    expect(kept).toBeNull();
    expect(saved.unreadable).toBe(false);
  });

  test('a browser that keeps nothing is said so', () => {
    place.write = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(saved.save('Girls', '/overview', '', '2026-03-03')).toContain('does not let Waymark');
    expect(saved.views).toEqual([]);
  });
});
