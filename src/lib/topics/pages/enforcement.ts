import { thresholdToCourt } from '../drawn/pictures';
import type { Topic } from '../topic';

export const enforcementTopic: Topic = {
  id: 'enforcement',
  title: 'Enforcement and licences',
  purpose: 'enforcement',
  headlines: ['penalty_notices', 'people_with_enforcement', 'prosecutions', 'work_permits'],
  sections: [
    {
      title: 'From threshold to court',
      intro:
        'Who met the threshold for a penalty notice, what was done, and how it ended. Action follows absence, so it is highest where absence is.',
      panels: [
        { is: 'picture', picture: thresholdToCourt, wide: true },
        { is: 'groups', measure: 'enforcement_actions', by: 'enforcement_action' },
        { is: 'groups', measure: 'penalty_notice_outcomes', by: 'enforcement_outcome' },
        { is: 'groups', measure: 'penalty_notices', by: 'enforcement_reason' },
        { is: 'series', measure: 'penalty_notices_in_months', over: 'months' },
      ],
    },
    {
      title: 'Where and who',
      panels: [
        { is: 'groups', measure: 'penalty_notices', by: 'district' },
        { is: 'groups', measure: 'people_with_enforcement', by: 'district' },
        { is: 'groups', measure: 'penalty_notices', by: 'year_group' },
        { is: 'groups', measure: 'penalty_notices', by: 'free_school_meals' },
        { is: 'groups', measure: 'second_notices', by: 'district' },
        { is: 'groups', measure: 'prosecutions_guilty', by: 'enforcement_action' },
      ],
    },
    {
      title: 'Before and after',
      intro:
        'Absence in the twelve weeks before an action and after it. Action is taken when absence is at its worst, and what is at its worst tends to improve by itself.',
      panels: [
        { is: 'groups', measure: 'absence_before_action', by: 'enforcement_action' },
        { is: 'groups', measure: 'absence_after_action', by: 'enforcement_action' },
      ],
    },
    {
      title: 'Licences and permits',
      panels: [
        { is: 'groups', measure: 'licence_decisions', by: 'licence_kind' },
        { is: 'groups', measure: 'licence_decisions', by: 'licence_decision' },
        { is: 'groups', measure: 'work_permits_per_1000', by: 'district' },
        { is: 'series', measure: 'work_permits', over: 'months' },
      ],
    },
  ],
};
