import { dayOf, type Day } from './dates';
import type { Row } from './rows';
import { academicAge, type Person } from './people';
import type { Random } from './random';

/** What is remembered of one young person from month to month. */
export interface Track {
  sixthForm: boolean;
  /** Draws of autumn, winter and the rest of the year, lowest most likely NEET. */
  neet: number[];
  unknown: number[];
  /** First day of the NEET spell now running. */
  since: Day | null;
  /** The activity now running, and its first day. */
  code: number | null;
  started: Day;
}

/** NEET activity codes: exactly these have a NEET start date. */
export const NEET_CODES = new Set([540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680]);
const NOT_KNOWN_CODES = new Set([810, 820, 830]);
const EDUCATION = new Set([210, 220, 230, 240, 250, 270, 280, 290]);

/** A NEET activity; only young women are pregnant, and parents are mostly mothers. */
export function neetCode(person: Person, random: Random): number {
  const woman = person.sex === 'F';
  return Number(
    random.of({
      619: 46, 640: 21 + (person.disability ? 10 : 0), 610: 10, 615: 4.5, 616: 3, 540: 1.2, 620: 2.5,
      630: woman ? 8 : 0.6, 650: woman ? 3.5 : 0, 660: 0.3, 670: 1.2, 680: 5,
    }),
  ); // prettier-ignore
}

function eetCode(person: Person, year: number, track: Track, random: Random): number {
  const age = academicAge(person, year);
  if (track.sixthForm && age <= 17) return person.sen === 'E' && random.chance(0.3) ? 280 : 210;
  if (person.sen === 'E' && random.chance(0.35))
    return Number(random.of({ 280: 60, 460: 22, 270: 10, 230: 30 }));
  const older = age >= 18;
  return Number(
    random.of({
      230: age === 16 ? 74 : 58, 220: 2, 240: older ? 8 : age === 17 ? 0.4 : 0, 250: 2, 270: 1.5, 290: 0.15,
      260: age === 16 ? 0 : 0.8, 310: age === 16 ? 6 : 12, 320: 2, 381: 0.2, 550: 0.4, 330: age === 16 ? 2.2 : 6,
      340: 1.2, 350: 0.8, 360: 1.4, 380: 0.5, 410: 2, 430: 1, 440: older ? 1 : 0, 450: 1, 460: 0, 530: 1.6,
    }),
  ); // prettier-ignore
}

interface MonthContext {
  month: Day;
  year: number;
  /** Place of the month in the academic year, 0 September. */
  place: number;
  neet: boolean;
  unknown: boolean;
  random: Random;
  lastSchool: number | null;
  district: string | null;
}

/** Characteristics that the return expects to go with the person and the activity. */
function characteristics(person: Person, code: number): string | null {
  const found = [
    ...(person.care.lookedAfter ? [person.cohort % 2 === 0 ? '110' : '160'] : []),
    ...(code === 630 ? ['120'] : []),
    ...(person.uasc ? ['130'] : []),
    ...(code === 620 ? ['140'] : []),
    ...(person.index % 97 === 0 && person.vulnerability > 0.5 ? ['150'] : []),
    ...(person.care.offending ? ['170'] : []),
    ...(code === 650 ? ['180'] : []),
    ...(person.vulnerability > 1.6 && person.index % 5 === 0 ? ['200'] : []),
    ...(person.vulnerability > 1.2 && person.index % 7 === 0 ? ['210'] : []),
  ];
  return found.length > 0 ? [...new Set(found)].sort().join(' ') : null;
}

function confirmedBy(code: number, random: Random): string {
  if (code === 210) return 'school';
  if (code >= 220 && code <= 280) return random.chance(0.9) ? 'college' : 'parent';
  if (code === 310 || code === 320)
    return random.chance(0.6) ? 'apprenticeship_service' : 'provider';
  if (code >= 410 && code <= 460) return 'provider';
  if (code === 440) return 'dwp';
  return random.of({ young_person: 50, parent: 30, other_team: 12, dwp: 5, other_authority: 3 });
}

function isEet(code: number): boolean {
  return !NEET_CODES.has(code) && !NOT_KNOWN_CODES.has(code) && code !== 710;
}

function someDay(month: Day, random: Random): Day {
  return month + random.between(0, 20);
}

function notKnownCode(random: Random): number {
  return Number(random.of({ 810: 80, 820: 14, 830: 6 }));
}

/** A NEET month: a spell begins, goes on, or goes on for another reason. */
function beNeet(person: Person, track: Track, { month, year, place, random }: MonthContext): void {
  if (track.code === null || !NEET_CODES.has(track.code)) {
    track.code = neetCode(person, random);
    track.started =
      place === 0 ? dayOf(year, 9, 1) + random.between(0, 20) : someDay(month, random);
    track.since = track.started;
  } else if (random.chance(0.05)) {
    track.code = neetCode(person, random);
    track.started = someDay(month, random);
  }
}

/**
 * A month not known. In September nearly all are last year's education records that nobody has
 * verified yet; later more and more are recorded as not known.
 *
 * @returns whether the activity stands but its currency has lapsed
 */
function beUnknown(
  person: Person,
  track: Track,
  { month, year, place, random }: MonthContext,
): boolean {
  const stale = random.chance([0.93, 0.75, 0.55][place] ?? 0.35);
  if (track.code !== null && NOT_KNOWN_CODES.has(track.code)) return false;
  if (stale && track.code !== null && isEet(track.code)) return true;
  if (stale && place === 0) {
    track.code = eetCode(person, year, track, random);
    track.started = dayOf(year - 1, 9, 4);
    return true;
  }
  track.code = notKnownCode(random);
  track.started = someDay(month, random);
  return false;
}

/** A month in education, employment or training, mostly the same activity as the month before. */
function beEngaged(
  person: Person,
  track: Track,
  { month, year, place, random }: MonthContext,
): void {
  const newYear = place === 0;
  const outgrown = track.code === 210 && academicAge(person, year) > 17;
  const same = track.code !== null && (isEet(track.code) || track.code === 710) && !outgrown;
  const keeps = same && random.chance(newYear ? 0.75 : 0.992);
  if (!keeps) track.code = random.chance(0.0006) ? 710 : eetCode(person, year, track, random);
  const education = EDUCATION.has(track.code ?? 0);
  if (education && (newYear || (!keeps && place < 3))) {
    track.started = dayOf(year, 9, 2) + random.between(0, 9);
  } else if (!keeps) track.started = someDay(month, random);
}

/** One person's row for one month: NEET, not known, or what they do and whether it is still verified. */
export function monthActivity(person: Person, track: Track, at: MonthContext): Row {
  const { month, year, place, neet, unknown, random } = at;
  if (!neet) track.since = null;
  let lapsed = false;
  if (neet) beNeet(person, track, at);
  else if (unknown) lapsed = beUnknown(person, track, at);
  else beEngaged(person, track, at);
  const code = track.code ?? 810;
  const isUnknown = NOT_KNOWN_CODES.has(code);
  const verified = lapsed
    ? Math.max(track.started, dayOf(year, 6, 1) - random.between(0, 60))
    : Math.max(track.started, month + random.between(0, 27));
  return {
    person_id: person.id,
    month,
    activity_code: code,
    currency_lapsed: lapsed,
    cohort_status: status(person, place, year),
    district: at.district,
    start_date: track.started,
    last_verified: isUnknown ? null : verified,
    neet_since: neet ? track.since : null,
    level_of_need: neet ? (random.chance(0.4) ? 1 : 2) : person.vulnerability > 1 ? 2 : 3,
    characteristics: characteristics(person, code),
    confirmed_by: isUnknown ? null : confirmedBy(code, random),
    last_school: at.lastSchool,
  };
}

/** Nearly all are in the authority's own cohort; those who moved, left or were entered twice are not counted. */
function status(person: Person, place: number, year: number): string {
  const mark = (person.index * 2654435761) % 1000;
  if (mark >= 22) return 'P';
  const since = (person.index + year) % 12;
  if (place < since) return 'P';
  return ['T', 'T', 'T', 'T', 'E', 'E', 'L', 'L', 'M', 'A', 'X', 'G', 'D'][mark % 13] ?? 'T';
}
