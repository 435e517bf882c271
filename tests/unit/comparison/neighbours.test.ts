import { expect, test } from 'vitest';
import { meanOfNeighbours } from '$lib/comparison/neighbours';
import { kent } from '$lib/county';

test('persistent absence of Kent’s ten neighbours in 2024/25 is 18.043 % in the mean', async () => {
  const published = (await kent.loadPublished()).filter(
    ({ measure }) => measure === 'persistent_absence',
  );
  // Bedford 18.12, Bexley 15.68, Devon 18.44, East Sussex 20.77, Essex 18.08, Norfolk 18.09,
  // Nottinghamshire 16.64, Somerset 18.92, Suffolk 18.11, West Sussex 17.58: together 180.43
  const mean = meanOfNeighbours(published, '2024-25');
  expect(mean?.areas).toHaveLength(10);
  expect(mean?.value).toBeCloseTo(0.18043, 10);
});

test('is none where fewer than three published', () => {
  expect(meanOfNeighbours([], '2024-25')).toBeNull();
});
