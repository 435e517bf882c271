import type { Model } from '../model';
import { servicesThatLast } from './services_offered';

/** Months of starts that the rate is taken from. */
export const MONTHS_OF_STARTS = 24;

export const whatIfModel: Model = {
  id: 'what_if',
  label: 'What if',
  question:
    'What caseload, waiting and coverage would come of other demand, more places or help for those without it?',
  method:
    'A simulation from the flows of the last two years, a thousand times over: spells start at random at the rate of each district, last as past spells did (Kaplan-Meier), and those open today end by the same curve given how long they have been open. With a limit on places people wait, first come first served. The ranges hold 80 and 95 % of the simulations.',
  source:
    'Law, Simulation Modeling and Analysis (2015); Little (1961); Gross and others, Fundamentals of Queueing Theory (2008)',
  caveats: [
    'It works out what follows from its assumptions. It does not say that a service helps, nor that the places can be staffed.',
    'Places are shared among districts in proportion to the people open today.',
  ],
  needs: ['people', 'involvements'],
  choices: [
    { id: 'service', label: 'Service', options: servicesThatLast, initial: 'early_help' },
    { id: 'demand', label: 'Demand, per cent of now', from: 10, to: 300, initial: 100 },
    { id: 'places', label: 'Places in the county (0: no limit)', from: 0, to: 100_000, initial: 0 },
    {
      id: 'need',
      label: 'Unmet need',
      options: [
        { value: 'persistent_absence', label: 'persistently absent without a supporting service' },
        { value: 'neet', label: 'NEET without a supporting service' },
      ],
      initial: 'persistent_absence',
    },
    { id: 'taken_up', label: 'Of it taken up, per cent', from: 0, to: 100, initial: 0 },
  ],
  coveredBy: 'involvements',
  inputs: ({ service, need }) => {
    const chosen = servicesThatLast.find(({ value }) => value === service)?.value ?? 'other';
    return {
      starts: { sql: startsOf(chosen) },
      lengths: { sql: lengthsOf(chosen) },
      open: { sql: openSpellsOf(chosen) },
      unmet:
        need === 'neet'
          ? { measure: 'unmet_need_neet', basis: 'month_end', latest: true, by: ['district'] }
          : {
              measure: 'unmet_need_persistent_absence',
              basis: 'academic_year',
              latest: true,
              by: ['district'],
            },
    };
  },
};

const spells = (service: string): string => `from spells_in_county
where service::varchar = '${service}'
  and not point_event
  and not short_break`;

const startsOf = (service: string): string => `select
  district::varchar as district,
  count(*) as spells
${spells(service)}
  and start_date > ($extract_date::date - interval ${MONTHS_OF_STARTS} month)::date
group by all
order by all`;

const lengthsOf = (service: string): string => `select
  days,
  count(*) filter (where ended) as ended,
  count(*) filter (where not ended) as still_open
${spells(service)}
group by all
order by all`;

const openSpellsOf = (service: string): string => `select
  district::varchar as district,
  days,
  count(*) as people
${spells(service)}
  and not ended
group by all
order by all`;
