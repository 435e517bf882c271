import { evidenceTemplate } from './evidence_template';

const thisMonth = { months: 'latest' } as const;

export const helpAndProtection = evidenceTemplate({
  id: 'help_and_protection',
  label: 'Children who need help and protection',
  use: 'For an inspection of children’s services (ILACS): whether children are helped in time, and how they fare in education.',
  title: 'Children who need help and protection: education, employment and training',
  subtitle: 'Evidence for inspection',
  purpose: 'several',
  sections: [
    {
      title: 'How many children are helped, and at which level',
      question: 'Do children get help at the level that they need, and how many get it?',
      commentary:
        'Say what lies behind a rise or fall: more need, other thresholds, or records that were put right. Rates of districts differ with deprivation, so hold like against like.',
      figures: [
        { is: 'headlines', measures: ['children_in_need', 'protection_plans'], view: thisMonth },
        { is: 'groups', measure: 'children_in_need', by: 'district', view: thisMonth },
        { is: 'series', measure: 'protection_plans', over: 'months' },
        { is: 'groups', measure: 'service_involvement', by: 'service', view: thisMonth },
      ],
      quality:
        'Counted are involvements that are open at the month end. One that was never closed in the case system counts as open: say when old cases were last checked.',
    },
    {
      title: 'Referrals and what follows them',
      question: 'Are referrals answered, and do children have to be referred again?',
      commentary:
        'A child who is referred again within twelve months was perhaps not helped the first time. Say what the audit of such cases found, and by which source they come.',
      figures: [
        { is: 'headlines', measures: ['referrals_per_10000', 're_referrals'] },
        { is: 'groups', measure: 're_referrals', by: 'district' },
        { is: 'headlines', measures: ['section_47_enquiries', 'repeat_protection_plans'] },
      ],
      quality:
        'A re-referral is seen only if the first referral is in the extract: before its first year they are too few.',
    },
    {
      title: 'Moving between Early Help and social work',
      question: 'Do children step up and down between services when their needs change?',
      commentary:
        'Neither a high nor a low figure is good by itself. Say how many who stepped down came back, and what the reviews of those cases say.',
      figures: [
        { is: 'headlines', measures: ['step_up', 'step_down'] },
        { is: 'groups', measure: 'step_down', by: 'district' },
      ],
      quality:
        'A step is counted where one involvement ends and another begins within the time that the definition says; late recording looks like a gap.',
    },
    {
      title: 'Attendance and exclusion of children who are helped',
      question: 'Are children with a social worker in school, and are they sent home more often?',
      commentary:
        'Set the gap to other children beside the one of last year. Say what schools and social workers do together when a child with a plan stops attending.',
      figures: [
        { is: 'groups', measure: 'persistent_absence', by: 'social_care' },
        { is: 'groups', measure: 'severe_absence', by: 'social_care' },
        { is: 'groups', measure: 'pupils_suspended', by: 'social_care' },
      ],
      quality:
        'Social care status is the one of the person in that year. Pupils of schools that send no registers are not in it.',
    },
    {
      title: 'Need without a service',
      question: 'Does the authority know which children show a need and have no service?',
      commentary:
        'These are the children whom a record shows in difficulty and no service has open. Say how the list behind this figure is worked through, and by whom.',
      figures: [
        {
          is: 'headlines',
          measures: ['unmet_need_persistent_absence', 'unmet_need_suspended', 'unmet_need_neet'],
        },
        { is: 'groups', measure: 'unmet_need_persistent_absence', by: 'district' },
      ],
      quality:
        'Help that a school or a charity gives is in no extract, so some of these children are helped by others.',
    },
  ],
});
