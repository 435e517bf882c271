import type { ReportTemplate } from './template';

const thisMonth = { months: 'latest' } as const;

export const monthlyNeet: ReportTemplate = {
  id: 'monthly_neet',
  label: 'Monthly NEET report',
  use: 'For the team that tracks 16 and 17 year olds and those who answer for it, once a month.',
  takesDistrict: false,
  definition: {
    format: 'waymark-report',
    version: 1,
    title: 'Young people who are NEET or not known: monthly report',
    subtitle: 'Years 12 and 13',
    purpose: 'tracking',
    profile: 'partners',
    view: { year: 'latest', districts: [], groups: {} },
    comparator: 'england',
    sections: [
      {
        title: 'This month',
        commentary:
          'Each figure stands beside the same month of last year. The two parts of the headline are told apart because they ask for different work: people who are NEET need an offer, people who are not known need to be found.',
        figures: [
          {
            is: 'headlines',
            measures: ['neet_or_not_known', 'neet', 'not_known', 'participation'],
            view: thisMonth,
          },
        ],
      },
      {
        title: 'Over the months',
        commentary:
          'Look for a month that differs from the **same month of last year**, not from the month before: every September the not known rise until new places are confirmed.',
        figures: [
          { is: 'series', measure: 'neet', over: 'months' },
          { is: 'series', measure: 'not_known', over: 'months' },
        ],
      },
      {
        title: 'Where',
        commentary:
          'A district stands out only where it lies outside the range expected of a district of its size; the order of the others is mostly chance.',
        figures: [
          { is: 'groups', measure: 'neet_or_not_known', by: 'district', view: thisMonth },
          { is: 'groups', measure: 'neet', by: 'district', view: thisMonth },
          { is: 'groups', measure: 'not_known', by: 'district', view: thisMonth },
        ],
      },
      {
        title: 'Who',
        commentary:
          'Look for groups whose intervals lie apart from those of the others, and for those where many are not known: nothing can be offered to people nobody has reached.',
        figures: [
          { is: 'groups', measure: 'neet_or_not_known', by: 'year_group', view: thisMonth },
          { is: 'groups', measure: 'neet_or_not_known', by: 'sen', view: thisMonth },
          { is: 'groups', measure: 'neet_or_not_known', by: 'social_care', view: thisMonth },
          { is: 'groups', measure: 'neet_or_not_known', by: 'level_of_need', view: thisMonth },
        ],
      },
      {
        title: 'Coming and going',
        commentary:
          'Those who became NEET since the month before, and those who no longer are. A steady rate can hide many who come and go, or few who stay.',
        figures: [
          { is: 'headlines', measures: ['neet_joiners', 'neet_leavers'], view: thisMonth },
          { is: 'groups', measure: 'neet_leavers', by: 'destination', view: thisMonth },
          { is: 'groups', measure: 'neet_over_3_months', by: 'district', view: thisMonth },
        ],
      },
      {
        title: 'How current the records are',
        commentary:
          'A young person whose record has lapsed counts as not known. Where many fall due next month, checking them now keeps the next report from showing a rise that is none.',
        figures: [
          { is: 'headlines', measures: ['share_lapsed', 'records_falling_due'], view: thisMonth },
          { is: 'groups', measure: 'share_lapsed', by: 'district', view: thisMonth },
        ],
      },
      {
        title: 'The figure that authorities are compared by',
        commentary:
          'The mean of the month ends of December, January and February, published once a year. It does not change with the months of this report.',
        figures: [
          { is: 'headlines', measures: ['neet_or_not_known', 'neet', 'not_known'] },
          { is: 'series', measure: 'neet_or_not_known', over: 'periods' },
        ],
      },
    ],
  },
};
