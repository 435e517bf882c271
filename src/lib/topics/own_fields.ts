import type { Address } from '../view/view_state.svelte';

/** Fields of a link that belong to one page alone and stand beside those of the shared view. */
export type OwnFields = readonly (readonly [name: string, value: string])[];

/** A fragment of the shared view with a page's own fields after it; empty when there is nothing to say. */
export function withFields(fragment: string, own: OwnFields): string {
  if (own.length === 0) return fragment;
  const fields = new URLSearchParams(fragment === '' ? 'v=1' : fragment);
  for (const [name, value] of own) fields.set(name, value);
  return fields.toString();
}

/** The address for the view of a page with fields of its own: a change of the view keeps them. */
export function addressWith(address: Address, own: () => OwnFields): Address {
  return {
    read: () => address.read(),
    go: (fragment) => address.go(withFields(fragment, own())),
  };
}

/** What a note about a link says of something that it names wrongly. */
export function notOffered(field: string, text: string): string {
  return `The link asks for ${field} “${text}”, which does not exist here; it was left out.`;
}
