import { registerCodes, spellingsOf } from '$lib/contract/register_codes';
import type { Column, Table } from '$lib/contract/table';
import { BooleanColumn } from './columns/boolean_column';
import { CodeColumn } from './columns/code_column';
import type { ColumnReader } from './columns/column_reader';
import { DayColumn } from './columns/day_column';
import { IntegerColumn } from './columns/integer_column';
import { NumberColumn } from './columns/number_column';
import { PseudonymColumn } from './columns/pseudonym_column';
import { TextColumn } from './columns/text_column';
import type { Batch } from './decoder';
import { DroppedRows } from './dropped_rows';
import { EngineBatch } from './engine_batch';
import type { FileIdentity } from './file_report';
import { address } from './hygiene/address';
import { IdentifierWatch } from './hygiene/identifier_watch';
import { personName } from './hygiene/person_name';
import type { Chunk } from './parquet_chunks';
import { dayOf } from './plain_values';
import type { PseudonymRegister } from './pseudonyms';
import { RowFindings } from './row_findings';
import { rowRulesOf } from './row_rules';

/** The numbers given to the people and to the parents of all files of a workspace. */
export interface Registers {
  readonly people: PseudonymRegister;
  readonly parents: PseudonymRegister;
}

/** An ONS (GSS) code: a letter for the country and eight digits, such as E07000105. */
const GSS_CODE = /^[EWSN]\d{8}$/;

/** Turns the chunks of one file into batches for the engine, and keeps count of what was found. */
export class FileDecoding {
  readonly findings: RowFindings;
  readonly droppedRows = new DroppedRows();
  private readonly readers = new Map<string, ColumnReader>();
  private readonly batch: EngineBatch;
  private readonly rules: ReturnType<typeof rowRulesOf>;
  private rows = 0;

  /**
   * @param inFile the name in the file of each contract column that is decoded
   * @param extractedOn ISO date of the extract, if the file says
   */
  constructor(
    table: Table,
    private readonly inFile: ReadonlyMap<string, string>,
    private readonly identity: FileIdentity,
    private readonly registers: Registers,
    extractedOn: string | undefined,
  ) {
    this.findings = new RowFindings(identity);
    for (const column of table.columns) {
      if (inFile.has(column.name)) this.readers.set(column.name, this.readerOf(table, column));
    }
    this.batch = new EngineBatch(table, this.readers);
    this.rules = rowRulesOf(table, this.readers, this.findings, dayOf(extractedOn ?? ''));
  }

  get rowsDecoded(): number {
    return this.rows;
  }

  /** Takes a chunk in; answers a batch when there are rows enough for one. */
  take(chunk: Chunk, of: number): Batch | null {
    this.findings.startChunk(this.rows);
    for (const [name, reader] of this.readers) {
      reader.read(chunk.columns.get(this.inFile.get(name)!)!);
    }
    for (const rule of this.rules) rule.check(chunk.rows);
    const { anyDropped, dropped } = this.findings;
    if (anyDropped) {
      for (let row = 0; row < chunk.rows; row++) {
        if (dropped[row] === 1) this.droppedRows.add(this.rows + row);
      }
    }
    this.batch.append(chunk.rows, anyDropped ? dropped : null);
    this.rows += chunk.rows;
    return this.batch.isFull ? this.takeBatch(of) : null;
  }

  /** Ends the file: notes what only the whole of it shows, and answers the last batch if there is one. */
  finish(of: number): Batch | null {
    for (const rule of this.rules) rule.finish?.();
    return this.batch.rows > 0 ? this.takeBatch(of) : null;
  }

  private takeBatch(of: number): Batch {
    const kept = this.batch.rows;
    return { ipc: this.batch.take(), kept, rows: this.rows, of };
  }

  private readerOf(table: Table, column: Column): ColumnReader {
    const { findings, identity, registers } = this;
    switch (column.type) {
      case 'person':
        return new PseudonymColumn(column, findings, registers.people);
      case 'parent':
        return new PseudonymColumn(column, findings, registers.parents);
      case 'school':
      case 'integer':
        return new IntegerColumn(column, findings);
      case 'number':
        return new NumberColumn(column, findings);
      case 'boolean':
        return new BooleanColumn(column, findings);
      case 'date':
      case 'month':
        return new DayColumn(column, findings, identity, () => this.rows);
      case 'code': {
        const isRegisterCode = column.name === 'code';
        const spellings = isRegisterCode
          ? registerCodes.map(spellingsOf)
          : (column.codes ?? []).map((code) => [code]);
        return new CodeColumn(column, findings, this.watch(column), spellings);
      }
      case 'district':
        return new TextColumn(column, findings, this.watch(column), GSS_CODE);
      case 'text': {
        const isSchoolName = table.name === 'schools' && column.name === 'name';
        const watch = this.watch(column, isSchoolName);
        return new TextColumn(column, findings, watch, column.pattern);
      }
    }
  }

  private watch(column: Column, mayBeName = false): IdentifierWatch {
    return new IdentifierWatch(this.identity, column.name, mayBeName ? [personName, address] : []);
  }
}
