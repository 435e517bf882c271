import { enforcements } from '../../contract/tables/enforcements';
import { kinds } from '../../measures/kinds';
import type { Treatment } from './effectiveness_sql';
import { servicesThatLast } from './services_offered';

const enforcementNames = kinds.enforcement_action.values;
const enforcementActions = enforcements.columns.find(({ name }) => name === 'action')?.codes ?? [];

/** What can begin: a service that lasts, or an enforcement action. */
export const actions = [
  ...servicesThatLast.map(({ value, label }) => ({ value, label })),
  ...enforcementActions.map((value) => ({ value, label: enforcementNames[value] ?? value })),
];

/** Services as they stand after “people with”, where their names do not. */
const inSentences: Readonly<Record<string, string>> = {
  assessment: 'an assessment',
  early_help: 'Early Help',
  child_in_need: 'work as a child in need',
  child_protection: 'a protection plan',
  looked_after: 'a period of care',
  care_leaver: 'care leaver support',
  youth_justice: 'youth justice supervision',
  send_plan: 'an EHC plan',
  neet_support: 'NEET support',
  virtual_school: 'Virtual School support',
  mental_health: 'mental health support',
  youth_service: 'youth service support',
  health: 'health service involvement',
  housing: 'housing involvement',
  police: 'police involvement',
  other: 'another service',
};

/** “a penalty notice”, “Early Help”. */
export function actionInWords(action: string | number | undefined): string {
  const { value, label } = actionNamed(action);
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  if (!isEnforcement(value)) return inSentences[value] ?? name;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

export function isEnforcement(action: string | number | undefined): boolean {
  return enforcementActions.some((each) => each === action);
}

/** A service or an action by name; what is not offered is the first. */
export function actionNamed(action: string | number | undefined): {
  readonly value: string;
  readonly label: string;
} {
  return actions.find(({ value }) => value === action) ?? actions[0]!;
}

/** Only names of the lists above ever reach the text. */
export function treatmentOf(action: string): Treatment {
  return isEnforcement(action)
    ? {
        rows: `select
    person_no,
    date as start_date,
    date as end_date
  from enforcement_actions
  where enforcement_action = '${action}'`,
        dose: 'least(times, 2)',
      }
    : {
        rows: `select
    person_no,
    start_date,
    coalesce(end_date, $extract_date::date) as end_date
  from spells_in_county
  where service::varchar = '${action}'
    and not short_break`,
        // twelve weeks or more; a spell still open that began later has no dose yet
        dose: 'case when end_date - start_date >= 84 then 2 when end_date < $extract_date::date then 1 end',
      };
}
