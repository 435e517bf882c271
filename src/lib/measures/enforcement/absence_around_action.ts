import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { enforcementScope, inThePeriod, peopleBehind, scopeCaveats } from './scope';

/**
 * Nearly every pupil with an action has missed a session, and that a few have not is told by no figure
 * here: so the people of whom the sessions are, without those few as a group of their own.
 */
const withAbsenceOrAll = (side: 'before' | 'after'): string =>
  `coalesce(nullif(count(distinct person_no) filter (where absent_${side} > 0), 0), ${peopleBehind})`;

/** Overall absence of the pupils on one side of an enforcement action. */
function absence(
  side: 'before' | 'after',
  words: Pick<Measure, 'id' | 'label' | 'definition'>,
): Measure {
  return {
    ...enforcementScope,
    ...words,
    source: `Waymark; overall absence as in Department for Education, Pupil absence in schools in England: methodology`,
    kind: 'proportion',
    unit: 'percent',
    polarity: 'higher_is_worse',
    numerator: `sessions missed in the 12 weeks ${side} an action`,
    denominator: `possible sessions in the 12 weeks ${side} an action`,
    periodBases: ['academic_year', 'twelve_months'],
    dimensions: [...enforcementScope.dimensions, 'enforcement_action', 'enforcement_reason'],
    dimensionNotes: {
      ...enforcementScope.dimensionNotes,
      enforcement_action: 'a pupil with two actions is in the windows of both',
    },
    needs: [...enforcementScope.needs, 'attendance'],
    caveats: [
      'Not the effect of the action. Action is taken when absence is at its height, so it mostly falls afterwards whatever is done (regression to the mean). Only a comparison with like pupils without action can say more.',
      'The same actions are before and after: those whose 84 days on both sides lie within the registers, with a possible session in each. Actions near either end of the registers are left out. The day of the action is on neither side.',
      'Windows of several actions for a pupil overlap, and their sessions are counted in each. Two notices to two parents are two actions.',
      'The windows are of the calendar, so an action in July is held against the spring on one side and the autumn on the other; absence has its seasons.',
      'Covers all the pupil’s registers in the extract, at every school.',
      'The interval treats sessions as independent. A child who misses one session is likely to miss the next, so the true uncertainty is wider.',
      ...scopeCaveats.slice(1),
    ],
    sql: inOnePass({
      numerator: `sum(absent_${side})::bigint`,
      denominator: `sum(possible_${side})::bigint`,
      people: {
        numerator: `count(distinct person_no) filter (where absent_${side} > 0)`,
        denominator: withAbsenceOrAll(side),
      },
      from: 'action_windows',
      where: [inThePeriod],
    }),
  };
}

export const absenceBeforeAction = absence('before', {
  id: 'absence_before_action',
  label: 'Absence before enforcement action',
  definition:
    'Sessions missed, authorised or not, as a share of possible sessions of the pupil in the 12 weeks (84 days) before each enforcement action of the period.',
});

export const absenceAfterAction = absence('after', {
  id: 'absence_after_action',
  label: 'Absence after enforcement action',
  definition:
    'Sessions missed, authorised or not, as a share of possible sessions of the pupil in the 12 weeks (84 days) after each enforcement action of the period.',
});
