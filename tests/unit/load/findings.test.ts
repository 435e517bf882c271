import { describe, expect, it } from 'vitest';
import {
  amountInWords,
  detailOf,
  firstRowsInWords,
  groupByRule,
  groupByTable,
  groupInWords,
  refusalInWords,
  rowsLeftOut,
} from '$lib/load/findings';
import { finding, report } from './reports';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the load report by rule', () => {
  const reports = [
    report({ findings: [finding('unknown_column', { column: 'team', count: 1 })] }),
    report({
      file: 'b.parquet',
      findings: [
        finding('unknown_code', { file: 'b.parquet', count: 12, rows: [3, 9] }),
        finding('unknown_column', { file: 'b.parquet', column: 'unit' }),
      ],
    }),
    report({ file: 'c.parquet', findings: [finding('truncated', { file: 'c.parquet' })] }),
  ];

  it('brings refusals first, then rows left out, then what is only worth a look', () => {
    expect(groupByRule(reports).map((group) => group.rule.code)).toEqual([
      'truncated',
      'unknown_code',
      'unknown_column',
    ]);
  });

  it('adds up the same rule over files and columns', () => {
    expect(groupByRule(reports).map(groupInWords).map(plain)).toEqual([
      '1 file',
      '12 rows in 1 file',
      '2 columns in 2 files',
    ]);
  });

  it('has no rule that found nothing', () => {
    expect(groupByRule([report()])).toEqual([]);
  });
});

describe('the load report by table', () => {
  it('follows the data dictionary, files of no known table last', () => {
    const groups = groupByTable([
      report({ table: null, file: 'x.parquet', findings: [finding('unknown_table')] }),
      report({ table: 'attendance', file: 'attendance.parquet' }),
      report(),
    ]);
    expect(groups.map((group) => group.table)).toEqual(['people', 'attendance', null]);
  });

  it('counts the rows of loaded files only', () => {
    const [people] = groupByTable([
      report({ findings: [finding('unknown_code', { count: 4 })] }),
      report({ file: 'people-2.parquet', findings: [finding('truncated')] }),
    ]);
    expect(people).toMatchObject({ rows: 100, leftOut: 4 });
    expect(people?.reports).toHaveLength(2);
  });
});

describe('rows left out', () => {
  it('are those dropped in reading and those that another file rules out', () => {
    const findings = [
      finding('unknown_code', { count: 4 }),
      finding('restricted', { count: 3 }),
      finding('activity_not_allowed', { count: 5 }),
    ];
    expect(rowsLeftOut(report({ findings }))).toBe(7);
  });

  it('are never more than the file has, though a row may break several rules', () => {
    const findings = [
      finding('unknown_code', { count: 80 }),
      finding('end_before_start', { count: 80 }),
    ];
    expect(rowsLeftOut(report({ findings }))).toBe(100);
  });
});

describe('a finding in words', () => {
  it('says what it counts', () => {
    expect(plain(amountInWords(finding('unusual_month', { count: 2 })))).toBe('2 months');
    expect(plain(amountInWords(finding('one_code_school', { count: 1 })))).toBe('1 school');
    expect(plain(amountInWords(finding('weekend_session', { count: 1200 })))).toBe('1,200 rows');
    expect(plain(amountInWords(finding('truncated')))).toBe('1 file');
  });

  it('names the first rows and says when there are more', () => {
    expect(firstRowsInWords(finding('unknown_code', { count: 3, rows: [3, 17, 4000] }))).toBe(
      '3, 17 and 4,000',
    );
    expect(firstRowsInWords(finding('unknown_code', { count: 9, rows: [3, 17] }))).toBe(
      '3, 17 and further rows',
    );
    expect(firstRowsInWords(finding('restricted', { count: 9 }))).toBe('');
  });

  it('tells apart the rule and what was found', () => {
    const wrong = finding('wrong_type', { column: 'sex', text: 'Expected text, found INT32.' });
    expect(detailOf(wrong)).toBe('Expected text, found INT32.');
    expect(refusalInWords(wrong)).toBe(
      'Column sex: A column has another type than the contract asks for; convert it in the extract. Expected text, found INT32.',
    );
    expect(detailOf(finding('truncated'))).toBe('');
  });
});
