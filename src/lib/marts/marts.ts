import type { Engine } from '../engine/engine';
import academicYears from './academic_years.sql?raw';
import activityMonths from './activity_months.sql?raw';
import districtServiceMonths from './district_service_months.sql?raw';
import enrolmentPeriods from './enrolment_periods.sql?raw';
import enrolmentSpells from './enrolment_spells.sql?raw';
import enrolmentTerms from './enrolment_terms.sql?raw';
import monthEnds from './month_ends.sql?raw';
import peopleKept from './people_kept.sql?raw';
import peopleYears from './people_years.sql?raw';
import registerSessions from './register_sessions.sql?raw';
import serviceMonths from './service_months.sql?raw';
import serviceSpells from './service_spells.sql?raw';
import sessionDays from './session_days.sql?raw';
import sessionsAfterToDate from './sessions_after_to_date.sql?raw';
import types from './types.sql?raw';
import yearToDate from './year_to_date.sql?raw';

/** A table that measures read, made by one static SQL text. */
export interface Mart {
  readonly name: string;
  readonly grain: string;
  readonly source: string;
  readonly sql: string;
}

function mart(name: string, sql: string): Mart {
  const header = (word: string): string =>
    new RegExp(`^-- ${word}: (.*)$`, 'm').exec(sql)?.[1] ?? '';
  return { name, grain: header('grain'), source: header('source'), sql };
}

const valueLists = [
  'sex',
  'ethnic_group',
  'sen',
  'free_school_meals',
  'phase',
  'period',
  'activity_status',
  'district',
];

/** Every mart, each after those it reads. */
export const marts: readonly Mart[] = [
  mart('session_days', sessionDays),
  mart('academic_years', academicYears),
  mart('people_kept', peopleKept),
  mart('people_years', peopleYears),
  mart('register_sessions', registerSessions),
  mart('enrolment_terms', enrolmentTerms),
  mart('year_to_date', yearToDate),
  mart('sessions_after_to_date', sessionsAfterToDate),
  mart('enrolment_spells', enrolmentSpells),
  mart('enrolment_periods', enrolmentPeriods),
  mart('activity_months', activityMonths),
  mart('service_spells', serviceSpells),
  mart('month_ends', monthEnds),
  mart('service_months', serviceMonths),
  mart('district_service_months', districtServiceMonths),
];

/**
 * Builds every mart anew from the loaded extracts. The views `loaded_<table>`, the code tables and
 * `settings` must stand (see `staging.ts`).
 *
 * @param onMart told the name of each mart before it is built and how many of all are done
 */
export async function buildMarts(
  engine: Engine,
  onMart: (name: string, done: number, of: number) => void = () => {},
): Promise<void> {
  for (const { name } of [...marts].reverse()) await engine.run(`drop table if exists ${name}`);
  for (const name of valueLists) await engine.run(`drop type if exists ${name}`);
  await engine.run(types);
  for (const [done, { name, sql }] of marts.entries()) {
    onMart(name, done, marts.length);
    await engine.run(sql);
  }
}
