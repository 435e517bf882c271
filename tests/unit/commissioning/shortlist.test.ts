import { describe, expect, it } from 'vitest';
import { Shortlist, shortlistText } from '$lib/commissioning/shortlist.svelte';

describe('the short list', () => {
  it('takes lines, each once, gives them up again and is emptied', () => {
    const list = new Shortlist();
    list.add('Thanet', 1);
    list.add('Dover', 1);
    list.add('Thanet', 2);
    expect(list.lines.map(({ text, generation }) => [text, generation])).toEqual([
      ['Dover', 1],
      ['Thanet', 2],
    ]);
    list.remove(list.lines[0]!.id);
    expect(list.has('Dover')).toBe(false);
    expect(list.has('Thanet')).toBe(true);
    list.clear();
    expect(list.lines).toEqual([]);
  });

  it('is copied with its source', () => {
    expect(shortlistText([{ text: 'One.' }, { text: 'Two.' }], 'Source: Kent.')).toBe(
      '- One.\n- Two.\n\nSource: Kent.',
    );
  });
});
