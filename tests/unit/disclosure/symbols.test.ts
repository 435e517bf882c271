// Which symbol stands where: written out by hand, a profile at a time.
import { describe, expect, it } from 'vitest';
import { profiles, rawPolicy } from '$lib/disclosure/policy';
import type { SafeCell, Status } from '$lib/disclosure/safe_table';
import { safeTableCsv } from '$lib/disclosure/safe_table_csv';
import { settings } from '$lib/disclosure/settings';
import { cellInFile, symbolsInWords } from '$lib/disclosure/symbols';
import { formatCell, hiddenLabel, reasonFor, symbolFor } from '$lib/ui/cell';
import { tableCsv } from '$lib/ui/table';
import { row, safe } from './tables';

const reasons = ['c', 'z', 'x', 'low', 'u'] as const satisfies readonly Status[];

describe('symbols in files', () => {
  it.each([
    ['explore', 'c z x low u'],
    ['inspection', 'c z x low u'],
    ['partners', 'c z x low u'],
    ['publication', '[c] [z] [x] [low] [u]'],
    ['raw', 'c z x low u'],
  ] as const)('%s has %s', (profile, expected) => {
    const { symbols } = settings[profile];
    const cells = reasons.map((status) => cellInFile({ value: null, status }, symbols));
    expect(cells.join(' ')).toBe(expected);
  });

  it('are each another, and none is a number or empty', () => {
    for (const { symbols } of [...profiles, rawPolicy]) {
      const all = Object.values(symbols);
      expect(new Set(all).size).toBe(reasons.length);
      for (const symbol of all) expect(symbol).toMatch(/[a-z]/);
    }
  });

  it('leave a number as it is, unrounded', () => {
    const { symbols } = settings.publication;
    expect(cellInFile({ value: 0.1234567, status: 'ok' }, symbols)).toBe(0.1234567);
    expect(cellInFile({ value: 0, status: 'ok' }, symbols)).toBe(0);
    expect(cellInFile({ value: 12, status: 'u' }, symbols)).toBe(12);
  });

  const hidden: SafeCell = { value: null, status: 'c' };
  const model = {
    caption: 'NEET by district',
    columns: [
      { id: 'district', label: 'District', kind: 'text' as const },
      { id: 'value', label: 'Rate', kind: 'percent' as const },
    ],
    rows: [{ key: 'Dover', cells: ['Dover', hidden] }],
  };

  it.each([
    ['inspection', 'Dover,c,Inspection pack'],
    ['publication', 'Dover,[c],Publication'],
  ] as const)('stand in the CSV of a figure under %s', (profile, line) => {
    const { name, symbols } = settings[profile];
    const csv = tableCsv(model, { sample: false, profile: name, symbols });
    expect(csv.split('\r\n')[1]).toBe(line);
  });

  it('stand in the status of the plain CSV, where a number is ok under each', () => {
    const statuses = (profile: 'explore' | 'publication') => {
      const policy = { ...settings[profile], complementary: false };
      const text = safeTableCsv([safe([row(3, 400), row(100, 300)], policy)]);
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').at(-1));
    };
    expect(statuses('explore')).toEqual(['c', 'ok']);
    expect(statuses('publication')).toEqual(['[c]', 'ok']);
  });

  it('are named in words', () => {
    expect(symbolsInWords(settings.publication.symbols)).toBe(
      'In its files [c], [z], [x], [low] or [u] stands where there is no number.',
    );
  });
});

describe('symbols on the screen', () => {
  it('are in brackets under every profile, with the same reasons', () => {
    expect(reasons.map(symbolFor).join(' ')).toBe('[c] [z] [x] [low] [u]');
    expect(symbolFor('ok')).toBe('');
    expect(hiddenLabel).toBe('hidden [c]');
    expect(reasonFor('c')).toBe('hidden to protect people, because few are counted');
    expect(formatCell({ value: 0.25, status: 'u' }, 'percent')).toMatch(/^25\.0\s%\s\[u\]$/);
  });
});
