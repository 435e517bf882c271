import { ruleOf, type RuleCode } from '$lib/contract/rules';
import { sentenceAbout, type FileIdentity, type Finding } from './file_report';
import { CHUNK_ROWS } from './raw_column';

const ROWS_LISTED = 20;

interface Tally {
  readonly rule: RuleCode;
  readonly column: string | undefined;
  readonly drops: boolean;
  count: number;
  readonly rows: number[];
  text?: string;
}

/** Counts what the rules find row by row, and marks the rows of the present chunk that are dropped. */
export class RowFindings {
  /** 1 for each row of the present chunk that a rule dropped. */
  readonly dropped = new Uint8Array(CHUNK_ROWS);
  anyDropped = false;
  private firstRow = 0;
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly identity: FileIdentity) {}

  /** @param firstRow the position in the file, from 0, of the chunk's first row */
  startChunk(firstRow: number): void {
    this.firstRow = firstRow;
    if (this.anyDropped) this.dropped.fill(0);
    this.anyDropped = false;
  }

  /** Notes that the rule was met at a row of the present chunk, and drops the row if the rule does. */
  note(rule: RuleCode, column: string | undefined, row: number): void {
    const tally = this.tallyOf(rule, column);
    tally.count++;
    if (tally.rows.length < ROWS_LISTED) tally.rows.push(this.firstRow + row + 1);
    if (tally.drops) {
      this.dropped[row] = 1;
      this.anyDropped = true;
    }
  }

  /** Notes a finding about the file as a whole. */
  noteFile(rule: RuleCode, column?: string, text?: string, count = 1): void {
    const tally = this.tallyOf(rule, column);
    tally.count += count;
    if (text !== undefined) tally.text = text;
  }

  list(): Finding[] {
    return [...this.tallies.values()].map(({ rule, column, count, rows, text }) => ({
      rule,
      severity: ruleOf(rule).severity,
      file: this.identity.file,
      table: this.identity.table,
      ...(column === undefined ? {} : { column }),
      count,
      rows: [...rows],
      message: sentenceAbout(this.identity, rule, column, text),
    }));
  }

  private tallyOf(rule: RuleCode, column: string | undefined): Tally {
    const key = `${rule} ${column ?? ''}`;
    let tally = this.tallies.get(key);
    if (!tally) {
      const drops = ruleOf(rule).severity === 'drop';
      tally = { rule, column, drops, count: 0, rows: [] };
      this.tallies.set(key, tally);
    }
    return tally;
  }
}
