import type { Measure } from '../measure';
import { enrolmentsWithCode, sessionsWithReason } from './reasons';
import { interviewBreak } from './scope';

const partTime = { condition: "register_code = 'C2'", since: 2024 };
const partTimeBreak = {
  from: '2024-08-19',
  what: 'Part-time timetables have a code of their own, C2; before, they were within C.',
};

/** The reasons a school has accepted. Those the codes list apart are named here; the rest are together. */
export const authorisedReasons: readonly Measure[] = [
  sessionsWithReason(
    { condition: "register_code = 'I'" },
    {
      id: 'illness',
      label: 'Absence for illness',
      definition: 'Sessions missed for illness (I), as a share of all possible sessions.',
      numerator: 'sessions missed for illness',
      caveats: ['Appointments are not in it: they have a code of their own, M.'],
    },
  ),
  sessionsWithReason(
    { condition: "register_code = 'M'" },
    {
      id: 'medical_appointment',
      label: 'Absence for medical appointments',
      definition:
        'Sessions missed for a medical or dental appointment (M), as a share of all possible sessions.',
      numerator: 'sessions missed for an appointment',
      polarity: 'neutral',
    },
  ),
  sessionsWithReason(
    { condition: "reason_group = 'granted_leave'", severalCodes: true },
    {
      id: 'granted_leave',
      label: 'Granted leave',
      definition:
        'Sessions missed with leave the school granted in exceptional circumstances (C) or for a regulated performance (C1), as a share of all possible sessions.',
      numerator: 'sessions missed with leave',
      polarity: 'neutral',
      breaks: [
        {
          from: '2024-08-19',
          what: 'Part-time timetables left C for C2, and holidays a school agreed to (H) ended. Before, C held part-time timetables, and H is counted here.',
        },
      ],
    },
  ),
  sessionsWithReason(partTime, {
    id: 'part_time_timetable',
    label: 'Part-time timetables',
    definition:
      'Sessions missed under a temporary part-time timetable (C2), as a share of all possible sessions.',
    numerator: 'sessions missed under a part-time timetable',
    caveats: ['The code exists since 19 August 2024, so there is no figure for earlier years.'],
    breaks: [partTimeBreak],
  }),
  enrolmentsWithCode(partTime, {
    id: 'enrolments_on_part_time_timetable',
    label: 'Pupils on part-time timetables',
    definition:
      'Enrolments with at least one session under a temporary part-time timetable (C2), as a share of all enrolments.',
    numerator: 'enrolments with a session under a part-time timetable',
    caveats: [
      'The code exists since 19 August 2024, so there is no figure for earlier years.',
      'Registers say neither how many hours a timetable has nor when it is to end.',
    ],
    breaks: [partTimeBreak],
  }),
  sessionsWithReason(
    { condition: "register_code = 'E'" },
    {
      id: 'absence_while_excluded',
      label: 'Absence while suspended or excluded',
      definition:
        'Sessions missed while suspended or permanently excluded with no alternative provision made (E), as a share of all possible sessions.',
      numerator: 'sessions missed while suspended or excluded',
      caveats: [
        'From the sixth day on another place must be provided, and sessions there are not in it: suspensions are counted in their own chapter.',
      ],
    },
  ),
  sessionsWithReason(
    { condition: "reason_group = 'other_authorised'", severalCodes: true },
    {
      id: 'other_authorised',
      label: 'Other authorised absence',
      definition:
        'Sessions missed for religious observance (R), study leave (S), because a parent travels for work (T) or for an interview (J1), as a share of all possible sessions.',
      numerator: 'sessions missed for another accepted reason',
      polarity: 'neutral',
      breaks: [interviewBreak],
    },
  ),
];
