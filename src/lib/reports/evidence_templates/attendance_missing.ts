import { evidenceTemplate } from './evidence_template';

const lastTerm = { part: 'latest_term' } as const;

export const attendanceMissing = evidenceTemplate({
  id: 'attendance_missing',
  label: 'Attendance and children missing education',
  use: 'For inspections of children’s services and of SEND: who is out of sight of school, and what is done about it.',
  title: 'Attendance and children missing education',
  subtitle: 'Evidence for inspection',
  purpose: 'attendance',
  sections: [
    {
      title: 'How much education is missed',
      question: 'How many children miss so much school that it harms them?',
      commentary:
        'Hold a term against the same term of last year. Say what the authority agreed with schools in its termly meetings, and with which of them it works most.',
      figures: [
        {
          is: 'headlines',
          measures: ['overall_absence', 'persistent_absence', 'severe_absence'],
          view: lastTerm,
        },
        { is: 'series', measure: 'severe_absence', over: 'periods' },
        { is: 'groups', measure: 'severe_absence', by: 'district', view: lastTerm },
      ],
      quality:
        'Say which schools sent no registers. A school that is absent from the extract has no absence in these figures.',
    },
    {
      title: 'Children on the way out of sight',
      question: 'Does the authority see early which children are at risk of missing education?',
      commentary:
        'Children who are close to the threshold are those for whom help comes in time. Say how schools are told of them and what they are offered.',
      figures: [
        {
          is: 'headlines',
          measures: ['near_persistent_absence', 'became_persistent', 'recovered_persistent'],
          view: lastTerm,
        },
        { is: 'groups', measure: 'became_persistent', by: 'year_group', view: lastTerm },
        { is: 'headlines', measures: ['persistent_two_years'] },
      ],
      quality:
        'Who became or recovered is seen only for pupils who stand in the registers of both periods; those who moved are not.',
    },
    {
      title: 'Timetables and reasons',
      question: 'Are children kept on part-time timetables, and is every absence explained?',
      commentary:
        'A part-time timetable should be short and have an end. Say how many the authority has reviewed, and how long the longest has lasted.',
      figures: [
        {
          is: 'headlines',
          measures: ['enrolments_on_part_time_timetable', 'no_reason_yet'],
          view: lastTerm,
        },
        { is: 'groups', measure: 'enrolments_on_part_time_timetable', by: 'sen', view: lastTerm },
        { is: 'groups', measure: 'absence_by_reason', by: 'reason_group', view: lastTerm },
      ],
      quality:
        'Codes changed in August 2024, so reasons before and after do not compare. A part-time timetable under another code is not seen.',
    },
    {
      title: 'Who misses most',
      question: 'Which groups of children miss most education?',
      commentary:
        'Groups overlap. Say for the group with the widest gap what was tried, what came of it and what is planned.',
      figures: [
        { is: 'groups', measure: 'severe_absence', by: 'sen', view: lastTerm },
        { is: 'groups', measure: 'severe_absence', by: 'social_care', view: lastTerm },
        { is: 'groups', measure: 'severe_absence', by: 'free_school_meals', view: lastTerm },
      ],
      quality:
        'Children who are on no school’s roll, among them those educated at home, are in no register. Add what the authority’s own lists say of them.',
    },
  ],
});
