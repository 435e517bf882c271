import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsFromFragment,
  columnsToFields,
  defaultColumns,
  inOrder,
  offeredMeasures,
} from '$lib/districts/columns';
import { addressWith, withFields } from '$lib/topics/own_fields';
import { measureNamed } from '$lib/measures/catalogue';
import { ViewState } from '$lib/view/view_state.svelte';

const fragmentOf = (columns: readonly string[]) => withFields('', columnsToFields(columns));

describe('the columns of the districts table in the link', () => {
  it('are measures that exist and know districts', () => {
    for (const id of defaultColumns) {
      expect(measureNamed(id), id).not.toBeNull();
      expect(inOrder([id]), id).toEqual([id]);
    }
  });

  it('are not written when they are those shown at first, in whatever order', () => {
    expect(columnsToFields(defaultColumns.toReversed())).toEqual([]);
    expect(columnsFromFragment('')).toEqual({ columns: inOrder(defaultColumns), notes: [] });
  });

  it('are written in the order of the dictionary', () => {
    expect(fragmentOf(['severe_absence', 'neet'])).toBe('v=1&columns=neet.severe_absence');
    expect(withFields('v=1&year=2023-24', columnsToFields(['neet']))).toBe(
      'v=1&year=2023-24&columns=neet',
    );
  });

  it('are read back as they were written', () => {
    const ids = offeredMeasures.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (columns) => {
        const read = columnsFromFragment(`#${fragmentOf(columns)}`);
        expect(read).toEqual({ columns, notes: [] });
      }),
    );
  });

  it('leave out what does not exist, with a note; with none left they are those shown at first', () => {
    expect(columnsFromFragment('#v=1&columns=neet.shoe_size')).toEqual({
      columns: ['neet'],
      notes: [
        'The link asks for the column “shoe_size”, which does not exist here; it was left out.',
      ],
    });
    const none = columnsFromFragment('#v=1&columns=shoe_size');
    expect(none.columns).toEqual(inOrder(defaultColumns));
    expect(none.notes).toHaveLength(1);
  });

  it('stay when the shared view changes', () => {
    let fragment = 'v=1&columns=neet';
    const address = {
      read: () => `#${fragment}`,
      go: (next: string) => {
        fragment = next;
      },
    };
    const columns = () => columnsToFields(columnsFromFragment(fragment).columns);
    const state = new ViewState(addressWith(address, columns), {
      districts: ['E07000114'],
      mapMeasures: [],
    });
    state.toggleDistrict('E07000114');
    expect(fragment).toBe('v=1&district=E07000114&columns=neet');
    state.toggleDistrict('E07000114');
    expect(fragment).toBe('v=1&columns=neet');
  });
});
