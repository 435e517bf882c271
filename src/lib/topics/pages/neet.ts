import {
  districtMap,
  funnel,
  intentionFlow,
  joinersLeavers,
  multiples,
  neetBand,
} from '../drawn/pictures';
import type { Topic } from '../topic';

export const neetTopic: Topic = {
  id: 'neet',
  title: 'NEET and destinations',
  purpose: 'tracking',
  headlines: ['neet_or_not_known', 'neet', 'not_known', 'participation'],
  sections: [
    {
      title: 'Over the months',
      intro:
        'Hold a month against the same month of last year, not against the one before: every September the not known rise until new places are confirmed.',
      panels: [
        { is: 'picture', picture: neetBand, wide: true },
        { is: 'picture', picture: joinersLeavers, wide: true },
      ],
    },
    {
      title: 'Where',
      panels: [
        { is: 'picture', picture: districtMap('neet_or_not_known') },
        { is: 'groups', measure: 'neet_or_not_known', by: 'district' },
        { is: 'picture', picture: funnel('neet_or_not_known', 'district') },
        { is: 'groups', measure: 'participation', by: 'district' },
        { is: 'groups', measure: 'neet', by: 'district' },
        { is: 'groups', measure: 'not_known', by: 'district' },
      ],
    },
    {
      title: 'Who',
      intro: 'Choose a group to filter the whole page by it; hold Shift to add another.',
      panels: [
        {
          is: 'picture',
          wide: true,
          picture: multiples('neet_or_not_known', [
            'year_group',
            'sex',
            'sen',
            'free_school_meals',
            'social_care',
            'deprivation',
            'ethnic_group',
            'vulnerable_group',
          ]),
        },
        { is: 'groups', measure: 'neet_or_not_known', by: 'sen' },
        { is: 'groups', measure: 'neet_or_not_known', by: 'level_of_need' },
      ],
    },
    {
      title: 'From offer to destination',
      intro: 'The September Guarantee, what was intended, and where young people were in December.',
      panels: [
        { is: 'picture', picture: intentionFlow, wide: true },
        { is: 'groups', measure: 'guarantee_offers', by: 'offer' },
        { is: 'groups', measure: 'september_guarantee', by: 'district' },
        { is: 'groups', measure: 'intended_destination_kept', by: 'intended_destination' },
        { is: 'groups', measure: 'destinations', by: 'activity_group' },
        { is: 'groups', measure: 'activity_survey_destinations', by: 'activity_group' },
        { is: 'groups', measure: 'leaver_destinations', by: 'destination' },
      ],
    },
    {
      title: 'How long',
      panels: [
        { is: 'groups', measure: 'neet_over_3_months', by: 'district' },
        { is: 'groups', measure: 'time_neet_median', by: 'sen' },
        { is: 'model', model: 'time_to_event' },
      ],
    },
    {
      title: 'How current the records are',
      panels: [
        { is: 'groups', measure: 'share_lapsed', by: 'district' },
        { is: 'groups', measure: 'verified', by: 'time_since_verified' },
        { is: 'groups', measure: 'verified', by: 'confirmed_by' },
        { is: 'series', measure: 'records_falling_due', over: 'months' },
      ],
    },
    { title: 'What may come', panels: [{ is: 'model', model: 'forecast' }] },
  ],
};
