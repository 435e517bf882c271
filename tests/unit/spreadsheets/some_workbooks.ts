import fc from 'fast-check';
import type { Workbook, WorkbookTable } from '../../../src/lib/spreadsheets/workbook';

/** Words that a spreadsheet could run or take for something else, or that XML cannot hold as they are. */
export const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.invalid","x")',
  'of:=1+1',
  '#N/A',
  'TRUE',
  '007',
  '2026-03-03',
  '_x0041_',
  '_x003D_1+1',
  '  two  spaces  ',
  '<v>&amp;"]]>',
  'nul\u0000 bell\u0007 half\ud800 none\uffff',
  'line\r\nand line\n\nand line',
  '🙂 é',
];

/** One table of each kind of column, with every hostile word. */
export const workbook: Workbook = {
  title: 'NEET & attendance, spring 2026',
  author: 'Kent County Council',
  made: '2026-03-03T14:05:09.123Z',
  cover: ['What this is.', 'Where it comes from. '.repeat(40)],
  symbols: [{ symbol: '[c]', meaning: 'Hidden to protect people' }],
  notes: ['Academic age is the age on 31 August.', 'Provisional.'],
  tables: [
    {
      title: 'Young people who are NEET, by district',
      lines: ['December 2025 to February 2026', 'Source: caseload system [note 1]'],
      columns: [
        { heading: 'District', holds: 'words' },
        { heading: 'Young people', holds: 'whole numbers' },
        { heading: 'NEET', holds: 'percent' },
        { heading: 'Change', holds: 'one decimal' },
        { heading: 'Ratio', holds: 'two decimals' },
      ],
      rows: [
        ['Thanet', 12345, 0.0810044552450384, -0.14285714285714285, 1 / 3],
        ['Dover', '[c]', '[c]', 1e-7, 1e21],
      ],
    },
    {
      title: '=1+1',
      lines: ['@SUM(A1)', 'A line so long that it has to wrap. '.repeat(8)],
      columns: [
        { heading: '=2+2', holds: 'words' },
        { heading: 'Two\nlines & _x0041_', holds: 'words' },
      ],
      rows: HOSTILE.map((word, index) => [word, index]),
    },
  ],
};

const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);
const notBlank = words.map((word) => (word.trim() === '' ? `${word}x` : word));
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
const holds = fc.constantFrom(
  'words' as const,
  'whole numbers' as const,
  'one decimal' as const,
  'two decimals' as const,
  'percent' as const,
);

const tables: fc.Arbitrary<WorkbookTable> = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    title: notBlank,
    lines: fc.array(notBlank, { maxLength: 3 }),
    columns: fc
      .array(holds, { minLength: width, maxLength: width })
      .map((kinds) => kinds.map((kind, index) => ({ heading: `Column ${index}`, holds: kind }))),
    rows: fc.array(fc.array(fc.oneof(notBlank, numbers), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);

export const workbooks: fc.Arbitrary<Workbook> = fc.record({
  title: notBlank,
  author: notBlank,
  made: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  cover: fc.array(notBlank, { maxLength: 3 }),
  symbols: fc.array(fc.record({ symbol: notBlank, meaning: notBlank }), { maxLength: 2 }),
  notes: fc.array(notBlank, { maxLength: 2 }),
  tables: fc.array(tables, { minLength: 1, maxLength: 3 }),
});

/** A word as any of the files can hold it: what XML forbids is replaced, and lines end in one way. */
export function asHeld(word: string): string {
  let held = '';
  for (const character of word.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) {
    const code = character.codePointAt(0)!;
    const allowed =
      code === 9 ||
      code === 10 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code < 0xfffe) ||
      code > 0xffff;
    held += allowed ? character : '\ufffd';
  }
  return held;
}

/** What a cell is expected to come back as. */
export const heldCell = (cell: string | number) =>
  typeof cell === 'string' ? asHeld(cell) : cell + 0;
