import type { ReportTemplate } from './template';

export const commissioningNeeds: ReportTemplate = {
  id: 'commissioning_needs',
  label: 'Service commissioning: needs',
  use: 'For commissioners, before a service is bought, changed or ended.',
  takesDistrict: false,
  definition: {
    format: 'waymark-report',
    version: 1,
    title: 'Services for young people: need, demand and what follows',
    subtitle: 'To inform commissioning',
    purpose: 'several',
    profile: 'partners',
    view: { year: 'latest', districts: [], groups: {} },
    comparator: 'last_year',
    sections: [
      {
        title: 'Demand now',
        commentary:
          'Demand is what reaches a service, which is not all the need there is. Look for services whose open cases rise while no more are started: they are ending fewer.',
        figures: [
          { is: 'groups', measure: 'open_caseload', by: 'service' },
          { is: 'groups', measure: 'demand_per_10000', by: 'district' },
          { is: 'series', measure: 'open_caseload', over: 'months' },
          { is: 'groups', measure: 'services_started', by: 'service' },
          { is: 'groups', measure: 'services_ended', by: 'service' },
        ],
      },
      {
        title: 'Need without a service',
        commentary:
          'People with a need that shows in the records and no open spell of any service. Some are helped by others who keep no record here, so this is where to ask, not a waiting list.',
        figures: [
          {
            is: 'headlines',
            measures: ['unmet_need_neet', 'unmet_need_persistent_absence', 'unmet_need_suspended'],
          },
          { is: 'groups', measure: 'unmet_need_neet', by: 'district' },
          { is: 'groups', measure: 'unmet_need_persistent_absence', by: 'district' },
          { is: 'groups', measure: 'unmet_need_persistent_absence', by: 'year_group' },
        ],
      },
      {
        title: 'Services together',
        commentary:
          'Look for how many people several services work with at once: each of them is a visit more for a family, and a meeting more for the services.',
        figures: [
          { is: 'groups', measure: 'services_at_once', by: 'services_at_once' },
          { is: 'groups', measure: 'highest_involvement', by: 'highest_involvement' },
        ],
      },
      {
        title: 'How long, and what follows',
        commentary:
          'A short involvement that is followed by the same referral again was not short. Spells that still go on count for as long as they have lasted.',
        figures: [
          { is: 'groups', measure: 'service_length', by: 'service' },
          { is: 'groups', measure: 're_referrals', by: 'district' },
          { is: 'groups', measure: 'step_up', by: 'district' },
          { is: 'groups', measure: 'followed_by_none', by: 'service_before' },
        ],
      },
      {
        title: 'Those a service works with, and school and work',
        commentary:
          'Services work with those who have most against them, so a high rate among them says who they reach. It does not say that the service helped or harmed.',
        figures: [
          { is: 'groups', measure: 'neet_with_service', by: 'service' },
          { is: 'groups', measure: 'persistent_absence_with_service', by: 'service' },
          { is: 'groups', measure: 'suspended_with_service', by: 'service' },
          { is: 'groups', measure: 'care_leavers_neet', by: 'district' },
        ],
      },
    ],
  },
};
