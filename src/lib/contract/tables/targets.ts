import type { Table } from '../table';

export const targets: Table = {
  name: 'targets',
  meaning: 'One row a target for a measure.',
  purpose: 'reference',
  key: ['measure', 'district', 'period'],
  csv: true,
  columns: [
    {
      name: 'measure',
      type: 'text',
      required: true,
      meaning: 'Name of the measure, such as persistent_absence.',
      pattern: /^[a-z][a-z0-9_]{0,63}$/,
    },
    {
      name: 'district',
      type: 'district',
      required: false,
      meaning: 'GSS code of the district; empty means the county.',
    },
    {
      name: 'period',
      type: 'text',
      required: true,
      meaning: 'The period, such as 2024-25, 2024-25-t1, 2025-01 or 2025-djf.',
      pattern: /^[0-9a-z-]{4,16}$/,
    },
    {
      name: 'target',
      type: 'number',
      required: true,
      meaning: 'The target, in the unit of the measure; rates as fractions.',
    },
    {
      name: 'floor',
      type: 'number',
      required: false,
      meaning: 'The value beyond which action is due.',
    },
  ],
};
