import { describe, expect, test } from 'vitest';
import { departmentForEducation } from '$lib/disclosure/symbols';
import { kent } from '$lib/county';
import type { FigureRequest } from '$lib/measures/request';
import type { Pin } from '$lib/pins/pin';
import { sameMeasures } from '$lib/pins/same_measures';

const thanet = kent.districts.find(({ name }) => name === 'Thanet')!.code;
const neet: FigureRequest = {
  measure: 'neet_or_not_known',
  periods: ['2025-djf'],
  by: [],
  where: {},
};

function pin(id: number, requests: readonly FigureRequest[], generation = 1): Pin {
  return {
    id,
    key: String(id),
    content: {
      title: '',
      subtitle: '',
      table: { caption: '', columns: [], rows: [] },
      tables: [],
      periods: [],
    },
    definition: {
      version: 1,
      name: '',
      drawnAs: 'picture',
      page: '/neet',
      fragment: '',
      requests,
      periods: null,
      sample: false,
    },
    provenance: {
      county: 'Kent',
      covers: null,
      status: null,
      sample: false,
      profile: 'Test',
      symbols: departmentForEducation,
      files: [],
    },
    generation,
  };
}

describe('pins of one measure', () => {
  test('are named with what differs', () => {
    const other: FigureRequest = {
      ...neet,
      by: ['sex'],
      where: { home_district: [thanet], sen: ['E'] },
    };
    const absence: FigureRequest = { ...neet, measure: 'persistent_absence', periods: ['2024-25'] };
    const found = sameMeasures([pin(1, [neet]), pin(2, [absence]), pin(3, [other])], kent);
    expect(found).toHaveLength(1);
    expect(found[0]!.sentence).toBe(
      'They differ in place, groups of people and how they are split.',
    );
    expect(found[0]!.views.map(({ number }) => number)).toEqual([1, 3]);
    expect(found[0]!.views[0]!.words).toBe('Kent; December 2024 to February 2025');
    expect(found[0]!.views[1]!.words).toMatch(
      /^Thanet; Special educational needs: .+; December 2024 to February 2025; by sex$/,
    );
  });

  test('are said to be alike when they are, whatever else a figure holds', () => {
    const split: FigureRequest = { ...neet, by: ['sex'] };
    const [same] = sameMeasures([pin(1, [neet, split]), pin(2, [split, neet])], kent);
    expect(same?.sentence).toMatch(/^They are of the same place/);
  });

  test('name the first and the last of many periods', () => {
    const periods = ['2025-03', '2024-09', '2024-10'];
    const [same] = sameMeasures([pin(1, [{ ...neet, periods }]), pin(2, [neet])], kent);
    expect(same?.sentence).toBe('They differ in period.');
    expect(same?.views[0]?.words).toBe('Kent; September 2024 to March 2025');
  });

  test('differ when the extracts changed between them', () => {
    const [same] = sameMeasures([pin(1, [neet], 1), pin(2, [neet], 2)], kent);
    expect(same?.sentence).toBe('They differ in the extracts they were made from.');
  });

  test('of different measures are left alone', () => {
    const absence: FigureRequest = { ...neet, measure: 'persistent_absence' };
    expect(sameMeasures([pin(1, [neet]), pin(2, [absence]), pin(3, [])], kent)).toEqual([]);
  });
});
