import type { Column, Table } from './table';
import { tables } from './tables';

/** A column as it stands in the engine: its name there and its SQL type. */
export interface EngineColumn {
  readonly name: string;
  readonly type: string;
}

/** The form a contract column takes in the engine (docs/architecture.md). */
export function engineColumn(table: Table, column: Column): EngineColumn {
  if (table.name === 'attendance' && column.name === 'session') {
    return { name: 'session_no', type: 'utinyint' };
  }
  if (table.name === 'attendance' && column.name === 'code') {
    return { name: 'code_no', type: 'utinyint' };
  }
  switch (column.type) {
    case 'person':
      return { name: 'person_no', type: 'integer' };
    case 'parent':
    case 'school':
      return { name: column.name, type: 'integer' };
    case 'date':
    case 'month':
      return { name: column.name, type: 'date' };
    case 'boolean':
      return { name: column.name, type: 'boolean' };
    case 'integer':
      return { name: column.name, type: integerType(column) };
    case 'number':
      return { name: column.name, type: 'double' };
    case 'code':
      return { name: column.name, type: enumName(table, column) };
    case 'district':
    case 'text':
      return { name: column.name, type: 'varchar' };
  }
}

function integerType({ min = -(2 ** 31), max = 2 ** 31 - 1 }: Column): string {
  if (min >= -128 && max <= 127) return 'tinyint';
  if (min >= -32768 && max <= 32767) return 'smallint';
  return 'integer';
}

const enumName = (table: Table, column: Column) => `${table.name}_${column.name}`;

/** The name of the engine's table for one file of a contract table, such as `attendance_f3`. */
export function engineTableName(table: Table, fileNo: number): string {
  return `${table.name}_f${fileNo}`;
}

/** Every `create type` statement the engine's tables need; run once, before the first table. */
export function createEngineTypes(): string {
  return tables
    .flatMap((table) =>
      table.columns
        .filter((column) => engineColumn(table, column).type === enumName(table, column))
        .map((column) => {
          const codes = (column.codes ?? []).map((code) => `'${code.replaceAll("'", "''")}'`);
          return `create type ${enumName(table, column)} as enum (${codes.join(', ')});`;
        }),
    )
    .join('\n');
}

/** The `create table` statement for one file of a contract table, in the contract's column order. */
export function createEngineTable(table: Table, fileNo: number): string {
  const columns = table.columns.map((column) => {
    const { name, type } = engineColumn(table, column);
    return `  "${name}" ${type}`;
  });
  return `create table ${engineTableName(table, fileNo)} (\n${columns.join(',\n')}\n);`;
}
