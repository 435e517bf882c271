import { describe, expect, it } from 'vitest';
import { tables } from '$lib/contract/tables';
import { catalogue, measureNamed } from '$lib/measures/catalogue';
import { codesOf, holdsInWords, requiredInWords } from '$lib/methods/column_words';
import { glossary } from '$lib/methods/glossary';
import { exampleOf, needsInWords, parametersInWords, splitsOf } from '$lib/methods/measure_words';

describe('the dictionary of measures', () => {
  it.each(catalogue)('shows SQL of $id without a marker left to fill', (measure) => {
    const example = exampleOf(measure);
    expect(example.text).not.toMatch(/\{\w+\}/);
    expect(example.text).toContain(measure.kind === 'length' ? 'ended' : 'numerator');
    const named = new Set(example.text.match(/\$\w+/g));
    const told = parametersInWords(example);
    for (const name of named) expect(told).toContain(`${name} = `);
  });

  it('says which tables a measure needs', () => {
    const measure = measureNamed('persistent_absence');
    expect(measure && needsInWords(measure)).toBe(
      'people, schools and either attendance or attendance totals',
    );
  });

  it('says whose district it is', () => {
    const measure = measureNamed('persistent_absence');
    expect(measure && splitsOf(measure)[0]).toEqual({
      label: 'District',
      note: 'district of the school',
    });
  });
});

describe('the data dictionary', () => {
  it('says of every column what it holds and whether it must be there', () => {
    for (const table of tables)
      for (const column of table.columns) {
        expect(holdsInWords(column)).not.toBe('');
        expect(requiredInWords(column)).toMatch(/^(required|optional)/);
        if (column.type === 'code') expect(codesOf(column).length).toBeGreaterThan(0);
      }
  });

  it('tells ranges apart from lists of codes', () => {
    const people = tables.find((table) => table.name === 'people');
    const decile = people?.columns.find((column) => column.name === 'idaci_decile');
    expect(decile && holdsInWords(decile)).toBe('integer from 1 to 10');
  });
});

describe('the glossary', () => {
  it('is in the order of the alphabet', () => {
    const words = glossary.map((term) => term.word);
    expect(words).toEqual([...words].sort(new Intl.Collator('en-GB').compare));
  });
});
