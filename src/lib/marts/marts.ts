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
import servicesSeen from './services_seen.sql?raw';
import sessionDays from './session_days.sql?raw';
import sessionsAfterToDate from './sessions_after_to_date.sql?raw';
import types from './types.sql?raw';
import yearToDate from './year_to_date.sql?raw';

/** A table that measures read, made by one static SQL text. */
export interface Mart {
  readonly name: string;
  readonly grain: string;
  readonly source: string;
  /** What its SQL names after `from` and `join`: views of loaded tables, settings, other marts. */
  readonly reads: ReadonlySet<string>;
  readonly sql: string;
}

function mart(name: string, sql: string): Mart {
  const header = (word: string): string =>
    new RegExp(`^-- ${word}: (.*)$`, 'm').exec(sql)?.[1] ?? '';
  const reads = new Set(
    [...sql.matchAll(/\b(?:from|join) ([a-z_0-9]+)/g)].map((match) => match[1]!),
  );
  return { name, grain: header('grain'), source: header('source'), reads, sql };
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
  mart('services_seen', servicesSeen),
];

/** What the value lists are made of besides the contract's code lists; new districts need new lists. */
const valueListSources: ReadonlySet<string> = new Set(
  [...types.matchAll(/\bfrom ([a-z_0-9]+)/g)].map((match) => match[1]!),
);

/** The marts to build anew when some views or settings have changed: those that read them, and so on. */
export function martsAfter(changed: ReadonlySet<string>): readonly Mart[] {
  if ([...changed].some((source) => valueListSources.has(source))) return marts;
  const stale = new Set(changed);
  return marts.filter((each) => {
    const isStale = [...each.reads].some((source) => stale.has(source));
    if (isStale) stale.add(each.name);
    return isStale;
  });
}

/**
 * Builds marts from the loaded extracts. The views `loaded_<table>`, the code tables and `settings`
 * must stand (see `staging.ts`).
 *
 * @param changed the views and settings that differ from the last build; every mart is built if left out
 * @param onMart told the name of each mart before it is built and how many of all are done
 */
export async function buildMarts(
  engine: Engine,
  changed?: ReadonlySet<string>,
  onMart: (name: string, done: number, of: number) => void = () => {},
): Promise<void> {
  const stale = changed === undefined ? marts : martsAfter(changed);
  const drops = [...stale].reverse().map(({ name }) => `drop table if exists ${name};`);
  const everything = stale.length === marts.length;
  if (everything) drops.push(...valueLists.map((name) => `drop type if exists ${name};`));
  // One trip to the engine's worker for many small statements.
  if (drops.length > 0) await engine.run(drops.join('\n'));
  if (everything) await engine.run(types);
  for (const [done, { name, sql }] of stale.entries()) {
    onMart(name, done, stale.length);
    await engine.run(sql);
  }
}
