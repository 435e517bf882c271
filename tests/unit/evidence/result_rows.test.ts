import { expect, it } from 'vitest';
import { settings } from '$lib/disclosure/settings';
import { resultRows, rowsShape } from '$lib/evidence/result_rows';
import { safe, row } from '../disclosure/tables';

it('takes the rows of a safe table as they are shown, hidden ones without a number', () => {
  const table = safe([row(300, 1000), row(3, 40)], settings.inspection);
  const rows = resultRows(table);
  expect(rows).toEqual(table.rows);
  expect(rows[1]).toMatchObject({ status: 'c', numerator: { value: null, status: 'c' } });
  expect(JSON.stringify(rows)).not.toContain('"value":3,');
  expect(rowsShape(JSON.parse(JSON.stringify(rows)), 'data/figures/a.json')).toEqual(rows);
});
