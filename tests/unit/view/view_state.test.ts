import { expect, test } from 'vitest';
import { ViewState, type Address } from '../../../src/lib/view/view_state.svelte';

/** A history as a browser keeps it. */
function fakeHistory(first: string) {
  const steps = [first];
  let at = 0;
  const address: Address = {
    read: () => steps[at] ?? '',
    go: (fragment) => {
      at += 1;
      steps.splice(at, steps.length, fragment);
    },
  };
  return { address, back: () => (at -= 1), forward: () => (at += 1) };
}

const limits = { districts: ['E07000113', 'E07000114'], mapMeasures: ['neet_or_not_known'] };

test('a link is followed, a change is a step, and back and forward walk the steps', () => {
  const history = fakeHistory('#v=1&district=E07000114');
  const state = new ViewState(history.address, limits);
  expect(state.view.districts).toEqual(['E07000114']);

  state.change({ year: '2023-24' });
  expect(history.address.read()).toBe('v=1&year=2023-24&district=E07000114');

  history.back();
  state.follow();
  expect(state.view.year).toBeNull();
  history.forward();
  state.follow();
  expect(state.view.year).toBe('2023-24');
});

test('what a link asks for in vain is noted until the reader changes the view', () => {
  const state = new ViewState(fakeHistory('#v=1&district=E99').address, limits);
  expect(state.notes).toHaveLength(1);
  state.toggleDistrict('E07000113');
  expect(state.notes).toEqual([]);
});
