import { describe, expect, test } from 'vitest';
import { kent, labelPoint } from '../../../src/lib/county';

describe('Kent', () => {
  test('has 12 districts, and Medway is not one of them', () => {
    expect(new Set(kent.districts.map(({ code }) => code)).size).toBe(12);
    expect(kent.districts.map(({ name }) => name)).not.toContain('Medway');
  });

  test('has an outline for every district and neighbour', async () => {
    const outlines = await kent.loadOutlines();
    const codes = outlines.features.map(({ properties }) => properties.code).sort();
    const expected = [...kent.districts, ...kent.neighbours].map(({ code }) => code).sort();
    expect(codes).toEqual(expected);
  });

  test('outer rings run clockwise, as d3 needs, so no outline covers the rest of the world', async () => {
    const outlines = await kent.loadOutlines();
    for (const { geometry } of outlines.features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const [outer] of polygons) {
        const area = (outer ?? []).reduce((sum, [x, y], index, ring) => {
          const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
          return sum + x * nextY - nextX * y;
        }, 0);
        expect(area).toBeLessThan(0);
      }
    }
  });

  test('names stand within Kent', async () => {
    const outlines = await kent.loadOutlines();
    for (const { geometry } of outlines.features) {
      const [longitude, latitude] = labelPoint(geometry);
      expect(longitude).toBeGreaterThan(0);
      expect(longitude).toBeLessThan(1.5);
      expect(latitude).toBeGreaterThan(50.9);
      expect(latitude).toBeLessThan(51.5);
    }
  });

  test('six terms a year, one after the other', () => {
    for (const year of new Set(kent.termDates.map(({ academicYear }) => academicYear))) {
      const terms = kent.termDates.filter(({ academicYear }) => academicYear === year);
      expect(terms.map(({ term }) => term)).toEqual([1, 2, 3, 4, 5, 6]);
      const days = terms.flatMap(({ start, end }) => [start, end]);
      expect(days).toEqual([...days].sort());
    }
  });
});

describe('published figures', () => {
  test('are fractions under our own measures and periods', async () => {
    const published = await kent.loadPublished();
    const value = (measure: string, area: string, period: string) =>
      published.find(
        (figure) => figure.measure === measure && figure.area === area && figure.period === period,
      )?.value;
    expect(value('neet_or_not_known', 'Kent', '2025-djf')).toBe(0.081);
    expect(value('not_known', 'England', '2025-djf')).toBe(0.022);
    expect(value('neet', 'South East', '2025-djf')).toBe(0.034);
    expect(value('persistent_absence', 'Kent', '2024-25')).toBe(0.1942);
    expect(value('severe_absence', 'England', '2024-25')).toBe(0.0239);
  });

  test('a year that was not published has no value, and Medway is left out', async () => {
    const published = await kent.loadPublished();
    const unpublished = published.find(
      ({ measure, area, period }) =>
        measure === 'absence_overall' && area === 'Kent' && period === '2019-20',
    );
    expect(unpublished?.value).toBeNull();
    expect(published.some(({ area }) => area === 'Medway')).toBe(false);
  });
});
