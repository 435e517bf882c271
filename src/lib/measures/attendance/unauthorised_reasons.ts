import type { Measure } from '../measure';
import { enrolmentsWithCode, sessionsWithReason } from './reasons';

/** The four codes of unauthorised absence, and lateness. */
export const unauthorisedReasons: readonly Measure[] = [
  sessionsWithReason(
    { condition: "register_code = 'G'" },
    {
      id: 'unauthorised_holiday',
      label: 'Unauthorised holiday',
      definition:
        'Sessions missed for a holiday the school did not grant (G), as a share of all possible sessions.',
      numerator: 'sessions missed for a holiday not granted',
    },
  ),
  enrolmentsWithCode(
    { condition: "register_code = 'G'" },
    {
      id: 'enrolments_with_unauthorised_holiday',
      label: 'Pupils taken on unauthorised holiday',
      definition:
        'Enrolments with at least one session missed for a holiday the school did not grant (G), as a share of all enrolments.',
      numerator: 'enrolments with a session of holiday not granted',
    },
  ),
  sessionsWithReason(
    { condition: "register_code = 'O'" },
    {
      id: 'other_unauthorised',
      label: 'Other unauthorised absence',
      definition:
        'Sessions missed in other or unknown circumstances (O), as a share of all possible sessions.',
      numerator: 'sessions missed in other or unknown circumstances',
    },
  ),
  sessionsWithReason(
    { condition: "register_code = 'N'" },
    {
      id: 'no_reason_yet',
      label: 'No reason yet',
      definition:
        'Sessions missed whose reason is still not established (N) in the extract, as a share of all possible sessions.',
      numerator: 'sessions missed with no reason yet',
      caveats: [
        'A school must replace N within five school days, with O if no reason is found. What stands from longer ago is unfinished record keeping; what stands from the last days before the extract may yet be replaced.',
      ],
    },
  ),
  sessionsWithReason(
    { condition: "register_code = 'U'" },
    {
      id: 'late_after_close',
      label: 'Late after the register closed',
      definition:
        'Sessions at which a pupil arrived after the register had closed (U), which is unauthorised absence, as a share of all possible sessions.',
      numerator: 'sessions with arrival after the register closed',
      caveats: ['Published counts of late sessions put L and U together.'],
    },
  ),
  sessionsWithReason(
    { condition: "register_code = 'L'" },
    {
      id: 'late_before_close',
      label: 'Late before the register closed',
      definition:
        'Sessions at which a pupil arrived late but before the register closed (L), which counts as present, as a share of all possible sessions.',
      numerator: 'sessions with late arrival while the register was open',
      caveats: [
        'These sessions are attended: they are in no figure of absence.',
        'Schools keep the register open for up to 30 minutes, some for less.',
      ],
    },
  ),
];
