import { evidenceTemplate } from './evidence_template';

const thisMonth = { months: 'latest' } as const;
const youthJusticeOnly = { groups: { service: ['youth_justice'] } } as const;

export const youthJustice = evidenceTemplate({
  id: 'youth_justice',
  label: 'Youth justice and education',
  use: 'For an inspection of youth justice services by HM Inspectorate of Probation: education of the children they work with.',
  title: 'Children known to youth justice: education, employment and training',
  subtitle: 'Evidence for inspection',
  purpose: 'several',
  sections: [
    {
      title: 'Who is known to the service',
      question: 'How many children does the service work with, and for how long?',
      commentary:
        'Say how many come by court and how many by diversion, and what changed in the agreement with the police.',
      figures: [
        { is: 'groups', measure: 'service_involvement', by: 'service', view: thisMonth },
        {
          is: 'headlines',
          measures: ['open_caseload', 'services_started'],
          view: youthJusticeOnly,
        },
      ],
      quality:
        'The extract holds involvements of the service. It does not tell an order of a court from a diversion.',
    },
    {
      title: 'In education, employment or training',
      question: 'Do the children whom the service works with have a place that fits them?',
      commentary:
        'Hold the figure beside those of other services rather than of everybody. Say how many have a place on paper and do not go.',
      figures: [
        { is: 'groups', measure: 'neet_with_service', by: 'service', view: thisMonth },
        {
          is: 'headlines',
          measures: ['neet_with_service'],
          view: { ...thisMonth, ...youthJusticeOnly },
        },
      ],
      quality:
        'Only young people of 16 and 17 can be NEET by this definition; for the younger ones see attendance.',
    },
    {
      title: 'Attendance and exclusion',
      question: 'Are children known to the service in school, and are they sent away from it?',
      commentary:
        'Say who of the service speaks with schools, and what was agreed before a child was suspended or put on a shorter day.',
      figures: [
        { is: 'groups', measure: 'persistent_absence_with_service', by: 'service' },
        { is: 'groups', measure: 'suspended_with_service', by: 'service' },
        {
          is: 'headlines',
          measures: ['persistent_absence_without_service', 'suspended_without_service'],
        },
      ],
      quality:
        'A service that was open at any time of the school year counts, also when the absence came first.',
    },
    {
      title: 'What came before and after',
      question: 'Were other services there before, and who stays when the service ends?',
      commentary:
        'A child whom nobody accompanies after the last day of an order is likely to be lost from education too. Say who plans that day.',
      figures: [
        { is: 'headlines', measures: ['services_ended'], view: youthJusticeOnly },
        { is: 'groups', measure: 'followed_by_none', by: 'service_before' },
      ],
      quality:
        'Few end in a year, so many rows are hidden or unreliable; look at more than one year.',
    },
  ],
});
