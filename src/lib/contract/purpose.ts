/** Why an authority holds a table: which privacy notice it belongs to. */
export type Purpose = 'tracking' | 'attendance' | 'enforcement' | 'reference';

export interface PurposeFacts {
  /** As the data dictionary names it. */
  readonly label: string;
  /**
   * Set where the notices say that a page of another purpose shows nothing of it unless its reader adds it: what is
   * held, and for what, to complete "It rests on …".
   */
  readonly keptApart?: string;
}

/** What is said and done about each purpose. */
export const purposes: Readonly<Record<Purpose, PurposeFacts>> = {
  tracking: { label: 'tracking young people' },
  attendance: { label: 'attendance service' },
  enforcement: {
    label: 'enforcement and licensing',
    keptApart:
      'records of enforcement and licences, which are held for legal action and licensing and not for what this page is about',
  },
  reference: { label: 'reference' },
};

/** The purposes that are kept out of pages of another, until a reader adds them. */
export const keptApart: readonly Purpose[] = (Object.keys(purposes) as Purpose[]).filter(
  (purpose) => purposes[purpose].keptApart !== undefined,
);
