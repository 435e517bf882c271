import { describe, expect, it } from 'vitest';
import { kent } from '$lib/county';
import { findingsTable, withNames } from '$lib/explore/findings_table';
import {
  modelViewFromFragment,
  modelViewToFragment,
  settingFrom,
  settingsWith,
} from '$lib/explore/model_view';
import { madeUpFindings, madeUpModel } from './made_up_model';

const other = { ...madeUpModel, id: 'other', label: 'Other' };
const models = [madeUpModel, other];

describe('the view of a model in the fragment', () => {
  it('is empty for what is shown at first', () => {
    const settings = settingsWith(madeUpModel, {});
    expect(settings).toEqual({ service: 'early_help', places: 100 });
    expect(modelViewToFragment({ model: 'made_up', settings }, models)).toBe('');
  });

  it('reads back what it wrote', () => {
    const view = { model: 'other', settings: { service: 'housing', places: 250.5 } };
    const fragment = modelViewToFragment(view, models);
    expect(modelViewFromFragment(`#${fragment}`, models)).toEqual({
      view,
      model: other,
      notes: [],
    });
  });

  it('leaves out what is not offered, with a note each', () => {
    const read = modelViewFromFragment(
      '#v=1&model=gone&set.service=police&set.places=501&set.colour=red',
      models,
    );
    expect(read?.view).toEqual({ model: 'made_up', settings: {} });
    expect(read?.notes).toHaveLength(4);
  });

  it('answers nothing where there is no model', () => {
    expect(modelViewFromFragment('', [])).toBeNull();
  });
});

describe('a setting as it is entered', () => {
  const [service, places] = madeUpModel.choices;
  it('is one of the options, or a number in the range', () => {
    expect(settingFrom(service!, 'housing')).toBe('housing');
    expect(settingFrom(service!, 'police')).toBeNull();
    expect(settingFrom(places!, '0')).toBe(0);
    expect(settingFrom(places!, '')).toBeNull();
    expect(settingFrom(places!, '-1')).toBeNull();
    expect(settingFrom(places!, 'many')).toBeNull();
  });
});

describe('a table of findings', () => {
  it('keeps words as words and hidden numbers hidden', () => {
    const [table] = madeUpFindings().tables;
    const model = findingsTable(table!, kent);
    expect(model.caption).toBe('By group');
    expect(model.rows.map(({ cells }) => cells)).toEqual([
      ['One', { value: 0.5, status: 'ok' }],
      ['Two', { value: null, status: 'c' }],
    ]);
  });

  it('names districts, in sentences too', () => {
    expect(withNames('E07000114 and E07000113 are above.', kent)).toBe(
      'Thanet and Swale are above.',
    );
    expect(withNames('unknown', kent)).toBe('Not known');
  });
});
