import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '$lib/disclosure/policy';
import { safeTableCsv } from '$lib/disclosure/safe_table_csv';
import { row, safe } from './tables';

describe('safe tables as CSV', () => {
  it('has the columns of the command line, unrounded, and empty cells for what is hidden', () => {
    // Both rows are of one district, which no table of the product has; nothing more is to be hidden.
    const policy = { ...defaultPolicy, complementary: false };
    const text = safeTableCsv([safe([row(1, 3000), row(100, 300)], policy)]);
    expect(text.split('\n')).toEqual([
      'measure,period,district,numerator,denominator,value,lower,upper,status',
      'persistent_absence,2024-25,E07000114,,,,,,c',
      expect.stringMatching(
        /^persistent_absence,2024-25,E07000114,100,300,0\.3333333333333333,0\.28\d+,0\.38\d+,ok$/,
      ),
      '',
    ]);
  });

  it('names the dimensions of all tables once, in the order given', () => {
    const bySex = safe([{ ...row(60, 400), keys: { sex: 'F' } }], defaultPolicy, ['sex']);
    const both = safe([row(60, 400)], defaultPolicy, ['district', 'sex']);
    const { meta, data } = Papa.parse<Record<string, string>>(safeTableCsv([bySex, both]), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields?.slice(2, 4)).toEqual(['sex', 'district']);
    expect(data.map((r) => [r['sex'], r['district']])).toEqual([
      ['F', ''],
      ['', 'E07000114'],
    ]);
  });

  it.each(['=1+1', '+1', '-1+1', '-a', '@a', '\t=1', '\r=1', '=1\n2', '\n=1'])(
    'does not let a spreadsheet run the text %j',
    (text) => {
      const table = safe([{ ...row(60, 400), keys: { district: text } }], defaultPolicy);
      const cell = Papa.parse<string[]>(safeTableCsv([table]), { newline: '\n' }).data[1]![2];
      expect(cell).toBe(`'${text}`);
    },
  );

  it('leaves a negative number as it is: year group -1 is nursery', () => {
    const table = safe([{ ...row(60, 400), keys: { year_group: '-1' } }], defaultPolicy, [
      'year_group',
    ]);
    expect(safeTableCsv([table]).split('\n')[1]).toContain(',-1,');
  });
});
