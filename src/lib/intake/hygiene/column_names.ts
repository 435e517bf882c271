/** What names of columns say; each pattern is matched against the name in words joined by `_`. */
const patterns: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['unique pupil number', /(^|_)(former_)?upn(_|$)|unique_pupil_(number|no|id)/],
  ['unique learner number', /(^|_)uln(_|$)|unique_learner_(number|no|id)/],
  ['NHS number', /(^|_)nhs(_?(number|no|num|id|nbr))?$|(^|_)nhs_?(number|no|num|id|nbr)(_|$)/],
  ['National Insurance number', /(^|_)(nino|ni_(number|no)|national_insurance)(_|$)/],
  ['passport number', /(^|_)passport(_|$)/],
  [
    'name',
    /^(full_?)?names?$|(^|_)(fore_?names?|sur_?names?|(first|last|middle|family|given|full|maiden|birth|preferred|legal|known|chosen|former)_?names?|known_as|nick_?names?|initials)(_|$)/,
  ],
  [
    'name',
    /(^|_)(child|children|pupil|student|learner|person|persons|people|young_person|yp|client|parent|carer|guardian|mother|father|contact|worker|teacher|chaperone|applicant|employee|user)_?(s_)?names?(_|$)/,
  ],
  [
    'date of birth',
    /(^|_)(dob|d_o_b|birth_?da(te|y)|date_?of_?birth|birth_?dt|dt_?of_?birth)(_|$)|(^|_)born(_on)?$/,
  ],
  [
    'address',
    /(^|_)(address(es)?|addr|address_?(line)?_?\d|(line|addr)_\d|street(_?name)?|house_?(number|name|no)|uprn|usrn)\d*(_|$)/,
  ],
  ['postcode', /(^|_)(post_?codes?|pcode|pcd[s0-9]*|zip(_?code)?)(_|$)/],
  ['e-mail address', /(^|_)(e_?mails?|email_?address)\d*(_|$)/],
  ['telephone number', /(^|_)(phones?|telephone|tel|mobile|landline|phone_?(number|no))\d*(_|$)/],
];

/** What the name of a column that is not in the contract says it holds, when that identifies people. */
export function identifierNamedBy(columnName: string): string | null {
  const words = columnName
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
