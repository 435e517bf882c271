import type { ReportTemplate } from './template';

export const scrutinyPaper: ReportTemplate = {
  id: 'scrutiny_paper',
  label: 'Scrutiny committee paper',
  use: 'For elected members and the public: few figures, under the strictest profile.',
  takesDistrict: false,
  definition: {
    format: 'waymark-report',
    version: 1,
    title: 'Young people in education, employment and training',
    subtitle: 'Paper for the scrutiny committee',
    purpose: 'several',
    profile: 'publication',
    view: { year: 'latest', districts: [], groups: {} },
    comparator: 'england',
    sections: [
      {
        title: 'Summary',
        commentary:
          'Each figure stands beside that of a year before and, where one is published for the same period, that of England. A change that could be chance is not called better or worse.',
        figures: [
          {
            is: 'headlines',
            measures: [
              'neet_or_not_known',
              'overall_absence',
              'persistent_absence',
              'severe_absence',
              'suspensions',
              'permanent_exclusions',
            ],
          },
        ],
      },
      {
        title: 'Young people who are NEET or not known',
        commentary:
          'NEET means not in education, employment or training. The council has a duty to know where its 16 and 17 year olds are; those whose activity is not known are counted with them.',
        figures: [
          { is: 'groups', measure: 'neet_or_not_known', by: 'district' },
          { is: 'series', measure: 'neet_or_not_known', over: 'periods' },
          { is: 'groups', measure: 'neet_or_not_known', by: 'sen' },
          { is: 'groups', measure: 'september_guarantee', by: 'district' },
        ],
      },
      {
        title: 'Attendance at school',
        commentary:
          'A pupil who misses a tenth of possible sessions is persistently absent: about a day every two weeks. One who misses half is severely absent.',
        figures: [
          { is: 'groups', measure: 'persistent_absence', by: 'district' },
          { is: 'series', measure: 'persistent_absence', over: 'periods' },
          { is: 'groups', measure: 'persistent_absence', by: 'free_school_meals' },
          { is: 'groups', measure: 'severe_absence', by: 'year_group' },
        ],
      },
      {
        title: 'Suspension and exclusion',
        commentary:
          'A suspension sends a pupil home for a time, a permanent exclusion for good. Members may ask which pupils are sent home again and again, and what is done before.',
        figures: [
          { is: 'groups', measure: 'suspensions', by: 'district' },
          { is: 'groups', measure: 'pupils_suspended', by: 'year_group' },
        ],
      },
    ],
  },
};
