import { evidenceTemplate } from './evidence_template';

const thisMonth = { months: 'latest' } as const;
const inCare = { groups: { social_care: ['looked_after'] } } as const;

export const childrenInCare = evidenceTemplate({
  id: 'children_in_care',
  label: 'Children in care',
  use: 'For an inspection of children’s services (ILACS) and the Virtual School: education of children in care.',
  title: 'Children in care: education, employment and training',
  subtitle: 'Evidence for inspection',
  purpose: 'several',
  sections: [
    {
      title: 'Who is in care',
      question: 'How many children are in care, and how has that changed?',
      commentary:
        'Unaccompanied children arrive in a few places; the second figure leaves them out so that the rest can be seen. Say what the authority expects of next year.',
      figures: [
        {
          is: 'headlines',
          measures: ['looked_after', 'looked_after_excluding_uasc'],
          view: thisMonth,
        },
        { is: 'series', measure: 'looked_after', over: 'months' },
        { is: 'groups', measure: 'looked_after', by: 'year_group', view: thisMonth },
      ],
      quality:
        'Children whom other authorities placed in the county are counted only where the extract has them; say whether it does.',
    },
    {
      title: 'Being in school',
      question: 'Do children in care attend, and what is done when they do not?',
      commentary:
        'Few children make these figures, so read the intervals. Say what the Virtual School does in the first weeks after a child moves placement.',
      figures: [
        {
          is: 'headlines',
          measures: ['overall_absence', 'persistent_absence', 'severe_absence'],
          view: inCare,
        },
        { is: 'series', measure: 'persistent_absence', over: 'periods', view: inCare },
        { is: 'groups', measure: 'persistent_absence', by: 'social_care' },
      ],
      quality:
        'Registers are of schools in the county. Children placed in schools elsewhere are missing from these figures; say how many they are.',
    },
    {
      title: 'Suspension and exclusion',
      question: 'Are children in care suspended or excluded, and are there alternatives?',
      commentary:
        'Say what is agreed with schools before a child in care is suspended, and what the personal education plan provided for those who were.',
      figures: [
        {
          is: 'headlines',
          measures: ['suspensions', 'pupils_suspended', 'permanent_exclusions'],
          view: inCare,
        },
        { is: 'groups', measure: 'pupils_suspended', by: 'social_care' },
      ],
      quality:
        'Days on which a child was sent home without a record of suspension are in no extract.',
    },
    {
      title: 'After Year 11',
      question: 'Are children in care at 16 and 17 in education, employment or training?',
      commentary:
        'Tell those who are NEET from those who are not known: for a child in care the authority is the parent and should know. Say what stands in the way of those who are NEET.',
      figures: [
        {
          is: 'headlines',
          measures: ['neet', 'not_known', 'participation'],
          view: { ...inCare, ...thisMonth },
        },
        { is: 'groups', measure: 'neet_or_not_known', by: 'social_care', view: thisMonth },
      ],
      quality:
        'The status of a young person rests on the last contact with them; records that lapsed count as not known.',
    },
  ],
});
