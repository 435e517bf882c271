import { beforeEach, describe, expect, test } from 'vitest';
import { departmentForEducation } from '$lib/disclosure/symbols';
import { keyOf, type PinnedContent } from '$lib/pins/pin';
import { Pins } from '$lib/pins/pins.svelte';
import type { Provenance } from '$lib/ui/provenance';
import { fakeTable, shownRow } from '../charts/fixtures';

const provenance: Provenance = {
  county: 'Kent',
  covers: null,
  status: null,
  sample: true,
  profile: 'Test',
  symbols: departmentForEducation,
  files: [],
};
const from = { provenance, generation: 3 };
const at = { page: '/neet', fragment: 'v=1&sex=F' };
const elsewhere = { page: '/overview', fragment: '' };
const secret = 4321;

function content(name: string, over: Partial<PinnedContent> = {}): PinnedContent {
  return {
    title: `${name} is 12.3 %`,
    subtitle: 'Of everybody.',
    table: { caption: name, columns: [], rows: [] },
    tables: [
      fakeTable('neet_or_not_known', [
        shownRow('2024-11', secret, 38_780),
        shownRow('2024-12', secret, 38_780),
      ]),
    ],
    periods: ['2024-11', '2024-12'],
    draw: () => Promise.reject(new Error('not drawn here')),
    ...over,
  };
}

let pins: Pins;
const names = () => pins.pins.map(({ definition }) => definition.name);
const idOf = (name: string) => pins.pins.find(({ definition }) => definition.name === name)!.id;

beforeEach(() => {
  pins = new Pins();
  for (const name of ['a', 'b', 'c']) pins.toggle(content(name), at, from);
});

describe('pinned figures', () => {
  test('stay in the order in which they were pinned, and move within it', () => {
    expect(names()).toEqual(['a', 'b', 'c']);
    pins.move(idOf('c'), -1);
    expect(names()).toEqual(['a', 'c', 'b']);
    pins.move(idOf('a'), -1);
    expect(names()).toEqual(['a', 'c', 'b']);
    pins.move(idOf('a'), 5);
    expect(names()).toEqual(['c', 'b', 'a']);
    pins.remove(idOf('b'));
    expect(names()).toEqual(['c', 'a']);
    pins.move(99, 1);
    pins.clear();
    expect(names()).toEqual([]);
  });

  test('are taken away by the same figure, wherever it stands', () => {
    pins.toggle(content('b'), elsewhere, from);
    expect(names()).toEqual(['a', 'c']);
  });

  test('are told apart by what they are of', () => {
    const one = keyOf(content('a'), at);
    const table = fakeTable('neet_or_not_known', [shownRow('2023-11', 1, 2)]);
    expect(keyOf(content('a', { title: 'Another finding' }), at)).toBe(one);
    expect(keyOf(content('a', { tables: [table] }), at)).not.toBe(one);
    expect(keyOf(content('a', { subtitle: 'Of girls.' }), at)).not.toBe(one);
  });

  test('of a model are told apart by how it was asked', () => {
    const found = content('a', { tables: [] });
    expect(keyOf(found, at)).not.toBe(keyOf(found, elsewhere));
  });

  test('keep where they stood and the state of the data', () => {
    expect(pins.pins[0]).toMatchObject({ generation: 3, provenance: { county: 'Kent' } });
  });
});

describe('definitions for reports', () => {
  test('say what to ask for', () => {
    expect(pins.pinnedDefinitions()[0]).toEqual({
      version: 1,
      name: 'a',
      drawnAs: 'picture',
      requests: [
        { measure: 'neet_or_not_known', periods: ['2024-11', '2024-12'], by: [], where: {} },
      ],
      periods: ['2024-11', '2024-12'],
      page: '/neet',
      fragment: 'v=1&sex=F',
      sample: true,
    });
  });

  test('say the one period that a headline shows', () => {
    const { draw, ...rest } = content('tile', { periods: ['2024-12'] });
    expect(draw).toBeDefined();
    pins.toggle(rest, at, from);
    expect(pins.pinnedDefinitions().at(-1)).toMatchObject({
      drawnAs: 'table',
      requests: [{ periods: ['2024-11', '2024-12'] }],
      periods: ['2024-12'],
    });
  });

  test('of what a model found say no period: how it was asked stands in the address', () => {
    pins.toggle(content('found', { tables: [], periods: [] }), at, from);
    expect(pins.pinnedDefinitions().at(-1)).toMatchObject({ requests: [], periods: null });
  });

  test('hold no figure, not even the title, which states one', () => {
    const text = JSON.stringify(pins.pinnedDefinitions());
    expect(text).not.toContain(String(secret));
    expect(text).not.toContain('12.3');
  });
});
