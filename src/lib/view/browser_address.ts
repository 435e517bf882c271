import { goto } from '$app/navigation';
import type { Address } from './view_state.svelte';

/** The address bar of this tab. */
export const browserAddress: Address = {
  read: () => location.hash,
  go: (fragment) => {
    const address = fragment === '' ? location.pathname + location.search : `#${fragment}`;
    // eslint-disable-next-line svelte/no-navigation-without-resolve -- the page itself, with a fragment
    void goto(address, { noScroll: true, keepFocus: true });
  },
};
