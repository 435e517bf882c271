import { evidenceTemplate } from './evidence_template';

const thisMonth = { months: 'latest' } as const;

export const sendAndNeet = evidenceTemplate({
  id: 'send_and_neet',
  label: 'SEND and NEET',
  use: 'For an inspection of the local area’s arrangements for SEND: whether young people are prepared for adulthood.',
  title: 'Young people with special educational needs or disabilities: after Year 11',
  subtitle: 'Evidence for inspection',
  purpose: 'tracking',
  sections: [
    {
      title: 'At 16 and 17',
      question: 'Are young people with SEND in education, employment or training at 16 and 17?',
      commentary:
        'Hold those with a plan, those with SEN support and the others beside each other, and the gap beside the one of last year. Say which places are missing, and where.',
      figures: [
        { is: 'groups', measure: 'neet', by: 'sen', view: thisMonth },
        { is: 'groups', measure: 'not_known', by: 'sen', view: thisMonth },
        { is: 'groups', measure: 'participation', by: 'sen', view: thisMonth },
        {
          is: 'groups',
          measure: 'destinations',
          by: 'activity_group',
          view: { ...thisMonth, groups: { sen: ['E'] } },
        },
      ],
      quality:
        'SEN support is recorded by schools; for those who left school it is the last that was recorded.',
    },
    {
      title: 'With a plan, from 18 to 24',
      question: 'What becomes of young people with an education, health and care plan after 18?',
      commentary:
        'Say how many plans ended last year and why, and what adult services offered to those who are NEET.',
      figures: [
        {
          is: 'headlines',
          measures: ['neet_with_plan', 'not_known_with_plan'],
          view: thisMonth,
        },
        { is: 'series', measure: 'neet_with_plan', over: 'months' },
        { is: 'groups', measure: 'neet_with_plan', by: 'district', view: thisMonth },
      ],
      quality:
        'Those whose plan was ended are not in these figures any more, though they may still need help.',
    },
    {
      title: 'The way out of school',
      question: 'Are next steps agreed in time, and do they hold?',
      commentary:
        'An offer in September that is gone by December was perhaps no fitting one. Say how reviews from Year 9 on prepare the move, and who goes with the young person.',
      figures: [
        { is: 'groups', measure: 'september_guarantee', by: 'sen' },
        { is: 'groups', measure: 'intended_destination_kept', by: 'sen' },
        { is: 'groups', measure: 'leavers_in_learning', by: 'sen' },
      ],
      quality:
        'An offer counts when it was recorded; colleges that report late make the figure lower in autumn.',
    },
    {
      title: 'How long, and who is in touch',
      question: 'How long are young people with SEND without a place, and does anybody know them?',
      commentary:
        'Say who is responsible for a young person with a plan who has been NEET for more than six months.',
      figures: [
        { is: 'groups', measure: 'neet_over_6_months', by: 'sen', view: thisMonth },
        { is: 'groups', measure: 'share_lapsed', by: 'sen', view: thisMonth },
      ],
      quality:
        'A spell begins with the first month end at which a person is recorded as NEET, which can be later than the day.',
    },
  ],
});
