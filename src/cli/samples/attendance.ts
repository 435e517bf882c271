import { ABSENT, POSSIBLE, REGISTER_CODES, UNAUTHORISED, registerCode } from './codes';
import type { Enforcement } from './enforcement';
import { calendarOf } from './calendar';
import type { Enrolment } from './enrolments';
import type { Ordinary } from './faults';
import type { Batch } from './parquet';
import type { Row } from './rows';
import { planRegisters, registerRandom, type PlannedRegister } from './register_plans';
import { fillRegister, possibleSessions } from './registers';
import { suspend } from './suspensions';

/** What a pupil's register of one year came to. */
export interface AttendanceSummary {
  enrolment: Enrolment;
  year: number;
  possible: number;
  absent: number;
  unauthorised: number;
}

/** One academic year of registers: planned at once, written enrolment by enrolment. */
export class RegisterYear {
  readonly exclusions: Row[] = [];
  readonly summaries: AttendanceSummary[] = [];
  private plans: PlannedRegister[];
  private marks = new Int8Array(400);
  private wrong = new Map<PlannedRegister, number>();

  constructor(
    private readonly year: number,
    enrolments: readonly Enrolment[],
    private readonly seed: number,
    private readonly enforcement: Enforcement,
  ) {
    this.plans = planRegisters(enrolments, year, seed);
  }

  /** Registers of a whole year, spread over the county. */
  private spread(count: number): PlannedRegister[] {
    const whole = this.plans.filter((plan) => plan.to - plan.from > 150);
    const step = Math.max(1, Math.floor(whole.length / count));
    return whole.filter((_, i) => i % step === 0).slice(0, count);
  }

  /** Writes a wrong code in one mark of as many registers as there are codes. */
  spoilMarks(codes: readonly string[]): void {
    this.spread(codes.length).forEach((plan, i) =>
      this.wrong.set(plan, registerCode(codes[i] ?? '')),
    );
  }

  /** Pupils of the year with their school days. */
  ordinary(count: number): Ordinary[] {
    return this.spread(count).map(({ enrolment, timetable, from, to }) => ({
      person_id: enrolment.person.id,
      school_id: enrolment.school.id,
      days: [...timetable.days.slice(from, to)],
    }));
  }

  /** Fills in one register after another; the marks are used again for the next. */
  private *registers(): Generator<{ plan: PlannedRegister; marks: Int8Array }> {
    for (const plan of this.plans) {
      const { enrolment, from, to, timetable } = plan;
      const random = registerRandom(enrolment, this.year, this.seed);
      possibleSessions(this.marks, plan, random);
      const { placed, rows } = suspend(enrolment, {
        days: timetable.days, from, to, year: this.year, group: plan.yearGroup, place: plan.place,
        missed: plan.missed[0], random,
      }); // prettier-ignore
      plan.suspensions = placed;
      this.exclusions.push(...rows);
      fillRegister(this.marks, plan, random);
      this.summarise(plan);
      yield { plan, marks: this.marks };
    }
  }

  private summarise({ enrolment, from, to, timetable }: PlannedRegister): void {
    const summary = { enrolment, year: this.year, possible: 0, absent: 0, unauthorised: 0 };
    for (let s = 2 * from; s < 2 * to; s++) {
      const mark = this.marks[s] ?? 0;
      summary.possible += POSSIBLE[mark] ?? 0;
      summary.absent += ABSENT[mark] ?? 0;
      summary.unauthorised += UNAUTHORISED[mark] ?? 0;
    }
    this.summaries.push(summary);
    if (summary.unauthorised >= 10) {
      this.enforcement.follow({ enrolment, days: timetable.days, marks: this.marks, from, to });
    }
  }

  /** The year as rows of the attendance table, at most `size` a batch, sorted by school, person and date. */
  *batches(size: number, extra: readonly Row[] = []): Generator<Batch> {
    const person = new BigInt64Array(size);
    const school = new Int32Array(size);
    const date = new Int32Array(size);
    const session = new Int8Array(size);
    const code = new Int8Array(size);
    let filled = 0;
    const batch = (): Batch => ({
      rows: filled,
      columns: [
        { values: person.subarray(0, filled) },
        { values: school.subarray(0, filled) },
        { values: date.subarray(0, filled) },
        { values: session.subarray(0, filled), codes: ['AM', 'PM'] },
        { values: code.subarray(0, filled), codes: REGISTER_CODES },
      ],
    });
    for (const { plan, marks } of this.registers()) {
      const { days } = plan.timetable;
      marks[2 * plan.from + 41] = this.wrong.get(plan) ?? marks[2 * plan.from + 41] ?? 0;
      const id = BigInt(plan.enrolment.person.id);
      for (let s = 2 * plan.from; s < 2 * plan.to;) {
        const run = Math.min(size - filled, 2 * plan.to - s);
        person.fill(id, filled, filled + run);
        school.fill(plan.enrolment.school.id, filled, filled + run);
        for (let i = 0; i < run; i++, s++, filled++) {
          date[filled] = days[s >> 1] ?? 0;
          session[filled] = s & 1;
          code[filled] = marks[s] ?? 0;
        }
        if (filled === size) {
          yield batch();
          filled = 0;
        }
      }
    }
    for (const row of extra) {
      if (filled === size) {
        yield batch();
        filled = 0;
      }
      person[filled] = BigInt(Number(row.person_id));
      school[filled] = Number(row.school_id);
      date[filled] = Number(row.date);
      session[filled] = row.session === 'PM' ? 1 : 0;
      code[filled] = REGISTER_CODES.indexOf(String(row.code));
      filled++;
    }
    if (filled > 0) yield batch();
  }

  /** The year as rows of attendance_totals: sessions by pupil, school, census term and code. */
  *totals(): Generator<Row> {
    const { terms } = calendarOf(this.year);
    const [spring, summer] = [terms[2]?.start ?? 0, terms[4]?.start ?? 0];
    for (const { plan, marks } of this.registers()) {
      const counts = [0, 1, 2].map(() => new Int16Array(REGISTER_CODES.length));
      for (let s = 2 * plan.from; s < 2 * plan.to; s++) {
        const day = plan.timetable.days[s >> 1] ?? 0;
        const of = counts[day < spring ? 0 : day < summer ? 1 : 2] as Int16Array;
        of[marks[s] ?? 0] = (of[marks[s] ?? 0] ?? 0) + 1;
      }
      for (const [census, of] of counts.entries()) {
        for (const [place, sessions] of of.entries()) {
          if (sessions === 0) continue;
          yield {
            person_id: plan.enrolment.person.id,
            school_id: plan.enrolment.school.id,
            academic_year: this.year,
            term: ['autumn', 'spring', 'summer'][census],
            code: REGISTER_CODES[place],
            sessions,
          };
        }
      }
    }
  }
}
