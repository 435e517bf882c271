import { servicesTogether } from '../drawn/pictures';
import type { Topic } from '../topic';

export const servicesTopic: Topic = {
  id: 'services',
  title: 'Services',
  purpose: 'tracking',
  headlines: [
    'service_involvement',
    'services_started',
    're_referrals',
    'unmet_need_persistent_absence',
  ],
  sections: [
    {
      title: 'Caseload',
      panels: [
        { is: 'groups', measure: 'open_caseload', by: 'service' },
        { is: 'groups', measure: 'demand_per_10000', by: 'district' },
        { is: 'series', measure: 'open_caseload', over: 'months' },
        { is: 'series', measure: 'services_started', over: 'months' },
        { is: 'groups', measure: 'services_started', by: 'service' },
        { is: 'groups', measure: 'services_ended', by: 'service' },
      ],
    },
    {
      title: 'Services together',
      panels: [
        { is: 'groups', measure: 'highest_involvement', by: 'highest_involvement' },
        { is: 'groups', measure: 'services_at_once', by: 'services_at_once' },
        { is: 'picture', picture: servicesTogether, wide: true },
        { is: 'model', model: 'co_involvement' },
      ],
    },
    {
      title: 'From one service to the next',
      panels: [
        { is: 'groups', measure: 'followed_by_none', by: 'service_before' },
        { is: 'groups', measure: 're_referrals', by: 'district' },
        { is: 'groups', measure: 'step_up', by: 'district' },
        { is: 'groups', measure: 'step_down', by: 'district' },
        { is: 'model', model: 'pathways' },
      ],
    },
    {
      title: 'How long',
      panels: [
        { is: 'groups', measure: 'service_length', by: 'service' },
        { is: 'groups', measure: 'service_length', by: 'district' },
      ],
    },
    {
      title: 'Need without a service',
      intro: 'People with a need that shows in the extracts and no open spell of any service.',
      panels: [
        { is: 'groups', measure: 'unmet_need_persistent_absence', by: 'district' },
        { is: 'groups', measure: 'unmet_need_neet', by: 'district' },
        { is: 'groups', measure: 'unmet_need_suspended', by: 'district' },
        { is: 'groups', measure: 'unmet_need_persistent_absence', by: 'year_group' },
      ],
    },
    {
      title: 'Services and absence, suspension and NEET',
      panels: [
        { is: 'groups', measure: 'persistent_absence_with_service', by: 'service' },
        { is: 'groups', measure: 'suspended_with_service', by: 'service' },
        { is: 'groups', measure: 'neet_with_service', by: 'service' },
        { is: 'groups', measure: 'care_leavers_neet', by: 'district' },
      ],
    },
  ],
};
