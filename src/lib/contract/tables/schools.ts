import type { Table } from '../table';
import { schoolId } from './columns';

export const schools: Table = {
  name: 'schools',
  meaning: 'One row a school.',
  purpose: 'reference',
  key: ['school_id'],
  csv: true,
  columns: [
    schoolId,
    { name: 'name', type: 'text', required: false, meaning: 'Name of the school.' },
    {
      name: 'phase',
      type: 'code',
      required: true,
      meaning: 'Primary, secondary, special, or alternative provision.',
      codes: ['primary', 'secondary', 'special', 'alternative'],
    },
    {
      name: 'district',
      type: 'district',
      required: true,
      meaning: 'GSS code of the district the school stands in.',
    },
  ],
};
