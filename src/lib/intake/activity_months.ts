import { activityCodes } from '$lib/contract/activity_codes';
import type { ColumnReader } from './columns/column_reader';
import type { RowFindings } from './row_findings';
import { monthOf, unusualMonths } from './unusual_months';

interface MonthCounts {
  rows: number;
  unknown: number;
}

/** A month with fewer people may well differ from the last one. */
const FEW_ROWS = 100;
/** By how much the share of unknown activities may change from one month to the next. */
const SUDDEN = 0.1;

const unknownCodes = new Set(
  activityCodes.filter((code) => code.neet_status === 'NOT_KNOWN').map((code) => code.code),
);

/** How plausible the months of `activities` are beside one another. */
export class ActivityMonths {
  private readonly months = new Map<number, MonthCounts>();

  constructor(
    private readonly month: ColumnReader,
    private readonly activity: Int32Array,
    private readonly findings: RowFindings,
  ) {}

  check(rows: number): void {
    for (let row = 0; row < rows; row++) {
      if (this.findings.dropped[row] === 1) continue;
      const day = this.month.values[row]!;
      let counts = this.months.get(day);
      if (!counts) this.months.set(day, (counts = { rows: 0, unknown: 0 }));
      counts.rows++;
      if (unknownCodes.has(this.activity[row]!)) counts.unknown++;
    }
  }

  /** Notes what only the whole file can show. */
  finish(): void {
    const rowsOfMonth = [...this.months].map(([day, { rows }]) => [monthOf(day), rows] as const);
    this.note('unusual_month', unusualMonths(new Map(rowsOfMonth)));
    this.note('unknowns_change', this.suddenChanges());
  }

  private note(rule: 'unusual_month' | 'unknowns_change', months: readonly string[]): void {
    if (months.length === 0) return;
    this.findings.noteFile(
      rule,
      this.month.column.name,
      `Months: ${months.join(', ')}.`,
      months.length,
    );
  }

  private suddenChanges(): string[] {
    const inOrder = [...this.months]
      .sort(([a], [b]) => a - b)
      .filter(([, counts]) => counts.rows >= FEW_ROWS)
      .map(([day, { rows, unknown }]) => ({ month: monthOf(day), share: unknown / rows }));
    return inOrder
      .filter(({ month, share }, at) => {
        const before = inOrder[at - 1];
        // Education records lapse on 31 August, so unknowns rise in September and fall until November.
        const expected = /-(09|10|11)$/.test(month);
        return before && !expected && Math.abs(share - before.share) > SUDDEN;
      })
      .map(({ month }) => month);
  }
}
