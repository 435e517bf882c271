import { describe, expect, it } from 'vitest';
import {
  commissioningFromFragment,
  commissioningToFields,
  defaultCommissioning,
} from '$lib/commissioning/commissioning_view';
import { caseload, needs, services } from '$lib/commissioning/offers';
import { withFields } from '$lib/topics/own_fields';
import { groupDimensions } from '$lib/view/groups';
import { measureNamed } from '$lib/measures/catalogue';

describe('what the commissioning page adds to the link', () => {
  it('is nothing for what is shown at first', () => {
    expect(commissioningToFields(defaultCommissioning)).toEqual([]);
    expect(commissioningFromFragment('')).toEqual({ view: defaultCommissioning, notes: [] });
  });

  it('reads back every need, service and setting', () => {
    for (const { value: need } of needs) {
      for (const { value: service } of services) {
        const settings = { ...defaultCommissioning.settings, demand: 120, need: 'neet' };
        const view = { need, service, settings };
        const fragment = withFields('v=1&district=E07000114', commissioningToFields(view));
        expect(commissioningFromFragment(`#${fragment}`)).toEqual({ view, notes: [] });
      }
    }
  });

  it('leaves out what is not offered and says so', () => {
    const { view, notes } = commissioningFromFragment(
      '#v=1&share.need=shoe_size&share.service=magic&set.demand=9000',
    );
    expect(view).toEqual(defaultCommissioning);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toBe(
      'The link asks for the need “shoe_size”, which does not exist here; it was left out.',
    );
  });

  it('takes no name that a filter of the shared view has', () => {
    const all = commissioningToFields({
      need: 'neet',
      service: 'any',
      settings: { service: 'youth_justice', demand: 50, places: 5, need: 'neet', taken_up: 9 },
    }).map(([name]) => name);
    expect(all.filter((name) => (groupDimensions as string[]).includes(name))).toEqual([]);
    expect(all).toHaveLength(7);
  });

  it('offers needs that add up over districts, and a caseload that knows services', () => {
    for (const { value } of needs) {
      const measure = measureNamed(value)!;
      expect(['proportion', 'rate'], value).toContain(measure.kind);
      expect(measure.kinds?.district, value).toBeUndefined();
    }
    expect(measureNamed(caseload)?.dimensions).toEqual(
      expect.arrayContaining(['district', 'service']),
    );
  });
});
