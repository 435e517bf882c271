import type { Topic } from '../topic';

export const attendanceTopic: Topic = {
  id: 'attendance',
  title: 'Attendance',
  headlines: ['overall_absence', 'persistent_absence', 'severe_absence', 'suspensions'],
  sections: [
    {
      title: 'How much is missed',
      panels: [
        { is: 'groups', measure: 'absence_bands', by: 'absence_band' },
        { is: 'series', measure: 'persistent_absence', over: 'periods' },
        { is: 'groups', measure: 'absence_by_reason', by: 'reason_group', wide: true },
      ],
    },
    {
      title: 'When',
      panels: [
        { is: 'groups', measure: 'absence_by_day', by: 'week', wide: true },
        { is: 'groups', measure: 'absence_by_day', by: 'weekday' },
        { is: 'groups', measure: 'absence_by_day', by: 'term' },
      ],
    },
    {
      title: 'Where',
      panels: [
        { is: 'groups', measure: 'persistent_absence', by: 'district' },
        { is: 'groups', measure: 'overall_absence', by: 'district' },
        { is: 'groups', measure: 'persistent_absence', by: 'phase' },
        { is: 'groups', measure: 'persistent_absence', by: 'year_group' },
        { is: 'groups', measure: 'persistent_absence', by: 'school', wide: true },
      ],
    },
    {
      title: 'Who',
      intro: 'Choose a group to filter the whole page by it; hold Shift to add another.',
      panels: [
        { is: 'groups', measure: 'persistent_absence', by: 'sen' },
        { is: 'groups', measure: 'persistent_absence', by: 'free_school_meals' },
        { is: 'groups', measure: 'persistent_absence', by: 'social_care' },
        { is: 'groups', measure: 'persistent_absence', by: 'ethnic_group' },
        { is: 'groups', measure: 'persistent_absence', by: 'deprivation' },
        { is: 'groups', measure: 'share_of_absence_of_the_most_absent_tenth', by: 'phase' },
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
