import { describe, expect, it } from 'vitest';
import {
  namesLoadedTwice,
  rowsInWords,
  sizeInWords,
  speedInWords,
  stateInWords,
  totalsInWords,
  totalsOf,
} from '$lib/load/file_words';
import { fileRow, finding, report } from './reports';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a file in words', () => {
  it('says what became of it', () => {
    const left = report({ findings: [finding('unknown_code', { count: 2 })] });
    expect(stateInWords(fileRow())).toBe('Waiting for its turn');
    expect(stateInWords(fileRow({ state: 'reading' }))).toBe('Being checked');
    expect(stateInWords(fileRow({ state: 'reading', of: 10 }))).toBe('Being read');
    expect(stateInWords(fileRow({ state: 'loaded', report: report() }))).toBe('Loaded');
    expect(plain(stateInWords(fileRow({ state: 'loaded', report: left })))).toBe(
      'Loaded, 2 rows left out',
    );
  });

  it('says how far it is while it is read, and no more of a cancelled one', () => {
    const reading = fileRow({ state: 'reading', rows: 1200, of: 4000 });
    expect(plain(rowsInWords(reading))).toBe('1,200 of 4,000 rows');
    expect(rowsInWords({ ...reading, state: 'cancelled' })).toBe('');
  });

  it('gives speed to two figures and none before there is one', () => {
    expect(speedInWords(1_234_567)).toBe('1,200,000 rows a second');
    expect(speedInWords(87)).toBe('87 rows a second');
    expect(speedInWords(null)).toBe('');
  });

  it('gives sizes in the unit that fits', () => {
    expect([1, 735, 231_000, 1_035_739, 2_500_000_000].map(sizeInWords).map(plain)).toEqual([
      '1 byte',
      '735 bytes',
      '231.0 kB',
      '1.0 MB',
      '2.5 GB',
    ]);
  });
});

describe('the files together', () => {
  const files = [
    fileRow({ id: 1, state: 'loaded', rows: 100, of: 100 }),
    fileRow({ id: 2, state: 'reading', rows: 50, of: 100 }),
    fileRow({ id: 3, state: 'waiting' }),
    fileRow({ id: 4, state: 'refused', rows: 70 }),
  ];

  it('are as far as their bytes are', () => {
    expect(totalsOf(files).done).toBe(2.5 / 4);
    expect(totalsOf([]).done).toBe(1);
  });

  it('count rows of loaded files only', () => {
    expect(plain(totalsInWords(totalsOf(files)))).toBe(
      '1 file loaded with 100 rows, 2 files to go, 1 refused.',
    );
  });

  it('say when nothing of them was loaded', () => {
    expect(totalsInWords(totalsOf([fileRow({ state: 'refused' })]))).toBe('1 refused.');
    expect(totalsInWords(totalsOf([fileRow({ state: 'failed' })]))).toBe('1 not loaded.');
  });
});

describe('a name that is loaded twice', () => {
  it('is told once, and a refused file of that name is no second one', () => {
    const loaded = fileRow({ state: 'loaded' });
    expect(namesLoadedTwice([loaded, loaded, loaded])).toEqual(['people.parquet']);
    expect(namesLoadedTwice([loaded, fileRow({ state: 'refused' })])).toEqual([]);
  });
});
