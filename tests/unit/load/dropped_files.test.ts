import { describe, expect, it } from 'vitest';
import { extractsAmong, looksLikeExtract } from '$lib/load/dropped_files';

describe('the files of a folder', () => {
  it.each(['people.parquet', 'calendar.CSV', 'attendance-2024-25.pq'])('%s is tried', (name) => {
    expect(looksLikeExtract(name)).toBe(true);
  });

  it.each(['README.md', 'manifest.json', '.hidden.parquet', 'parquet', 'people.parquet.crc'])(
    '%s is left aside',
    (name) => {
      expect(looksLikeExtract(name)).toBe(false);
    },
  );

  it('are counted when they are left aside', () => {
    const files = ['people.parquet', 'README.md'].map((name) => new File([], name));
    expect(extractsAmong(files)).toMatchObject({ files: [files[0]], leftAside: 1 });
  });
});
