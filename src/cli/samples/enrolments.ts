import { calendarOf, leavingDay } from './calendar';
import type { Day } from './dates';
import type { Row } from './rows';
import { yearGroup, type Person } from './people';
import { Random } from './random';
import type { SchoolChoice } from './school_choice';
import type { Phase, School } from './schools';

/** One spell on a school's admission register. */
export interface Enrolment {
  person: Person;
  school: School;
  start: Day;
  end: Day | null;
  /** Year group at the start. */
  yearGroup: number;
  registration: 'main' | 'sole' | 'dual' | 'guest';
  boarder: boolean;
}

/** A spell as a row of the enrolments table. */
export function enrolmentRow(enrolment: Enrolment): Row {
  return {
    person_id: enrolment.person.id,
    school_id: enrolment.school.id,
    start_date: enrolment.start,
    end_date: enrolment.end,
    year_group: enrolment.yearGroup,
    registration: enrolment.registration,
    boarder: enrolment.boarder,
  };
}

/** Whether a young person stays at school for a sixth form; the activities say the same. */
export function inSixthForm(person: Person, seed: number): boolean {
  const chance = { high: 0.78, middle: 0.4, low: 0.14, none: 0.15 }[
    person.priorAttainment ?? 'none'
  ];
  return new Random(seed, 5, person.index).chance(chance * (person.sen === 'E' ? 0.6 : 1));
}

interface Options {
  seed: number;
  /** First year the files say anything of, and the last. */
  firstYear: number;
  lastYear: number;
  choice: SchoolChoice;
}

/** The school years of one person, told year by year. */
class SchoolLife {
  readonly spells: Enrolment[] = [];
  private readonly random: Random;
  private readonly special: boolean;
  private readonly arrival: number;
  private readonly departure: number;
  private readonly taughtAtHome: number;
  /** The main or sole spell now running, if any. */
  private current: Enrolment | null = null;

  constructor(
    private readonly person: Person,
    private readonly options: Options,
  ) {
    const { seed, firstYear, lastYear } = options;
    const random = new Random(seed, 4, person.index);
    const someYear = () => random.between(firstYear, lastYear);
    this.random = random;
    this.special = person.sen === 'E' && random.chance(0.5);
    const newcomer = random.chance(0.05) ? someYear() : 0;
    this.arrival = person.uasc ? person.cohort + 15 + random.between(0, 2) : newcomer;
    this.departure = random.chance(0.03) ? someYear() : 9999;
    this.taughtAtHome = person.homeEducated ? someYear() : 9999;
  }

  private open(
    school: School,
    start: Day,
    group: number,
    registration: Enrolment['registration'] = 'sole',
  ): Enrolment {
    const boarder = school.selective && group >= 7 && this.random.chance(0.006);
    const spell = {
      person: this.person,
      school,
      start,
      end: null,
      yearGroup: group,
      registration,
      boarder,
    };
    this.spells.push(spell);
    return spell;
  }

  private choose(phase: Phase, leave?: School): School {
    return this.options.choice.choose(this.person, phase, this.random, leave);
  }

  /** The spell that a year begins with: a new one at the start, at eleven and at sixteen. */
  private begin(year: number, group: number, middle: Day): Enrolment {
    const phase = this.special ? 'special' : group <= 6 ? 'primary' : 'secondary';
    const before = this.spells[this.spells.length - 1];
    const [first] = calendarOf(year).days as [Day];
    if (this.current !== null && !(group === 7 && this.current.school.phase === 'primary'))
      return this.current;
    if (before !== undefined && group >= 12) return this.open(before.school, first, group);
    if (before !== undefined) return this.open(this.choose(phase), first, group);
    if (year === this.arrival)
      return this.open(this.choose(phase), this.random.chance(0.75) ? middle : first, group);
    // At school before the files begin: since the start of this stage, or later for some.
    const stage = group >= 12 ? group - 12 : group >= 7 ? group - 7 : group;
    const since = this.random.chance(0.2) ? this.random.between(0, stage) : stage;
    return this.open(this.choose(phase), calendarOf(year - since).days[0] as Day, group - since);
  }

  /** Three days a week of teaching elsewhere: on two registers until the year ends. */
  private placeElsewhere(current: Enrolment, year: number, group: number, yearEnd: Day): Enrolment {
    const [first] = calendarOf(year).days as [Day];
    let main = current;
    if (current.start < first) {
      current.end = calendarOf(year - 1).days[194] as Day;
      main = this.open(current.school, first, group, 'main');
    } else main.registration = 'main';
    this.open(this.choose('alternative'), first, group, 'dual').end = yearEnd;
    if (group === 11 || year === this.options.lastYear) return main;
    main.end = yearEnd;
    return this.open(current.school, calendarOf(year + 1).days[0] as Day, group + 1);
  }

  /** Adds one academic year. */
  live(year: number): void {
    const { person, random } = this;
    const group = yearGroup(person, year);
    const away = year < this.arrival || year > this.departure || year > this.taughtAtHome;
    if (group < 0 || group > 13 || away) return;
    if (group >= 12 && !inSixthForm(person, this.options.seed)) return;
    const { days } = calendarOf(year);
    const [first, last] = [days[0] as Day, days[194] as Day];
    const middle = days[random.between(12, 160)] as Day;
    const yearEnd = group === 11 ? leavingDay(year) : last;
    let current = this.begin(year, group, middle);

    const unsettled = 0.03 * Math.exp(0.35 * person.vulnerability);
    const excluded = 0.006 * Math.exp(0.9 * person.vulnerability);
    const settled = current.start < middle;
    if (year === this.departure || (year === this.taughtAtHome && group <= 11)) {
      current.end = Math.max(current.start + 7, middle);
      this.current = null;
      return;
    }
    if (settled && group < 11 && random.chance(unsettled)) {
      current.end = middle - 1;
      current = this.open(this.choose(current.school.phase, current.school), middle, group);
    } else if (
      group >= 8 &&
      group <= 11 &&
      !this.special &&
      current.start <= first &&
      random.chance(excluded)
    ) {
      current = this.placeElsewhere(current, year, group, yearEnd);
    } else if (settled && random.chance(0.0006)) {
      const guest = this.open(
        this.choose(current.school.phase, current.school),
        middle,
        group,
        'guest',
      );
      guest.end = Math.min(middle + 20, yearEnd);
      // The guest spell is not the school to go on from.
      this.spells.splice(this.spells.indexOf(current), 1);
      this.spells.push(current);
    }
    const leaves = group === 11 || group === 13 || (group === 6 && !this.special);
    if (leaves) current.end = yearEnd;
    this.current = leaves ? null : current;
  }
}

/** The spells at school of one person, from the first year of the files to the last. */
export function enrolmentsOf(person: Person, options: Options): Enrolment[] {
  const life = new SchoolLife(person, options);
  for (let year = options.firstYear; year <= options.lastYear; year++) life.live(year);
  return life.spells;
}

/** The school each person was last on the register of in Year 11. */
export function lastSchools(enrolments: readonly Enrolment[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { person, school, registration } of enrolments) {
    if (school.phase !== 'primary' && registration !== 'guest' && registration !== 'dual')
      found.set(person.index, school.id);
  }
  return found;
}
