import type { DisclosurePolicy } from './safe_table';

/** The disclosure policies as data. There is no single threshold for the United Kingdom: it is a choice. */
export const settings = {
  /** For exploring inside the authority. The Department for Education hides 1 to 5 in its own releases. */
  explore: {
    name: 'Explore inside the authority',
    threshold: 5,
    complementary: true,
    roundingBase: null,
  },
  /** Everything shown: for the data team that holds the extracts anyway. */
  raw: {
    name: 'No disclosure control (data team only)',
    threshold: 0,
    complementary: false,
    roundingBase: null,
  },
} as const satisfies Record<string, DisclosurePolicy>;
