import type { Measure } from '../measure';
import { overPopulation } from '../shapes';
import {
  childrenInCounty,
  childrenInNeedMethodology,
  columnsOfChildren,
  extractRateCaveat,
  openCaveat,
  serviceScope,
} from './scope';

const publishedCaveat =
  'Published rates are of 31 March and over the population estimate: compare the end of March with them, and see demand per 10,000 for a rate over the estimate.';

const uasc =
  'Kent looks after many unaccompanied asylum-seeking young people: see the rate without them.';

type Named = Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats'> &
  Partial<Pick<Measure, 'published' | 'needsColumns'>>;

/** People aged 0 to 17 for whom a condition on their open services holds at a month end, per 10,000 of that age. */
function childrenOpen(named: Named, condition: string): Measure {
  return {
    ...serviceScope,
    source: childrenInNeedMethodology,
    kind: 'proportion',
    unit: 'per_10000',
    denominator: 'people aged 0 to 17 in the people extract',
    periodBases: ['month_end'],
    populationColumns: columnsOfChildren,
    ...named,
    caveats: [...named.caveats, publishedCaveat, extractRateCaveat, openCaveat],
    sql: overPopulation({
      population: childrenInCounty,
      counted: {
        count: 'count(*)',
        from: 'involvement_months\n  join service_combinations using (services_open, only_short_breaks)',
        where: ['month = $last_month::date', 'age between 0 and 17', condition],
      },
    }),
  };
}

export const childrenInNeed = childrenOpen(
  {
    id: 'children_in_need',
    label: 'Children in need',
    definition:
      'Children aged 0 to 17 open to social care at the month end, in any way: a child in need plan, a protection plan, looked after, leaving care, an assessment or a section 47 enquiry, per 10,000 of that age.',
    numerator: 'children open to social care',
    published: 'children_in_need',
    caveats: [
      'Children in need in the sense of the national return are all children open to social care, not only those with a child in need plan; service involvement has the plan by itself.',
      'The national return also counts children between referral and assessment, whom a referral, being a point event, does not show.',
    ],
  },
  'in_need',
);

export const protectionPlans = childrenOpen(
  {
    id: 'protection_plans',
    label: 'Protection plans',
    definition:
      'Children aged 0 to 17 with a child protection plan at the month end, per 10,000 of that age.',
    numerator: 'children with a protection plan',
    published: 'protection_plans',
    caveats: ['Plans of unborn children are not counted, because they have no age yet.'],
  },
  'protection_plan',
);

export const lookedAfter = childrenOpen(
  {
    id: 'looked_after',
    label: 'Looked after',
    definition:
      'Children aged 0 to 17 looked after at the month end, not counting short breaks (legal status V1, V3 or V4), per 10,000 of that age.',
    numerator: 'children looked after',
    caveats: [uasc],
  },
  'looked_after',
);

export const lookedAfterExcludingUasc = childrenOpen(
  {
    id: 'looked_after_excluding_uasc',
    needsColumns: ['people.uasc'],
    label: 'Looked after, without unaccompanied asylum-seeking children',
    definition:
      'Children aged 0 to 17 looked after at the month end who are not unaccompanied asylum-seeking children, not counting short breaks (legal status V1, V3 or V4), per 10,000 of that age.',
    numerator: 'children looked after who are not unaccompanied asylum-seeking children',
    caveats: [
      'Only the children looked after are without unaccompanied asylum-seeking children; everybody of that age stays in the base.',
    ],
  },
  'looked_after\n    and not uasc',
);
