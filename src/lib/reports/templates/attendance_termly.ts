import type { ReportTemplate } from './template';

export const attendanceTermly: ReportTemplate = {
  id: 'attendance_termly',
  label: 'Attendance: termly report',
  use: 'For the attendance service and its meetings with schools, after each term.',
  takesDistrict: false,
  definition: {
    format: 'waymark-report',
    version: 1,
    title: 'School attendance: termly report',
    subtitle: 'The last whole term',
    purpose: 'attendance',
    profile: 'partners',
    view: { year: 'latest', part: 'latest_term', districts: [], groups: {} },
    comparator: 'last_year',
    sections: [
      {
        title: 'How much was missed',
        commentary:
          'A term is held against the same term of last year. It must not be held against a whole year: over a short term and over a year the same pupils come to different figures.',
        figures: [
          {
            is: 'headlines',
            measures: [
              'overall_absence',
              'authorised_absence',
              'unauthorised_absence',
              'persistent_absence',
              'severe_absence',
            ],
          },
          { is: 'series', measure: 'persistent_absence', over: 'periods' },
          { is: 'series', measure: 'severe_absence', over: 'periods' },
        ],
      },
      {
        title: 'Why',
        commentary:
          'Look for reasons that school and service can do something about: unauthorised holidays, lateness after the register closed, sessions for which nobody has given a reason yet.',
        figures: [
          { is: 'groups', measure: 'absence_by_reason', by: 'reason_group' },
          {
            is: 'headlines',
            measures: ['unauthorised_holiday', 'late_after_close', 'no_reason_yet'],
          },
        ],
      },
      {
        title: 'Where',
        commentary:
          'Pupils are counted where their school is. Year 11 is counted without the second half of the summer term, when its pupils have left.',
        figures: [
          { is: 'groups', measure: 'persistent_absence', by: 'district' },
          { is: 'groups', measure: 'persistent_absence', by: 'phase' },
          { is: 'groups', measure: 'persistent_absence', by: 'year_group' },
          { is: 'groups', measure: 'severe_absence', by: 'district' },
        ],
      },
      {
        title: 'Who',
        commentary:
          'Groups overlap: a pupil can be in several of these figures. The gap between groups says where to look, not why it is there.',
        figures: [
          { is: 'groups', measure: 'persistent_absence', by: 'free_school_meals' },
          { is: 'groups', measure: 'persistent_absence', by: 'sen' },
          { is: 'groups', measure: 'persistent_absence', by: 'social_care' },
          { is: 'groups', measure: 'persistent_absence', by: 'deprivation' },
        ],
      },
      {
        title: 'Coming and going',
        commentary:
          'Pupils who became persistently absent, and those who recovered. Where more recover than become, help is reaching them, or the first term was an unusual one.',
        figures: [
          { is: 'headlines', measures: ['became_persistent', 'recovered_persistent'] },
          { is: 'groups', measure: 'became_persistent', by: 'year_group' },
          { is: 'groups', measure: 'recovered_persistent', by: 'year_group' },
        ],
      },
      {
        title: 'Suspension and exclusion',
        commentary:
          'These are counted by the school year. A suspended pupil is absent from the sessions of the suspension, and often from more.',
        figures: [
          { is: 'headlines', measures: ['suspensions', 'permanent_exclusions'] },
          { is: 'groups', measure: 'suspension_reasons', by: 'exclusion_reason' },
        ],
      },
    ],
  },
};
