import { describe, expect, it } from 'vitest';
import { catalogue } from '$lib/measures/catalogue';
import { dimensions } from '$lib/measures/dimensions';
import type { DimensionId } from '$lib/measures/measure';
import { columnBehind, whatIsMissing, whySwitchedOff } from '$lib/measures/needs';
import { models } from '$lib/models/catalogue';

const nothing = new Set<string>();

describe('what is missing', () => {
  it('names tables and columns in words, not as files have them', () => {
    const needy = {
      label: 'A measure',
      needs: ['people', ['attendance', 'attendance_totals']],
      needsColumns: ['attendance_totals.school_id'],
    };
    expect(whatIsMissing(needy, nothing)).toBe(
      'A measure needs people and attendance or attendance totals and the column school id of attendance totals. Load them to see it.',
    );
    expect(
      whatIsMissing(needy, new Set(['people', 'attendance_totals', 'attendance_totals.school_id'])),
    ).toBeNull();
  });

  it('has no name with an underscore, whatever is asked for', () => {
    for (const needy of [...catalogue, ...models])
      expect(whatIsMissing(needy, nothing)).not.toMatch(/_/);
    for (const id of Object.keys(dimensions) as DimensionId[])
      if (columnBehind[id]) expect(whySwitchedOff(id, [])).not.toMatch(/_/);
  });
});
