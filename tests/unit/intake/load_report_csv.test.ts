import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { loadReportCsv } from '$lib/intake/load_report_csv';
import { decode, named, parquet, peopleRow } from './extract_files';

test('a line a finding, readable by a spreadsheet and harmless to it', async () => {
  const people = [peopleRow(), peopleRow({ birth_month: 'null' })].join(' union all ');
  const first = await decode(await parquet('people.parquet', people));
  const second = await decode(named(['x'], '=cmd("calc").parquet'));
  const { data } = Papa.parse<Record<string, string>>(
    loadReportCsv([first.report, second.report]),
    { header: true },
  );
  expect(data).toHaveLength(first.report.findings.length + 1);
  expect(data.find((line) => line['rule'] === 'required_value_missing')).toMatchObject({
    file: 'people.parquet',
    table: 'people',
    severity: 'drop',
    kind: 'values',
    column: 'birth_month',
    count: '1',
    rows: '2',
  });
  const last = data.at(-1)!;
  expect(last).toMatchObject({ table: '', rule: 'not_parquet', severity: 'refuse' });
  for (const cell of Object.values(last)) expect(cell).not.toMatch(/^[=+\-@]/);
});
