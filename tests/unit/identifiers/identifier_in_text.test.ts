import { describe, expect, test } from 'vitest';
import { identifierInText } from '$lib/identifiers/identifier_in_text';

describe('what identifies a person in a sentence', () => {
  test.each([
    ['Ask jo.bloggs@kent.gov.uk, please.', 'e-mail addresses'],
    ['The pupil (H801200001001)?', 'unique pupil numbers (UPN)'],
    ['see h801200001001.', 'unique pupil numbers (UPN)'],
    ['Lives at ME14 1XX, moved since', 'postcodes'],
    ['Lives at me141xx', 'postcodes'],
    ['Number 943 476 5919 of the NHS', 'NHS numbers'],
    ['Number: 9434765919.', 'NHS numbers'],
    ['Ring 01622 123 456', 'telephone numbers'],
    ['Ring +44 7700 900 123', 'telephone numbers'],
  ])('%s', (text, label) => {
    expect(identifierInText(text)?.label).toBe(label);
  });

  test.each([
    '',
    'November 2024: the codes of August 2024 are first used; 3,129 of 38,780 were not known.',
    'Thanet (E07000114) rose by 0.6 points between 2023/24 and 2024/25.',
    'Year 12-13, T3 and T4; KS4; 16 to 17; 1,000 or 10,000,000',
    'Two schools closed on 15 November 2024 for 3 days.',
  ])('is not found in: %s', (text) => {
    expect(identifierInText(text)).toBeNull();
  });
});
