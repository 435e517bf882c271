import { describe, expect, it } from 'vitest';
import { makeFindings, type FindingsRow } from '$lib/disclosure/findings';
import { defaultPolicy, rawPolicy } from '$lib/disclosure/policy';
import { protectFindings } from '$lib/disclosure/protect_findings';

const row = (people: number | null, value: number | null): FindingsRow => ({
  cells: { district: 'E07000114', place: 'above 99.8 %', value },
  people,
});

const found = (rows: readonly FindingsRow[], sentences: [string, number | null][] = []) =>
  makeFindings({
    status: 'ok',
    because: null,
    sentences: sentences.map(([text, people]) => ({ text, people })),
    tables: [
      {
        id: 'districts',
        title: 'Districts',
        columns: [
          { id: 'district', label: 'District', kind: 'text', dimension: 'district' },
          { id: 'place', label: 'Place', kind: 'text' },
          { id: 'value', label: 'Rate', kind: 'percent' },
        ],
        rows,
      },
    ],
    assumptions: [],
  });

describe('what a model found', () => {
  it('loses every number and every word about it in a row that rests on few people', () => {
    const safe = protectFindings(found([row(5, 0.25), row(6, 0.5), row(0, 0)]), defaultPolicy);
    const [few, enough, nobody] = safe.tables[0]!.rows;
    expect(few).toEqual({
      words: { district: 'E07000114', place: '' },
      numbers: { value: { value: null, status: 'c' } },
      status: 'c',
    });
    expect(enough?.numbers['value']).toEqual({ value: 0.5, status: 'ok' });
    expect(nobody?.status).toBe('c');
    expect(JSON.stringify(safe)).not.toContain('0.25');
  });

  it('loses sentences that rest on few people, and keeps those that rest on none in particular', () => {
    const sentences: [string, number | null][] = [
      ['Three of them came back.', 3],
      ['The fit converged.', null],
      ['Sixty came back.', 60],
    ];
    const safe = protectFindings(found([], sentences), defaultPolicy);
    expect(safe.sentences).toEqual(['The fit converged.', 'Sixty came back.']);
  });

  it('shows a number that cannot be as not applicable, never as a number', () => {
    const safe = protectFindings(found([row(null, Number.NaN), row(null, null)]), defaultPolicy);
    for (const each of safe.tables[0]!.rows) {
      expect(each.numbers['value']).toEqual({ value: null, status: 'z' });
    }
  });

  it('is shown whole to the data team, who asked for it', () => {
    const safe = protectFindings(found([row(1, 0.25)]), rawPolicy);
    expect(safe.tables[0]!.rows[0]?.numbers['value']).toEqual({ value: 0.25, status: 'ok' });
  });
});
