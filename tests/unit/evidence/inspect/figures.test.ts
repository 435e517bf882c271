import { describe, expect, it } from 'vitest';
import { comparePacks } from '$lib/evidence/compare_packs';
import { askedWords } from '$lib/evidence/inspect/asked_words';
import { changedRows, comparisonSentences } from '$lib/evidence/inspect/comparison_words';
import {
  definitionNote,
  definitionOf,
  knownMeasures,
  type KnownMeasures,
} from '$lib/evidence/inspect/definition';
import { rowsTable } from '$lib/evidence/inspect/figure_rows';
import { groupLabel, splitLabel } from '$lib/evidence/inspect/group_words';
import { daysBetween } from '$lib/evidence/inspect/instant_words';
import { pictureAddress } from '$lib/evidence/inspect/picture_address';
import { utf8 } from '$lib/evidence/bytes';
import type { FigureRecord } from '$lib/evidence/records';
import { makePack, type PackFigure } from '$lib/evidence/write_pack';
import { inventedFigure, inventedInput, inventedRow, mustOpen } from '../invented_pack';

const rows = [
  inventedRow('2025-djf', 'E07000105', [40, 1200]),
  inventedRow('2025-djf', 'E07000107', null),
];

async function packOf(...figures: PackFigure[]) {
  const { details } = inventedInput(1);
  const sections = [{ ...details.sections[0]!, figures: figures.map(({ id }) => id) }];
  return mustOpen(
    await makePack(inventedInput(0, { details: { ...details, sections }, figures }), null),
  );
}

const recordOf = async (): Promise<FigureRecord> =>
  (await packOf(inventedFigure('neet-1', rows))).records[0]!.record;

const none: KnownMeasures = new Map();

describe('the definition of a figure', () => {
  it('is that of this program only where its version is the same', async () => {
    const record = await recordOf();
    const known = await knownMeasures([record]);
    expect(definitionOf(record, known).is).toBe('another version');
    expect(definitionNote(definitionOf(record, known))).toContain('another version');
    const { version } = known.get('neet')!;
    const same = definitionOf({ ...record, measure: { ...record.measure, version } }, known);
    expect([same.is, definitionNote(same)]).toEqual(['the same', null]);
    expect(definitionOf(record, none)).toEqual({ is: 'not known', measure: null });
  });
});

describe('the rows of a figure', () => {
  it('name groups as the program does, and keep what is hidden hidden', async () => {
    const record = await recordOf();
    const table = rowsTable(record, rows, definitionOf(record, await knownMeasures([record])));
    expect(table.columns.map(({ label }) => label).slice(0, 3)).toEqual([
      'District',
      expect.stringContaining('Counted'),
      'Out of',
    ]);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Ashford', 'Dartford']);
    expect(table.rows[1]?.cells.slice(1)).toEqual(
      Array.from({ length: 5 }, () => ({ value: null, status: 'c' })),
    );
  });

  it('have keys of their own even where a pack holds one twice', async () => {
    const twice = [rows[0]!, rows[0]!];
    const table = rowsTable(await recordOf(), twice, definitionOf(await recordOf(), none));
    expect(new Set(table.rows.map(({ key }) => key)).size).toBe(2);
  });

  it('are named by their period where they are not split', async () => {
    const whole = [{ ...rows[0]!, keys: {} }];
    const table = rowsTable(await recordOf(), whole, definitionOf(await recordOf(), none));
    expect(table.rows[0]?.cells[0]).toBe('December 2024 to February 2025');
  });
});

describe('texts of a pack', () => {
  it('show codes and splits that are not known here as they are', () => {
    for (const odd of ['constructor', '__proto__', 'toString', '<b>x</b>']) {
      expect(splitLabel(odd)).toBe(odd);
      expect(groupLabel(odd, odd)).toBe(odd);
      expect(groupLabel('sex', odd)).toBe(odd === '__proto__' ? odd : odd.replaceAll('_', ' '));
    }
    expect(groupLabel('sex', 'F')).toBe('Female');
  });

  it('become an image that carries all its signs', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>50 % "é" #1</text></svg>';
    const address = pictureAddress(utf8(svg))!;
    expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,[A-Za-z0-9%().*'!~_-]+$/);
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(svg);
    expect(pictureAddress(null)).toBeNull();
  });

  it('say what was asked', async () => {
    expect(askedWords(await recordOf())).toBe('NEET, by District, only Sex: Female or Male.');
    expect(daysBetween('2024-09-01', '2025-12-31')).toBe('1 September 2024 to 31 December 2025');
    expect(daysBetween(null, null)).toBe('not said');
  });
});

describe('two packs', () => {
  it('are compared in sentences, and row by row where a figure changed', async () => {
    const later = [inventedRow('2025-djf', 'E07000105', [50, 1250]), rows[1]!];
    const added = [...later, inventedRow('2025-djf', 'E07000106', [31, 900])];
    const comparison = comparePacks(
      await packOf(inventedFigure('neet-1', rows)),
      await packOf(inventedFigure('neet-1', added)),
    );
    expect(comparisonSentences(comparison).map((one) => one.replaceAll('\u00a0', ' '))).toEqual([
      'Of 1 figure in both packs, 1 changed.',
      'No definition changed.',
      'Both rest on the same files.',
      'Both hide and round by the same rules.',
    ]);
    const table = changedRows(comparison.figures[0]!, none)!;
    expect(table.columns.map(({ label }) => label)).toEqual([
      'District',
      'Value before',
      'Value after',
      'Counted before',
      'Counted after',
      'Out of before',
      'Out of after',
    ]);
    const [ashford, canterbury] = table.rows.map(({ cells }) => cells);
    expect(ashford).toMatchObject(['Ashford', {}, {}, { value: 40 }, { value: 50 }, {}, {}]);
    expect(canterbury?.slice(0, 2)).toEqual(['Canterbury', 'not in it']);
    expect(table.rows).toHaveLength(2);
  });
});
