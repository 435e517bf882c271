import { evidenceTemplate } from './evidence_template';

export const exclusions = evidenceTemplate({
  id: 'exclusions',
  label: 'Exclusions',
  use: 'For inspections of children’s services and of SEND: who is suspended or excluded, for what, and what is done before.',
  title: 'Suspension and permanent exclusion',
  subtitle: 'Evidence for inspection',
  purpose: 'attendance',
  sections: [
    {
      title: 'How many',
      question: 'How many pupils are suspended or excluded, and is it becoming more?',
      commentary:
        'Read suspensions and pupils together: a few who are suspended again and again make a high rate. Say what changed in schools’ rules or in the places for alternative provision.',
      figures: [
        {
          is: 'headlines',
          measures: ['suspensions', 'pupils_suspended', 'permanent_exclusions'],
        },
        { is: 'series', measure: 'suspensions', over: 'periods' },
        { is: 'groups', measure: 'permanent_exclusions', by: 'phase' },
      ],
      quality:
        'The year is counted whole. Suspensions that a school reported late enter with the next extract.',
    },
    {
      title: 'Who',
      question:
        'Are some groups of children excluded more than others, and does anybody act on it?',
      commentary:
        'Say for the groups that stand out which schools make up most of the gap, and what was agreed with them.',
      figures: [
        { is: 'groups', measure: 'pupils_suspended', by: 'sen' },
        { is: 'groups', measure: 'pupils_suspended', by: 'social_care' },
        { is: 'groups', measure: 'pupils_suspended', by: 'free_school_meals' },
        { is: 'groups', measure: 'pupils_suspended', by: 'ethnic_group' },
      ],
      quality:
        'Characteristics are those of the person in that year. Where many are not recorded, a group can look smaller than it is.',
    },
    {
      title: 'Why, and how often again',
      question: 'What are pupils suspended for, and do suspensions prevent the next one?',
      commentary:
        'A high share of pupils who are suspended again says that the first suspension changed little. Say what schools do at the second one.',
      figures: [
        { is: 'groups', measure: 'suspension_reasons', by: 'exclusion_reason' },
        {
          is: 'headlines',
          measures: ['suspended_again', 'pupils_suspended_repeatedly', 'long_suspensions'],
        },
      ],
      quality:
        'A suspension can have several reasons, so the shares of reasons can add up to more than all suspensions.',
    },
    {
      title: 'What is lost',
      question: 'How much education is lost, and is anybody kept out for too long?',
      commentary:
        'The law sets a limit of 45 days in a school year. Say what was done for each pupil who came near to it, and from which day education was provided.',
      figures: [
        {
          is: 'headlines',
          measures: ['sessions_lost_to_suspension', 'sessions_per_suspension'],
        },
        { is: 'headlines', measures: ['suspended_over_45_days'] },
      ],
      quality: 'Sessions are those that the school recorded with the suspension.',
    },
    {
      title: 'Help around it',
      question: 'Is a child who is suspended again and again known to a service that helps?',
      commentary:
        'Say who sees the list of pupils behind the first figure, how often, and what follows.',
      figures: [
        { is: 'headlines', measures: ['unmet_need_suspended', 'suspended_without_service'] },
        { is: 'groups', measure: 'suspended_with_service', by: 'service' },
      ],
      quality: 'Help that a school or a charity gives is in no extract.',
    },
  ],
});
