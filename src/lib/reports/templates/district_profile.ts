import type { ReportTemplate } from './template';

export const districtProfile: ReportTemplate = {
  id: 'district_profile',
  label: 'District profile',
  use: 'For a district’s partners: one district beside the others and the county.',
  takesDistrict: true,
  definition: {
    format: 'waymark-report',
    version: 1,
    title: 'District profile',
    subtitle: 'Education, employment, attendance and services',
    purpose: 'several',
    profile: 'partners',
    view: { year: 'latest', districts: [], groups: {} },
    comparator: 'county',
    sections: [
      {
        title: 'Sixteen and seventeen year olds',
        commentary:
          'Young people are counted where they live. Look first whether the district lies outside the range expected of its size, then at how it has changed.',
        figures: [
          {
            is: 'headlines',
            measures: ['neet_or_not_known', 'neet', 'not_known', 'participation'],
          },
          { is: 'groups', measure: 'neet_or_not_known', by: 'district' },
          { is: 'series', measure: 'neet_or_not_known', over: 'months' },
          { is: 'groups', measure: 'neet_or_not_known', by: 'sen' },
          { is: 'groups', measure: 'destinations', by: 'activity_group' },
        ],
      },
      {
        title: 'Attendance',
        commentary:
          'Pupils are counted where their school is, wherever they live. A pupil who misses a tenth of possible sessions is persistently absent, half of them severely.',
        figures: [
          {
            is: 'headlines',
            measures: ['overall_absence', 'persistent_absence', 'severe_absence'],
          },
          { is: 'groups', measure: 'persistent_absence', by: 'district' },
          { is: 'groups', measure: 'persistent_absence', by: 'phase' },
          { is: 'groups', measure: 'persistent_absence', by: 'year_group' },
          { is: 'groups', measure: 'persistent_absence', by: 'free_school_meals' },
        ],
      },
      {
        title: 'Suspension and exclusion',
        commentary:
          'Look for the number of pupils as well as of suspensions: a few who are suspended again and again make a high rate.',
        figures: [
          {
            is: 'headlines',
            measures: ['suspensions', 'pupils_suspended', 'permanent_exclusions'],
          },
          { is: 'groups', measure: 'suspensions', by: 'district' },
        ],
      },
      {
        title: 'Services',
        commentary:
          'Who is open to a service, how often referrals come again within twelve months, and for whom a need shows in the records and no service is open.',
        figures: [
          { is: 'headlines', measures: ['service_involvement', 're_referrals'] },
          { is: 'groups', measure: 'service_involvement', by: 'service' },
          {
            is: 'headlines',
            measures: ['unmet_need_neet', 'unmet_need_persistent_absence', 'unmet_need_suspended'],
          },
        ],
      },
    ],
  },
};
