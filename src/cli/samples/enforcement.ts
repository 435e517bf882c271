import { NEW_CODES_FROM, UNAUTHORISED, registerCode } from './codes';
import type { Day } from './dates';
import type { Enrolment } from './enrolments';
import type { Row } from './rows';
import { Random } from './random';

const HOLIDAY = registerCode('G');

/** One pupil's year of marks, two a day, from day `from` to before `to`. */
export interface MarkedYear {
  enrolment: Enrolment;
  days: Int32Array;
  marks: Int8Array;
  from: number;
  to: number;
}

/** Days on which ten unauthorised sessions fall within ten school weeks, each counted once. */
function thresholds({ days, marks, from, to }: MarkedYear): { day: Day; holiday: boolean }[] {
  const met: { day: Day; holiday: boolean }[] = [];
  let window: { week: number; holiday: boolean }[] = [];
  let week = 0;
  for (let i = from; i < to; i++) {
    const day = days[i] ?? 0;
    // A school week is one with a session in it, so holidays do not use up the ten weeks.
    if (i > from && Math.floor((day + 3) / 7) !== Math.floor(((days[i - 1] ?? 0) + 3) / 7)) week++;
    for (const mark of [marks[2 * i] ?? 0, marks[2 * i + 1] ?? 0]) {
      if (UNAUTHORISED[mark] !== 1) continue;
      window = window.filter((s) => week - s.week < 10);
      window.push({ week, holiday: mark === HOLIDAY });
      if (window.length >= 10) {
        met.push({ day, holiday: window.filter((s) => s.holiday).length > 5 });
        window = [];
      }
    }
  }
  return met;
}

/** The enforcement of irregular attendance, with its memory of earlier notices. */
export class Enforcement {
  readonly rows: Row[] = [];
  /** Notices since August 2024 that count towards three years, by person and parent. */
  private notices = new Map<string, number>();

  constructor(
    private readonly seed: number,
    private readonly extract: Day,
  ) {}

  private add(enrolment: Enrolment, date: Day, action: string, more: Row): void {
    if (date > this.extract) return;
    this.rows.push({ person_id: enrolment.person.id, date, action, ...more });
  }

  private notice(enrolment: Enrolment, date: Day, holiday: boolean, random: Random): void {
    const reason = holiday ? 'holiday' : random.chance(0.97) ? 'absence' : 'late';
    const parents = random.chance(holiday ? 0.6 : 0.35)
      ? ['1', '2']
      : [random.chance(0.8) ? '1' : '2'];
    for (const parent of parents) {
      const newScheme = date >= NEW_CODES_FROM;
      const key = `${enrolment.person.id} ${parent}`;
      const earlier = this.notices.get(key) ?? 0;
      if (newScheme && earlier >= 2) {
        // A third notice within three years is not allowed: the case goes to court.
        this.prosecute(enrolment, date + 30, parent, reason, random);
        continue;
      }
      // A second notice has no lower rate, so none of them is paid within 21 days at half price.
      const second = newScheme && earlier === 1;
      const outcome = random.of({
        paid_21: second ? 0 : 60,
        paid_28: second ? 62 : 13,
        unpaid: 12,
        withdrawn: 5,
        prosecuted: 8,
      });
      const wait = {
        paid_21: random.between(2, 21),
        paid_28: random.between(second ? 3 : 22, 28),
        unpaid: 28,
        withdrawn: 40,
        prosecuted: 75,
      }[outcome];
      const settled = date + wait <= this.extract;
      const offence = newScheme ? { offence_number: earlier + 1 } : {};
      this.add(enrolment, date, 'penalty_notice', {
        reason, parent, ...offence,
        outcome: settled ? outcome : 'pending',
        outcome_date: settled ? date + wait : null,
      }); // prettier-ignore
      if (newScheme && outcome !== 'withdrawn') this.notices.set(key, earlier + 1);
      if (outcome === 'prosecuted') this.prosecute(enrolment, date + 75, parent, reason, random);
    }
  }

  private prosecute(
    enrolment: Enrolment,
    date: Day,
    parent: string,
    reason: string,
    random: Random,
  ): void {
    const action = random.chance(0.82) ? 'prosecution_444_1' : 'prosecution_444_1A';
    const heard = date + random.between(30, 120);
    const outcome =
      heard > this.extract ? 'pending' : random.of({ guilty: 84, not_guilty: 5, withdrawn: 11 });
    this.add(enrolment, date, action, {
      reason, parent, outcome, outcome_date: outcome === 'pending' ? null : heard,
    }); // prettier-ignore
  }

  /** What follows from one pupil's year: letters, notices and, for a few, court. */
  follow(year: MarkedYear): void {
    const met = thresholds(year);
    if (met.length === 0) return;
    const { enrolment } = year;
    const random = new Random(this.seed, 31, enrolment.person.index, year.days[year.from] ?? 0);
    for (const { day, holiday } of met.slice(0, 4)) {
      const date = day + random.between(6, 30);
      if (holiday) {
        if (random.chance(0.33)) this.notice(enrolment, date, true, random);
        continue;
      }
      if (random.chance(0.14)) {
        const newScheme = date >= NEW_CODES_FROM;
        const better = random.chance(0.45);
        const until = date + 42;
        this.add(enrolment, date, newScheme ? 'notice_to_improve' : 'warning', {
          reason: 'absence', parent: '1',
          outcome: until > this.extract ? 'pending' : better ? 'complied' : null,
          outcome_date: until > this.extract || !better ? null : until,
        }); // prettier-ignore
        if (!better && random.chance(0.6))
          this.notice(enrolment, until + random.between(2, 10), false, random);
      }
    }
    const last = (met[met.length - 1]?.day ?? 0) + random.between(10, 60);
    const settled = (after: number) => (last + after > this.extract ? { outcome: 'pending' } : {});
    if (met.length >= 2 && random.chance(0.07)) {
      this.add(enrolment, last, 'attendance_contract', {
        parent: '1',
        reason: 'absence',
        ...settled(90),
      });
    }
    if (met.length >= 4 && random.chance(0.04))
      this.prosecute(enrolment, last, '1', 'absence', random);
    if (met.length >= 5 && random.chance(0.02)) {
      const action = random.pick(['education_supervision_order', 'parenting_order']);
      this.add(enrolment, last, action, {
        parent: '1',
        reason: 'absence',
        ...settled(365),
      });
    }
  }

  /** A school attendance order for a child taught at home whose education could not be shown to be suitable. */
  order(enrolment: Enrolment, date: Day): void {
    const random = new Random(this.seed, 32, enrolment.person.index);
    const outcome = random.of({ complied: 5, revoked: 4, prosecuted: 1 });
    const done = date + random.between(30, 200);
    this.add(enrolment, date, 'school_attendance_order', {
      parent: '1',
      outcome: done > this.extract ? 'pending' : outcome,
      outcome_date: done > this.extract ? null : done,
    });
  }
}
