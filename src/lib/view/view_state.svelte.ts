import type { DimensionId } from '../measures/measure';
import { untrack } from 'svelte';
import {
  defaultView,
  toggleDistrict,
  toggleGroup,
  viewFromFragment,
  viewToFragment,
  type View,
  type ViewLimits,
} from './view';

/** Where the fragment lives: the browser's address bar, or a stand-in for tests. */
export interface Address {
  /** The fragment now, with or without `#`. */
  read(): string;
  /** Moves to a fragment as a new step of the history. */
  go(fragment: string): void;
}

/** The view on the screen, kept equal to the URL fragment so that back, forward and links work. */
export class ViewState {
  view = $state.raw<View>(defaultView);
  /** What the last link asked for in vain. */
  notes = $state.raw<readonly string[]>([]);
  readonly fragment = $derived(viewToFragment(this.view));

  readonly #address: Address;
  readonly #limits: ViewLimits;

  constructor(address: Address, limits: ViewLimits) {
    this.#address = address;
    this.#limits = limits;
    this.follow();
  }

  /** Takes the view from the address; to be called when the history moved. */
  follow(): void {
    const { view, notes } = viewFromFragment(this.#address.read(), this.#limits);
    // Following an address must not depend on the view, or a change would be undone before it is there.
    if (viewToFragment(view) !== untrack(() => this.fragment)) this.view = view;
    this.notes = notes;
  }

  /** Changes part of the view. */
  change(part: Partial<View>): void {
    this.view = { ...this.view, ...part };
    this.notes = [];
    this.#address.go(this.fragment);
  }

  /** Filters by a district; again takes the filter away. With `add` beside those that are chosen. */
  toggleDistrict(code: string, add = false): void {
    this.change({ districts: toggleDistrict(this.view, code, add).districts });
  }

  /** The same for a group of people or kind of what is counted. */
  toggleGroup(dimension: DimensionId, code: string, add = false): void {
    this.change({ groups: toggleGroup(this.view, dimension, code, add).groups });
  }

  /** Takes every filter away, months chosen too; the year and the comparison stay. */
  clear(): void {
    const { districts, groups, months } = this.view;
    if (districts.length > 0 || Object.keys(groups).length > 0 || months !== null)
      this.change({ districts: [], groups: {}, months: null });
  }
}
