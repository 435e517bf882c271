import type { DisclosurePolicy } from './safe_table';
import { analysisFunction, departmentForEducation } from './symbols';

/**
 * The disclosure policies as data, one for each use. There is no single threshold for the United Kingdom: these
 * are choices, and an authority changes them here. A group of up to four times the threshold is called small; the share
 * that dominates a total is the lower end of what handbooks of disclosure control use, 75 to 80 %.
 */
export const settings = {
  /**
   * The Department for Education hides 1 to 5 in its releases about children in need, and shows zero. Filters are free,
   * so each figure is judged against those before it.
   */
  explore: {
    id: 'explore',
    name: 'Explore inside the authority',
    use: 'For people of the authority who may see the extracts, on their own screen.',
    threshold: 5,
    zero: 'shown',
    complementary: true,
    differencing: true,
    roundingBase: null,
    smallGroup: 20,
    dominance: 0.75,
    symbols: departmentForEducation,
  },
  /**
   * Inspectors receive figures as a transfer to them, not as a publication; zeros and exact counts are evidence. They
   * may hold all figures side by side, so here too each is judged against those before it.
   */
  inspection: {
    id: 'inspection',
    name: 'Inspection pack',
    use: 'For inspectors, to whom the authority hands figures under its duty to be inspected.',
    threshold: 5,
    zero: 'shown',
    complementary: true,
    differencing: true,
    roundingBase: null,
    smallGroup: 20,
    dominance: 0.75,
    symbols: departmentForEducation,
  },
  /** Rounded, so that two reports of one thing cannot be subtracted to a person. */
  partners: {
    id: 'partners',
    name: 'Report to partners',
    use: 'For health, police, schools and others who work with the authority under an agreement.',
    threshold: 5,
    zero: 'shown',
    complementary: true,
    differencing: false,
    roundingBase: 5,
    smallGroup: 20,
    dominance: 0.75,
    symbols: departmentForEducation,
  },
  /** The threshold of the Secure Research Service (nothing under 10); a zero can tell of a whole group. */
  publication: {
    id: 'publication',
    name: 'Publication',
    use: 'For anybody: a web page, a committee paper, an answer under freedom of information.',
    threshold: 9,
    zero: 'hidden',
    complementary: true,
    differencing: false,
    roundingBase: 5,
    smallGroup: 36,
    dominance: 0.75,
    symbols: analysisFunction,
  },
  /** Everything shown: for the data team that holds the extracts anyway. */
  raw: {
    id: 'raw',
    name: 'No disclosure control (data team only)',
    use: 'For the data team that holds the extracts, on the command line only.',
    threshold: 0,
    zero: 'shown',
    complementary: false,
    differencing: false,
    roundingBase: null,
    smallGroup: 0,
    dominance: 1,
    symbols: departmentForEducation,
  },
} as const satisfies Record<string, DisclosurePolicy>;
