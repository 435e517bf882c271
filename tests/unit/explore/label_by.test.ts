import { expect, test } from 'vitest';
import { labelBy } from '$lib/explore/measure_words';
import type { Measure } from '$lib/measures/measure';

const measure = (label: string) => ({ label }) as Measure;

test('says what a measure is split by, once', () => {
  expect(labelBy(measure('Persistent absence'), 'Sex')).toBe('Persistent absence by sex');
  expect(labelBy(measure('September Guarantee by offer'), 'Offer')).toBe(
    'September Guarantee by offer',
  );
  expect(labelBy(measure('Highest involvement'), 'Highest involvement')).toBe(
    'Highest involvement',
  );
  expect(labelBy(measure('Absence bands'), 'Absence band')).toBe('Absence bands');
  expect(labelBy(measure('Absence day by day'), 'Week')).toBe('Absence by week');
});
