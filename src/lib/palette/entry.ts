/** What a find is, in the order in which they are listed when nothing tells them apart. */
export const kinds = ['page', 'action', 'view', 'district', 'measure', 'model'] as const;
export type Kind = (typeof kinds)[number];

export const kindTitles: Readonly<Record<Kind, string>> = {
  page: 'Pages',
  action: 'Actions',
  view: 'Saved views',
  district: 'Districts',
  measure: 'Measures',
  model: 'Models',
};

export type Action =
  | 'copy link'
  | 'print'
  | 'clear filters'
  | 'saved views'
  | 'compare'
  | 'notes'
  | 'privacy'
  | 'wipe';

/** Where an entry leads: a page of the rail as the rail links to it, a view of a page, or an action. */
export type Target =
  | { readonly is: 'page'; readonly href: string }
  | { readonly is: 'view'; readonly page: string; readonly fragment: string }
  | { readonly is: 'action'; readonly action: Action };

/** Something that can be found. */
export interface Entry {
  /** Unlike every other's. */
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  /** Beside the label, in a few words: a chapter, or what will happen. */
  readonly hint: string;
  /** What a search looks through beside the label, in small letters. */
  readonly searched: string;
  readonly target: Target;
}
