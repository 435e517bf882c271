import {
  bands,
  calendar,
  concentration,
  districtMap,
  funnel,
  multiples,
  profile,
} from '../drawn/pictures';
import type { Topic } from '../topic';

export const attendanceTopic: Topic = {
  id: 'attendance',
  title: 'Attendance',
  purpose: 'attendance',
  headlines: ['overall_absence', 'persistent_absence', 'severe_absence', 'suspensions'],
  sections: [
    {
      title: 'How much is missed',
      panels: [
        { is: 'picture', picture: bands },
        { is: 'series', measure: 'persistent_absence', over: 'periods' },
        { is: 'picture', picture: concentration },
        { is: 'picture', picture: profile('share_of_absence_of_the_most_absent_tenth', 'phase') },
        { is: 'picture', picture: profile('absence_by_reason', 'reason_group'), wide: true },
      ],
    },
    {
      title: 'When',
      panels: [
        { is: 'picture', picture: calendar('absence_by_day'), wide: true },
        { is: 'picture', picture: profile('absence_by_day', 'weekday') },
        { is: 'picture', picture: profile('absence_by_day', 'term') },
        { is: 'groups', measure: 'absence_by_day', by: 'week', wide: true },
      ],
    },
    {
      title: 'Where',
      panels: [
        { is: 'picture', picture: districtMap('persistent_absence') },
        { is: 'groups', measure: 'persistent_absence', by: 'district' },
        { is: 'groups', measure: 'overall_absence', by: 'district' },
        { is: 'picture', picture: funnel('persistent_absence', 'school') },
        { is: 'picture', picture: profile('persistent_absence', 'year_group') },
        { is: 'groups', measure: 'persistent_absence', by: 'phase' },
      ],
    },
    {
      title: 'Who',
      intro: 'Choose a group to filter the whole page by it; hold Shift to add another.',
      panels: [
        {
          is: 'picture',
          wide: true,
          picture: multiples('persistent_absence', [
            'sex',
            'sen',
            'free_school_meals',
            'social_care',
            'deprivation',
            'prior_attainment',
            'ethnic_group',
            'phase',
          ]),
        },
        { is: 'groups', measure: 'persistent_absence', by: 'free_school_meals' },
        { is: 'groups', measure: 'severe_absence', by: 'social_care' },
      ],
    },
    {
      title: 'Moving in and out of persistent absence',
      panels: [
        { is: 'groups', measure: 'became_persistent', by: 'year_group' },
        { is: 'groups', measure: 'recovered_persistent', by: 'year_group' },
        { is: 'model', model: 'trajectories' },
      ],
    },
    {
      title: 'Suspensions and exclusions',
      panels: [
        { is: 'groups', measure: 'suspensions', by: 'district' },
        { is: 'groups', measure: 'suspension_reasons', by: 'exclusion_reason' },
        { is: 'groups', measure: 'pupils_suspended', by: 'year_group' },
        { is: 'series', measure: 'suspensions_in_months', over: 'months' },
      ],
    },
  ],
};
