import { registerCodes } from '$lib/contract/register_codes';
import { FIRST_DAY, LAST_DAY } from './columns/day_column';
import { dayOf } from './plain_values';
import { PairNumbers } from './pseudonyms';
import type { RowFindings } from './row_findings';
import { SessionBitmap } from './session_bitmap';
import { monthOf, unusualMonths } from './unusual_months';

const DAYS = LAST_DAY + 1;

/**
 * What a day is, in one word: from bit 16 the academic year, counted from 1999; from bit 1 the days since
 * that year's first of September; in bit 0 whether it is a Saturday or Sunday.
 */
const dayWord = new Int32Array(DAYS);
for (let year = 1999; year <= 2100; year++) {
  const start = Date.UTC(year, 8, 1) / 86_400_000;
  const end = Date.UTC(year + 1, 8, 1) / 86_400_000;
  for (let day = Math.max(start, FIRST_DAY); day < Math.min(end, DAYS); day++) {
    const weekend = (day + 3) % 7 >= 5 ? 1 : 0;
    dayWord[day] = ((year - 1999) << 16) | ((day - start) << 1) | weekend;
  }
}

const from = Int32Array.from(registerCodes, (code) =>
  code.valid_from ? dayOf(code.valid_from) : 0,
);
const to = Int32Array.from(registerCodes, (code) => (code.valid_to ? dayOf(code.valid_to) : DAYS));

/** The present marks of morning and afternoon are one code to the plausibility of a school. */
const mark = Uint8Array.from(registerCodes, (code) => (code.code === '\\' ? 1 : code.code_no + 1));

/** A school with fewer rows may well have had one code only. */
const FEW_ROWS = 20;
const SEVERAL = 255;

interface Columns {
  readonly person: Int32Array;
  readonly school: Int32Array;
  readonly date: Int32Array;
  readonly session: Int32Array;
  readonly code: Int32Array;
}

/** The rules that concern several columns of `attendance`, in one pass over each chunk. */
export class AttendanceRows {
  private readonly marked = new SessionBitmap();
  private readonly schools = new PairNumbers();
  /** By school: 0 before its first row, then the only mark so far, or `SEVERAL`. */
  private marks = new Uint8Array(256);
  private rowsOfSchool = new Int32Array(256);
  private readonly rowsOfDay = new Int32Array(DAYS);

  constructor(
    private readonly findings: RowFindings,
    private readonly columns: Columns,
  ) {}

  check(rows: number): void {
    const { person, school, date, session, code } = this.columns;
    const { findings, marked, rowsOfDay } = this;
    const { dropped } = findings;
    let lastSchool = -1;
    let schoolNo = 0;
    let rowsOfRun = 0;
    for (let row = 0; row < rows; row++) {
      if (dropped[row] === 1) continue;
      const day = date[row]!;
      const codeNo = code[row]!;
      if (day < from[codeNo]! || day > to[codeNo]!) {
        findings.note('code_not_in_force', 'code', row);
        continue;
      }
      if (school[row] !== lastSchool) {
        this.rowsOfSchool[schoolNo]! += rowsOfRun;
        rowsOfRun = 0;
        lastSchool = school[row]!;
        schoolNo = this.schoolNumber(lastSchool);
      }
      const word = dayWord[day]!;
      const schoolYear = (schoolNo << 7) | (word >> 16);
      if (marked.mark(person[row]!, schoolYear, (word & 0xffff) >> 1, session[row]!)) {
        findings.note('duplicate_key', undefined, row);
        continue;
      }
      rowsOfDay[day]!++;
      rowsOfRun++;
      if (this.marks[schoolNo] !== SEVERAL) this.noteMark(schoolNo, mark[codeNo]!);
      if ((word & 1) === 1) findings.note('weekend_session', 'date', row);
    }
    this.rowsOfSchool[schoolNo]! += rowsOfRun;
  }

  private noteMark(schoolNo: number, mark: number): void {
    const before = this.marks[schoolNo];
    if (before !== mark) this.marks[schoolNo] = before === 0 ? mark : SEVERAL;
  }

  /** Notes what only the whole file can show. */
  finish(): void {
    const { findings, schools, marks, rowsOfSchool, rowsOfDay } = this;
    let oneCode = 0;
    for (let school = 0; school < schools.size; school++) {
      if (rowsOfSchool[school]! >= FEW_ROWS && marks[school] !== SEVERAL) oneCode++;
    }
    if (oneCode > 0) {
      findings.noteFile('one_code_school', 'code', `Schools concerned: ${oneCode}.`, oneCode);
    }
    const months = new Map<string, number>();
    rowsOfDay.forEach((rows, day) => {
      const month = rows > 0 ? monthOf(day) : '';
      if (rows > 0) months.set(month, (months.get(month) ?? 0) + rows);
    });
    // Schools are closed in August, and an extract may begin or end within a month.
    const whole = [...months.keys()].sort().slice(1, -1);
    const unusual = unusualMonths(months).filter(
      (month) => whole.includes(month) && !month.endsWith('-08'),
    );
    if (unusual.length > 0) {
      findings.noteFile('unusual_month', 'date', `Months: ${unusual.join(', ')}.`, unusual.length);
    }
  }

  private schoolNumber(school: number): number {
    const number = this.schools.numberOf(school, 0);
    if (number >= this.marks.length) {
      const [marks, rows] = [this.marks, this.rowsOfSchool];
      this.marks = new Uint8Array(marks.length * 2);
      this.marks.set(marks);
      this.rowsOfSchool = new Int32Array(rows.length * 2);
      this.rowsOfSchool.set(rows);
    }
    return number;
  }
}
