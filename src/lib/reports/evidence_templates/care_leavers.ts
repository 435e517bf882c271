import { evidenceTemplate } from './evidence_template';

const thisMonth = { months: 'latest' } as const;
const leavers = { groups: { social_care: ['care_leaver'] } } as const;

export const careLeavers = evidenceTemplate({
  id: 'care_leavers',
  label: 'Care leavers’ destinations',
  use: 'For an inspection of children’s services (ILACS): where care leavers are, and what helps them there.',
  title: 'Care leavers: education, employment and training',
  subtitle: 'Evidence for inspection',
  purpose: 'several',
  sections: [
    {
      title: 'How many are NEET',
      question: 'How many care leavers are not in education, employment or training?',
      commentary:
        'Say for how many of them work or learning is not possible now, through illness, a disability or a child of their own, and what is offered to the others.',
      figures: [
        { is: 'headlines', measures: ['care_leavers_neet'], view: thisMonth },
        { is: 'series', measure: 'care_leavers_neet', over: 'months' },
        { is: 'groups', measure: 'care_leavers_neet', by: 'district', view: thisMonth },
        { is: 'groups', measure: 'care_leavers_neet', by: 'sex', view: thisMonth },
      ],
      quality:
        'Counted are care leavers with an open involvement and a record of what they do. Say with how many the authority is not in touch.',
    },
    {
      title: 'Where they are at 16 and 17',
      question: 'Which destinations do young care leavers reach?',
      commentary:
        'Look at the kind of destination, not at the total alone: an apprenticeship and a short course are both participation. Say what was done to keep places from breaking down.',
      figures: [
        {
          is: 'groups',
          measure: 'destinations',
          by: 'activity_group',
          view: { ...leavers, ...thisMonth },
        },
        {
          is: 'headlines',
          measures: ['participation', 'apprenticeship'],
          view: { ...leavers, ...thisMonth },
        },
      ],
      quality:
        'At these ages care leavers are few, and more of the rows are hidden. A hidden row is not a small problem; it is a small group.',
    },
    {
      title: 'Staying in touch',
      question: 'Does the authority know what its care leavers do, and how current is that?',
      commentary:
        'Say how often personal advisers confirm what a young person does, and what happens once a record has lapsed.',
      figures: [
        {
          is: 'headlines',
          measures: ['not_known', 'share_lapsed', 'days_since_verified'],
          view: { ...leavers, ...thisMonth },
        },
        { is: 'groups', measure: 'not_known', by: 'social_care', view: thisMonth },
      ],
      quality:
        'The day of the last confirmation is what the case system holds; a talk that nobody recorded is not in it.',
    },
  ],
});
