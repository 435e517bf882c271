import type { Table } from '../table';
import { academicYear } from './columns';

export const calendar: Table = {
  name: 'calendar',
  meaning: 'One row a school term.',
  purpose: 'reference',
  key: ['academic_year', 'term'],
  csv: true,
  columns: [
    academicYear,
    {
      name: 'term',
      type: 'integer',
      required: true,
      meaning: 'Number of the term in the year, 1 to 6.',
      min: 1,
      max: 6,
    },
    { name: 'start_date', type: 'date', required: true, meaning: 'First day of the term.' },
    { name: 'end_date', type: 'date', required: true, meaning: 'Last day of the term.' },
  ],
};
