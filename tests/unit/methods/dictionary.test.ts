import { describe, expect, it } from 'vitest';
import { catalogue, measureNamed } from '$lib/measures/catalogue';
import { availabilityInWords } from '$lib/methods/availability';
import { foundByChapter, foundModels } from '$lib/methods/dictionary_search';
import { figureInWords } from '$lib/methods/measure_words';
import { madeUpModel } from '../explore/made_up_model';

const idsFound = (query: string) =>
  foundByChapter(catalogue, query).flatMap(({ measures }) => measures.map(({ id }) => id));

describe('a search of the dictionary', () => {
  it('finds everything while nothing is typed, in chapters', () => {
    expect(idsFound('  ')).toHaveLength(catalogue.length);
    const chapters = foundByChapter(catalogue, '').map(({ chapter }) => chapter);
    expect(new Set(chapters).size).toBe(chapters.length);
  });

  it('looks through label, id, definition, source and splits, every word of it', () => {
    expect(idsFound('Severe ABSENCE')).toContain('severe_absence');
    expect(idsFound('severe_absence')).toContain('severe_absence');
    expect(idsFound('educational needs persist')).toContain('persistent_absence');
    expect(idsFound('severe nonsense')).toEqual([]);
  });

  it('finds models too', () => {
    expect(foundModels([madeUpModel], 'textbook')).toHaveLength(1);
    expect(foundModels([madeUpModel], 'police')).toEqual([]);
  });
});

describe('what an entry says', () => {
  const persistent = measureNamed('persistent_absence')!;
  const file = (table: string, ...known: string[]) => ({ table, columns: { known } });

  it('names what is missing, and what no column tells of', () => {
    expect(availabilityInWords(persistent, [])).toBeNull();
    expect(availabilityInWords(persistent, [file('people')])).toContain('needs schools and');
    const files = [file('people', 'sen'), file('schools'), file('attendance')];
    const said = availabilityInWords(persistent, files);
    expect(said).toContain('Everything it needs is loaded.');
    expect(said).toContain('ethnic group');
    expect(said).not.toContain('special educational needs');
    expect(availabilityInWords(madeUpModel, files)).toBe('Everything it needs is loaded.');
  });

  it('says how the interval is made', () => {
    expect(figureInWords(persistent)).toContain('Wilson');
    expect(figureInWords({ ...persistent, kind: 'length', quantile: 'median' })).toContain(
      'the median',
    );
  });
});
