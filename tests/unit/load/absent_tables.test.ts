import { describe, expect, it } from 'vitest';
import { tables } from '$lib/contract/tables';
import { absentTables } from '$lib/load/absent_tables';
import { missingColumns } from '$lib/load/missing_columns';

const consequenceOf = (table: string, loaded: string[]): string | undefined =>
  absentTables(new Set(loaded)).find((absent) => absent.tables.includes(table))?.consequence;

describe('a table that is not loaded', () => {
  it('says which measures need it', () => {
    expect(consequenceOf('activities', [])).toMatch(
      /^NEET, Not known, NEET or not known and \d+ other measures cannot be shown\.$/,
    );
    expect(consequenceOf('licences', [])).toContain('Work permits');
    // what is done without it besides
    expect(consequenceOf('enrolments', [])).toMatch(/cannot be shown\. Boarders and guest pupils/);
  });

  it('says which other table would do, and that it is not needed when that one is there', () => {
    expect(consequenceOf('attendance', [])).toContain('attendance totals would do as well');
    expect(consequenceOf('attendance', ['attendance_totals'])).toBe(
      'Not needed: attendance totals stands in for it.',
    );
  });

  it('says what the product does without it where no measure needs it', () => {
    expect(consequenceOf('calendar', [])).toBe(
      'Terms are worked out from the gaps between sessions.',
    );
    expect(consequenceOf('targets', [])).toBe('No figure rests on this yet.');
  });

  it('is every one when nothing is loaded, and none when all are', () => {
    expect(absentTables(new Set()).flatMap((absent) => absent.tables)).toHaveLength(tables.length);
    expect(absentTables(new Set(tables.map((table) => table.name)))).toEqual([]);
  });
});

describe('an optional column that is missing', () => {
  it('says what it switches off', () => {
    const [sen, disability] = missingColumns('people', ['sen', 'disability']);
    expect(sen?.consequence).toMatch(
      /^figures cannot be split by special educational needs; .* cannot be shown$/,
    );
    expect(disability?.consequence).toBe('no figure rests on it yet');
    const [outcome] = missingColumns('enforcements', ['outcome']);
    expect(outcome?.consequence).toContain('Penalty notices paid');
  });
});
