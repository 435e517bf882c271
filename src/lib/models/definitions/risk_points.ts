import type { Model, ModelChoice } from '../model';
import { DEFAULT_RISK_POINTS } from '../risk_points_table';

/** The name under which the points of a level are set. */
export function pointsChoice(factor: string, code: number): string {
  return `${factor}_${code}`;
}

/** Every level that gives points, each a number the reader may change. */
const choices: readonly ModelChoice[] = DEFAULT_RISK_POINTS.flatMap(({ id, label, levels }) =>
  levels.slice(1).map(({ code, label: level, points }) => ({
    id: pointsChoice(id, code),
    label: level === 'Yes' ? label : `${label}: ${level}`,
    from: 0,
    to: 5,
    initial: points,
  })),
);

export const riskPointsModel: Model = {
  id: 'risk_points',
  label: 'Points of a risk-of-NEET indicator',
  question: 'How many would a table of points pick out, and how many of them were NEET later?',
  method:
    'What was on record of Year 11 gives points by a table that can be changed; a person counts at the highest level they reach. For every number of points: the share of people at it or above, the share of those who were NEET that it would have picked out (recall), and the share of those picked out who were NEET (precision), each with its Wilson interval; and the area under the curve with the interval of DeLong. Only groups of people who are alike are counted: nobody is given points.',
  source:
    'Points to begin with: the table published by Data Science for Social Good for Buckinghamshire (2022), DSSGxUK/s22_buckinghamshire, src/roni.py. There is no national table. Wilson (1927); DeLong, DeLong and Clarke-Pearson (1988)',
  caveats: [
    'It looks at groups and never at a person: neither the page nor a file says who has how many points.',
    'About one in twenty-five is NEET, so most people whom any table picks out are not. Read recall and precision together; accuracy misleads.',
    'It is held against young people whose Year 11 is known. Points set so as to fit them will do less well on others.',
  ],
  needs: ['people', 'activities'],
  choices,
  coveredBy: 'activities',
  inputs: () => ({ patterns: { sql } }),
};

/** Levels by their number in the table of points. */
const sql = `select
  month,
  case attendance when 'under_85' then 2 when '85_to_90' then 1 else 0 end as attendance_level,
  case when english_additional::varchar = 'true' then 1 else 0 end as english_additional_language_level,
  case sen::varchar when 'E' then 2 when 'K' then 1 else 0 end as special_educational_needs_level,
  case absence_because_excluded when 'more_than_half' then 2 when 'half_or_less' then 1 else 0 end as exclusion_level,
  alternative_provision::integer as alternative_provision_level,
  looked_after::integer as looked_after_level,
  pregnant_or_parent::integer as pregnant_or_parent_level,
  case when free_school_meals::varchar = 'true' then 1 else 0 end as free_school_meals_level,
  carer::integer as carer_level,
  youth_justice::integer as youth_justice_level,
  count(*) as people,
  count(*) filter (where neet) as events
from winter_cohort
group by all
order by all`;
