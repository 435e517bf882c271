import { DISTRICTS } from './districts';
import { academicYearOf, monthNumber, monthNumberOf, monthStart, type Day } from './dates';
import { inSixthForm } from './enrolments';
import { monthActivity, type Track } from './destinations';
import type { Row } from './rows';
import { academicAge, districtCode, type Person } from './people';
import { Random } from './random';

/** Published NEET and not-known levels, Kent, December to February of the academic year, as shares. */
const LEVELS: Record<number, { neet: number; notKnown: number }> = {
  2020: { neet: 0.03, notKnown: 0.046 },
  2021: { neet: 0.028, notKnown: 0.023 },
  2022: { neet: 0.033, notKnown: 0.025 },
  2023: { neet: 0.034, notKnown: 0.019 },
  2024: { neet: 0.038, notKnown: 0.042 },
};

/** NEET against its winter level, September first: school leavers settle, then drop out through the year. */
const NEET_MONTHS = [0.72, 0.84, 0.94, 0.98, 1, 1.02, 1.06, 1.09, 1.12, 1.15, 1.2, 1.25];
/** Not known against its winter level: every education record lapsed on 31 August and must be verified again. */
const NOT_KNOWN_MONTHS = [9.5, 3.6, 1.7, 1.15, 1, 0.85, 0.8, 0.8, 0.78, 0.78, 0.8, 0.85];

export interface ActivityOptions {
  seed: number;
  firstYear: number;
  lastYear: number;
  extract: Day;
  /** Rate of absence in the last year with a register, by person; NaN where there is none. */
  absence: Float32Array;
  lastSchool: ReadonlyMap<number, number>;
}

/** How much likelier than the average this person is to be NEET. */
function neetRisk(person: Person, absence: number): number {
  const care = person.care.lookedAfter ? 1.5 : person.care.inNeed ? 0.5 : 0;
  const missed = Number.isNaN(absence)
    ? 0.25 * person.absenceHabit
    : Math.min(1.8, 5 * absence) - 0.4;
  return Math.exp(
    0.75 * person.vulnerability +
      0.5 * (DISTRICTS[person.district]?.deprivation ?? 0) +
      missed +
      care +
      (person.sen === 'E' ? -0.4 : 0) +
      (person.care.offending ? 1.3 : 0) +
      (person.homeEducated ? 0.5 : 0) +
      (person.priorAttainment === 'low' ? 0.4 : person.priorAttainment === 'high' ? -0.6 : 0),
  );
}

/** Smallest cut that exactly `wanted` of the scores lie below. */
function cut(scores: readonly number[], wanted: number): number {
  const sorted = [...scores].sort((a, b) => a - b);
  return wanted >= sorted.length ? Infinity : (sorted[wanted] ?? 0);
}

/** Draws that stay the same from one season to the next for most people. */
function seasonal(random: Random, before: number | undefined): number[] {
  const draws: number[] = [];
  let draw = before ?? random.next();
  for (let season = 0; season < 3; season++) {
    if (!random.chance(0.68)) draw = random.next();
    draws.push(draw);
  }
  return draws;
}

/** The month-end snapshots of everyone in year groups 12 and 13, and of older people with an EHC plan. */
export function makeActivities(people: readonly Person[], options: ActivityOptions): Row[] {
  const { seed, firstYear, lastYear, extract, absence, lastSchool } = options;
  const lastMonth = monthNumberOf(extract);
  const rows: Row[] = [];
  const tracks = new Map<number, Track>();
  for (let year = firstYear; year <= lastYear; year++) {
    const level = LEVELS[Math.min(2024, Math.max(2020, year))] as (typeof LEVELS)[number];
    const followed = people.filter((person) => {
      const age = academicAge(person, year);
      const young = age === 16 || age === 17;
      const older = age >= 18 && age <= 24 && person.sen === 'E';
      return (young || older) && person.district >= 0 && person.district < 12;
    });
    const drawn = followed.map((person) => {
      const random = new Random(seed, 50, person.index, year);
      const track = tracks.get(person.index) ?? {
        sixthForm: inSixthForm(person, seed),
        neet: [],
        unknown: [],
        since: null,
        code: null,
        started: 0,
      };
      tracks.set(person.index, track);
      track.neet = seasonal(random, track.neet[2]);
      track.unknown = seasonal(random, undefined);
      const risk =
        neetRisk(person, absence[person.index] ?? NaN) *
        (academicAge(person, year) > 16 ? 1.35 : 1);
      const unknownRisk = Math.exp(
        0.35 * person.vulnerability +
          (track.sixthForm ? -1.2 : 0.3) +
          (academicAge(person, year) > 16 ? 0.5 : 0),
      );
      return { person, track, random, risk, unknownRisk, older: academicAge(person, year) > 17 };
    });
    for (let i = 0; i < 12; i++) {
      const month = monthNumber(year, 9) + i;
      if (month > lastMonth) break;
      const season = i < 3 ? 0 : i < 6 ? 1 : 2;
      for (const older of [false, true]) {
        const group = drawn.filter((one) => one.older === older);
        const scale = older ? 2.6 : 1;
        const neetScore = group.map((one) => (one.track.neet[season] ?? 0) / one.risk);
        const neetCut = cut(
          neetScore,
          Math.round(group.length * level.neet * scale * (NEET_MONTHS[i] ?? 1)),
        );
        const others = group.filter((_, n) => (neetScore[n] ?? 0) >= neetCut);
        const score = (one: (typeof group)[number]) =>
          (one.track.unknown[season] ?? 0) / one.unknownRisk;
        const share = Math.min(0.45, level.notKnown * scale * (NOT_KNOWN_MONTHS[i] ?? 1));
        const unknownCut = cut(others.map(score), Math.round(group.length * share));
        group.forEach((one, n) => {
          const neet = (neetScore[n] ?? 0) < neetCut;
          const unknown = !neet && score(one) < unknownCut;
          rows.push(
            monthActivity(one.person, one.track, {
              month: monthStart(month), year, place: i, neet, unknown, random: one.random,
              lastSchool: lastSchool.get(one.person.index) ?? null,
              district: districtCode(one.person.district),
            }),
          ); // prettier-ignore
        });
      }
    }
  }
  return rows.concat(underSixteen(people, options));
}

/** A few of Year 11 whom the service already follows: out of school, taught at home or at risk. */
function underSixteen(
  people: readonly Person[],
  { seed, firstYear, lastYear, extract }: ActivityOptions,
): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const person of people) {
      if (academicAge(person, year) !== 15 || person.district < 0 || person.district > 11) continue;
      const random = new Random(seed, 51, person.index, year);
      const followed =
        person.homeEducated || random.chance(0.02 * Math.exp(0.8 * person.vulnerability));
      if (!followed) continue;
      const activity_code = person.homeEducated
        ? 120
        : Number(random.of({ 110: 88, 130: 1, 140: 6, 150: 5 }));
      for (let i = 4; i < 12; i++) {
        const month = monthStart(monthNumber(year, 9) + i);
        if (monthNumberOf(month) > monthNumberOf(extract)) break;
        rows.push({
          person_id: person.id,
          month,
          activity_code,
          currency_lapsed: false,
          cohort_status: 'P',
          district: districtCode(person.district),
          start_date: monthStart(monthNumber(academicYearOf(month), 9)),
          last_verified: month + random.between(0, 27),
          confirmed_by: activity_code === 110 ? 'school' : 'other_team',
        });
      }
    }
  }
  return rows;
}
