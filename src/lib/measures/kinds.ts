import { activityCodes } from '../contract/activity_codes';
import { registerCodes } from '../contract/register_codes';
import type { Described } from './dimension';
import type { KindId } from './dimension_ids';

const serviceNames: Readonly<Record<string, string>> = {
  contact: 'Contact',
  referral: 'Referral',
  assessment: 'Assessment',
  section_47: 'Section 47 enquiry',
  early_help: 'Early Help',
  child_in_need: 'Child in need',
  child_protection: 'Protection plan',
  looked_after: 'Looked after',
  care_leaver: 'Care leaver',
  youth_justice: 'Youth justice',
  send_plan: 'EHC plan',
  attendance_casework: 'Attendance casework',
  neet_support: 'NEET support',
  virtual_school: 'Virtual School',
  specialist_teaching: 'Specialist teaching',
  education_safeguarding: 'Education safeguarding',
  mental_health: 'Mental health',
  youth_service: 'Youth service',
  health: 'Health',
  housing: 'Housing',
  police: 'Police',
  other: 'Other service',
};

const activityGroups = {
  education_ft: 'Full-time education',
  education_pt: 'Part-time education',
  apprenticeship: 'Apprenticeship',
  employment_with_study: 'Job with study',
  employment: 'Job without study',
  training: 'Training',
  re_engagement: 'Re-engagement provision',
  gap_year: 'Gap year',
  neet_available: 'NEET, available',
  neet_unavailable: 'NEET, not available',
  not_known: 'Not known',
};

/** What is intended and what comes of it, in the same few kinds, so that the two can be held against each other. */
const mainKinds = {
  education: 'Education',
  work: 'Apprenticeship or job',
  training: 'Training',
  re_engagement: 'Re-engagement or unpaid work',
  gap_year: 'Gap year',
  neet: 'NEET',
} as const;

const bands: Readonly<Record<string, string>> = {
  '0-4.99': 'Under 5 %',
  ...Object.fromEntries(
    [5, 10, 15, 20, 25, 30, 35, 40, 45].map((from) => [
      `${from}-${from + 4}.99`,
      `${from} to under ${from + 5} %`,
    ]),
  ),
  '50-100': '50 % or more',
};

export const kinds: Readonly<Record<KindId, Described>> = {
  service: { label: 'Service', values: serviceNames },
  service_before: { label: 'Service before', values: serviceNames },
  service_after: { label: 'Service after', values: serviceNames },
  highest_involvement: {
    label: 'Highest involvement',
    values: {
      looked_after: 'Looked after',
      child_protection: 'Protection plan',
      child_in_need: 'Child in need',
      assessment: 'Assessment',
      early_help: 'Early Help',
    },
  },
  service_combination: { label: 'Services together', values: {} },
  services_at_once: {
    label: 'Services at once',
    values: { 1: 'One', 2: 'Two', 3: 'Three', 4: 'Four', '5+': 'Five or more' },
  },
  activity: {
    label: 'Activity',
    values: {
      ...Object.fromEntries(activityCodes.map(({ code, label }) => [String(code), label])),
      lapsed: 'Record lapsed',
    },
  },
  activity_group: {
    label: 'Kind of activity',
    values: activityGroups,
  },
  duty: {
    label: 'Duty to participate',
    values: {
      meeting: 'Meeting the duty',
      working_towards: 'Working towards it',
      temporary_break: 'Temporary break',
      not_meeting: 'Not meeting it',
      not_known: 'Not known',
    },
  },
  offer: {
    label: 'Offer',
    values: {
      made: 'Suitable offer made',
      unsuitable: 'Offer not suitable',
      none: 'No offer',
      not_recorded: 'Not recorded',
    },
  },
  intended_destination: { label: 'Intended destination', values: { unknown: 'Not recorded' } },
  intended_kind: {
    label: 'Kind of destination intended',
    values: { ...mainKinds, unknown: 'Not recorded' },
  },
  december_kind: {
    label: 'Kind of destination in December',
    values: { ...mainKinds, not_known: 'Not known', not_tracked: 'No record in December' },
  },
  destination: {
    label: 'Destination',
    values: {
      ...activityGroups,
      not_tracked: 'No longer tracked',
    },
  },
  years_after: {
    label: 'Years after leaving',
    values: { 1: 'First year', 2: 'Second year', 3: 'Third year' },
  },
  confirmed_by: {
    label: 'Confirmed by',
    values: {
      school: 'School',
      college: 'College',
      provider: 'Training provider',
      young_person: 'The young person',
      parent: 'A parent',
      apprenticeship_service: 'Apprenticeship service',
      dwp: 'Department for Work and Pensions',
      other_authority: 'Another authority',
      other_team: 'Another team',
      unknown: 'Not recorded',
    },
  },
  time_since_verified: {
    label: 'Time since last verified',
    values: {
      under_1_month: 'Under 1 month',
      '1_to_3_months': '1 to 3 months',
      '3_to_6_months': '3 to 6 months',
      '6_to_12_months': '6 to 12 months',
      over_12_months: 'Over 12 months',
      unknown: 'Not recorded',
    },
  },
  register_code: {
    label: 'Register code',
    values: Object.fromEntries(registerCodes.map(({ code, label }) => [code, `${code} ${label}`])),
  },
  reason_group: {
    label: 'Reason',
    values: {
      illness: 'Illness',
      medical_appointment: 'Medical appointment',
      exclusion: 'Suspended or excluded',
      granted_leave: 'Granted leave',
      part_time_timetable: 'Part-time timetable',
      other_authorised: 'Other authorised',
      unauthorised_holiday: 'Unauthorised holiday',
      late_after_close: 'Late after the register closed',
      no_reason_yet: 'No reason yet',
      other_unauthorised: 'Other unauthorised',
    },
  },
  absence_band: { label: 'Absence band', values: bands },
  absence_tenth: {
    label: 'Tenth by sessions missed',
    values: {
      1: 'Most absent tenth',
      2: 'Second tenth',
      3: 'Third tenth',
      4: 'Fourth tenth',
      5: 'Fifth tenth',
      6: 'Sixth tenth',
      7: 'Seventh tenth',
      8: 'Eighth tenth',
      9: 'Ninth tenth',
      10: 'Least absent tenth',
    },
  },
  band_before: { label: 'Absence band before', values: bands },
  week: { label: 'Week', values: {} },
  weekday: {
    label: 'Weekday',
    values: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
  },
  am_pm: { label: 'Session', values: { AM: 'Morning', PM: 'Afternoon' } },
  day: { label: 'Day', values: {} },
  term: {
    label: 'Term',
    values: {
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((term) => [term, `Term ${term}`])),
      unknown: 'Outside every term',
    },
  },
  exclusion_kind: {
    label: 'Kind of exclusion',
    values: { suspension: 'Suspension', permanent: 'Permanent exclusion' },
  },
  exclusion_reason: {
    label: 'Reason',
    values: {
      PP: 'Physical assault against a pupil',
      PA: 'Physical assault against an adult',
      VP: 'Verbal abuse or threats against a pupil',
      VA: 'Verbal abuse or threats against an adult',
      OW: 'Weapon or prohibited item',
      BU: 'Bullying',
      RA: 'Racist abuse',
      LG: 'Abuse about sexual orientation or gender identity',
      DS: 'Abuse about disability',
      SM: 'Sexual misconduct',
      DA: 'Drugs and alcohol',
      DM: 'Damage',
      TH: 'Theft',
      MT: 'Inappropriate use of social media or technology',
      PH: 'Wilful breach of public health measures',
      DB: 'Persistent disruptive behaviour',
      unknown: 'Not recorded',
    },
  },
  enforcement_action: {
    label: 'Action',
    values: {
      warning: 'Warning',
      notice_to_improve: 'Notice to improve',
      attendance_contract: 'Attendance contract',
      penalty_notice: 'Penalty notice',
      education_supervision_order: 'Education supervision order',
      school_attendance_order: 'School attendance order',
      parenting_order: 'Parenting order',
      prosecution_444_1: 'Prosecution under section 444(1)',
      prosecution_444_1A: 'Prosecution under section 444(1A)',
    },
  },
  enforcement_reason: {
    label: 'Reason',
    values: {
      holiday: 'Holiday in term time',
      absence: 'Other absence',
      late: 'Late arrival',
      excluded_in_public: 'Excluded and in a public place',
      unknown: 'Not recorded',
    },
  },
  enforcement_outcome: {
    label: 'Outcome',
    values: {
      paid_21: 'Paid within 21 days',
      paid_28: 'Paid within 22 to 28 days',
      withdrawn: 'Withdrawn',
      unpaid: 'Unpaid',
      prosecuted: 'Prosecuted',
      complied: 'Complied',
      revoked: 'Revoked',
      guilty: 'Guilty',
      not_guilty: 'Not guilty',
      pending: 'Pending',
      unknown: 'Not recorded',
    },
  },
  offence_number: {
    label: 'Offence within three years',
    values: { 1: 'First', 2: 'Second', unknown: 'Not recorded' },
  },
  threshold_step: {
    label: 'Step from threshold to court',
    values: {
      met: 'Met the threshold',
      notice: 'Had a penalty notice that stands',
      paid: 'Every notice paid',
      not_paid: 'A notice not paid',
      prosecuted: 'Prosecuted',
      guilty: 'Found guilty',
    },
  },
  licence_kind: {
    label: 'Kind of licence',
    values: {
      work_permit: 'Work permit',
      performance_licence: 'Performance licence',
      chaperone: 'Chaperone licence',
      body_of_persons: 'Body of persons approval',
    },
  },
  licence_decision: {
    label: 'Decision',
    values: { issued: 'Issued', renewed: 'Renewed', refused: 'Refused', revoked: 'Revoked' },
  },
  primary_need: {
    label: 'Primary need',
    values: {
      N1: 'Abuse or neglect',
      N2: 'Disability',
      N3: 'Parental illness',
      N4: 'Acute stress in the family',
      N5: 'Family dysfunction',
      N6: 'Socially unacceptable behaviour',
      N7: 'Low income',
      N8: 'Absent parenting',
      N9: 'Not a child in need',
      N0: 'Not stated',
      unknown: 'Not recorded',
    },
  },
  referral_source: { label: 'Source of the referral', values: { unknown: 'Not recorded' } },
};
