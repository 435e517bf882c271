import { AGE_WEIGHTS, DISTRICTS, MEDWAY } from './districts';
import { dayOf, type Day } from './dates';
import type { Row } from './rows';
import { Random, normalShare, pseudonym } from './random';

/** A synthetic person. The latent scores are standard normal and are in no file. */
export interface Person {
  id: number;
  index: number;
  birthMonth: Day;
  /** The year c of a birth from September c - 1 to August c; academic age in year y is y - c. */
  cohort: number;
  sex: 'F' | 'M' | 'U';
  ethnicity: string;
  sen: 'N' | 'K' | 'E';
  freeSchoolMeals: boolean;
  englishAdditional: boolean;
  /** Place in DISTRICTS; -1 not known; DISTRICTS.length lives in Medway. */
  district: number;
  decile: number;
  priorAttainment: 'low' | 'middle' | 'high' | null;
  homeEducated: boolean;
  disability: boolean;
  uasc: boolean;
  /** What makes trouble likelier in every part of life: absence, suspension, services, NEET. */
  vulnerability: number;
  /** How this person's absence stands among like pupils, apart from vulnerability. */
  absenceHabit: number;
  /** Service involvement so far, filled in as services are generated. */
  care: { inNeed: boolean; protection: boolean; lookedAfter: boolean; offending: boolean };
}

export interface PeopleOptions {
  people: number;
  seed: number;
  /** Last academic year, 2024 for 2024/25. */
  lastYear: number;
  /** Month after which nobody is born: that of the extract. */
  lastBirthMonth: { year: number; month: number };
  /** Share of people of school age (Reception to Year 11); without it, the county's own mix. */
  schoolAgeShare?: number;
}

/** GSS code of a place in DISTRICTS; null if not known. */
export function districtCode(district: number): string | null {
  return district < 0 ? null : (DISTRICTS[district]?.code ?? MEDWAY);
}

/** Age on 31 August before the academic year. */
export function academicAge(person: Person, year: number): number {
  return year - person.cohort;
}

/** Year group in an academic year: 0 Reception, 11 the last of compulsory school. */
export function yearGroup(person: Person, year: number): number {
  return year - person.cohort - 4;
}

/** Marks the given share of the scores, the highest ones. */
export function highest(scores: Float64Array, share: number): (score: number) => boolean {
  const sorted = Float64Array.from(scores).sort();
  const cut = sorted[Math.max(0, Math.floor(sorted.length * (1 - share)))] ?? Infinity;
  return (score) => score >= cut;
}

const MINORITIES = {
  WIRI: 1, WIRT: 1.2, WROM: 3, WOTH: 22, MWBC: 6, MWBA: 5, MWAS: 7, MOTH: 7, AIND: 11, APKN: 3,
  ABAN: 3, AOTH: 9, CHNE: 2, BCRB: 2, BAFR: 15, BOTH: 2, OOTH: 6, REFU: 1, NOBT: 2,
}; // prettier-ignore

const UASC_ETHNICITIES = { BAFR: 40, OOTH: 35, AOTH: 15, WOTH: 10 };

function ageWeights({ schoolAgeShare }: PeopleOptions): number[] {
  // Those of academic age 24 are past their 25th birthday, but for the births of one month.
  const weights = AGE_WEIGHTS.map((weight, i) => (i - 1 === 24 ? weight / 12 : weight));
  if (schoolAgeShare === undefined) return weights;
  const atSchool = (i: number) => i - 1 >= 4 && i - 1 <= 15;
  const sum = (test: (i: number) => boolean) =>
    weights.reduce((total, weight, i) => total + (test(i) ? weight : 0), 0);
  const school = schoolAgeShare / sum(atSchool);
  const others = (1 - schoolAgeShare) / sum((i) => !atSchool(i));
  return weights.map((weight, i) => weight * (atSchool(i) ? school : others));
}

function birthMonth(random: Random, cohort: number, { lastBirthMonth: last }: PeopleOptions): Day {
  // Births run a little higher in the summer; the youngest cohort stops at the extract.
  const months = cohort > last.year ? 4 : cohort === last.year ? last.month + 4 : 12;
  const first = cohort === last.year - 25 ? 11 : 0;
  const i = first + Math.floor(random.next() * (Math.min(months, 12) - first));
  return i < 4 ? dayOf(cohort - 1, 9 + i, 1) : dayOf(cohort, i - 3, 1);
}

/** Makes the people of the county, in no order that means anything. */
export function makePeople(options: PeopleOptions): Person[] {
  const { people: count, seed, lastYear } = options;
  const ages = ageWeights(options);
  const places = [...DISTRICTS.map((d) => d.weight), 5];
  const poverty = new Float64Array(count);
  const need = new Float64Array(count);
  const people = Array.from({ length: count }, (_, index): Person => {
    const random = new Random(seed, 1, index);
    const cohort = lastYear - (random.index(ages) - 1);
    const age = lastYear - cohort;
    const uasc = age >= 14 && age <= 22 && random.chance(0.006);
    let district = random.index(places);
    // Only pupils come in from Medway; a few addresses are not known.
    if (district === DISTRICTS.length && (age < 4 || age > 15)) district = random.between(0, 11);
    const place = DISTRICTS[district];
    if (random.chance(0.003)) district = -1;
    const deprivation = (place?.deprivation ?? 0.3) + 0.92 * random.normal();
    const vulnerability = uasc
      ? 1 + 0.5 * random.normal()
      : 0.45 * deprivation + 0.89 * random.normal();
    const male = random.chance(uasc ? 0.93 : 0.512);
    // Fewer are entitled, or ever have been, at secondary age.
    poverty[index] = 0.75 * deprivation + 0.66 * random.normal() + (age < 11 ? 0.08 : -0.08);
    need[index] =
      0.3 * vulnerability + (age < 11 ? 0.03 : -0.03) + (male ? 0.3 : -0.3) + random.normal();
    const minority = random.chance(place?.minorities ?? 0.2);
    const attainment = -0.5 * vulnerability + random.normal();
    return {
      id: pseudonym(seed, index),
      index,
      birthMonth: birthMonth(random, cohort, options),
      cohort,
      sex: random.chance(0.0004) ? 'U' : male ? 'M' : 'F',
      ethnicity: uasc ? random.of(UASC_ETHNICITIES) : minority ? random.of(MINORITIES) : 'WBRI',
      sen: 'N',
      freeSchoolMeals: false,
      englishAdditional: random.chance(uasc ? 0.97 : minority ? 0.52 : 0.012),
      district,
      decile: 10 - Math.min(9, Math.floor(10 * normalShare(deprivation))),
      priorAttainment:
        age < 7 || uasc ? null : attainment < -0.6 ? 'low' : attainment < 0.7 ? 'middle' : 'high',
      homeEducated: age >= 4 && age <= 15 && random.chance(0.009 * Math.exp(0.5 * vulnerability)),
      disability: false,
      uasc,
      vulnerability,
      absenceHabit: random.normal(),
      care: { inNeed: false, protection: false, lookedAfter: uasc, offending: false },
    };
  });
  const poor = highest(poverty, 0.238);
  const withPlan = highest(need, 0.048);
  const supported = highest(need, 0.166);
  for (const person of people) {
    const random = new Random(seed, 2, person.index);
    const score = need[person.index] ?? 0;
    person.freeSchoolMeals = poor(poverty[person.index] ?? 0);
    person.sen = withPlan(score) ? 'E' : supported(score) ? 'K' : 'N';
    person.disability = random.chance(
      person.sen === 'E' ? 0.35 : person.sen === 'K' ? 0.06 : 0.008,
    );
  }
  return people;
}

/** A person as a row of the people table. */
export function personRow(person: Person): Row {
  return {
    person_id: person.id,
    birth_month: person.birthMonth,
    sex: person.sex,
    ethnicity: person.ethnicity,
    sen: person.sen,
    free_school_meals: person.freeSchoolMeals,
    english_additional: person.englishAdditional,
    home_district: districtCode(person.district),
    idaci_decile: person.decile,
    prior_attainment: person.priorAttainment,
    home_educated: person.homeEducated,
    disability: person.disability,
    uasc: person.uasc,
  };
}
