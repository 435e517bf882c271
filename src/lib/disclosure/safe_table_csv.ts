import Papa from 'papaparse';
import type { DimensionId } from '../measures/measure';
import { formulaUnlessWholeNumber } from '../spreadsheets/formula';
import type { SafeRow, SafeTable, Symbols } from './safe_table';
import { symbolOf } from './symbols';

/**
 * Safe tables as one CSV text with the columns `measure,period`, the dimensions (each once, in the
 * order in which the tables name them), `numerator,denominator,value,lower,upper,status`. Numbers are
 * unrounded and rates are fractions; a cell without a number is empty and the status says why, in the symbols of the
 * table's profile.
 */
export function safeTableCsv(tables: readonly SafeTable[]): string {
  const dimensions = [...new Set(tables.flatMap((table) => table.by))];
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => csvRow(table.measure.id, dimensions, row, table.policy.symbols)),
  );
  const fields = ['measure', 'period', ...dimensions];
  fields.push('numerator', 'denominator', 'value', 'lower', 'upper', 'status');
  const text = Papa.unparse(
    { fields, data: rows },
    { newline: '\n', escapeFormulae: formulaUnlessWholeNumber },
  );
  return `${text}\n`;
}

function csvRow(
  measure: string,
  dimensions: readonly DimensionId[],
  row: SafeRow,
  symbols: Symbols,
) {
  return [
    measure,
    row.period,
    ...dimensions.map((dimension) => row.keys[dimension] ?? ''),
    row.numerator.value,
    row.denominator.value,
    row.value.value,
    row.lower.value,
    row.upper.value,
    row.status === 'ok' ? row.status : symbolOf(row.status, symbols),
  ];
}
