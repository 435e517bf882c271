import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAsideSmall } from '$lib/models/small_groups';

const parts = fc
  .array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
  .map((all) => all.map((people, i) => ({ people, name: i })));

describe('parts too small to list', () => {
  it('are put together until no listed part, and no difference from the whole, is small', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 12 }), (all, fewest) => {
        const { listed, rest, restPeople } = setAsideSmall(all, fewest);
        const whole = all.reduce((sum, part) => sum + part.people, 0);
        const shown = listed.reduce((sum, part) => sum + part.people, 0);
        expect(shown + restPeople).toBe(whole);
        expect(rest.reduce((sum, part) => sum + part.people, 0)).toBe(restPeople);
        for (const part of listed) expect(part.people).toBeGreaterThanOrEqual(fewest);
        if (listed.length > 0 && restPeople > 0) expect(restPeople).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });

  it('take the next smallest with them when they are too few by themselves', () => {
    const found = setAsideSmall(
      [30, 8, 2, 20].map((people) => ({ people })),
      6,
    );
    expect(found.listed.map((part) => part.people)).toEqual([30, 20]);
    expect(found.rest.map((part) => part.people)).toEqual([2, 8]);
    expect(setAsideSmall([{ people: 9 }, { people: 8 }], 6).rest).toEqual([]);
  });
});
