import type { Table } from '../table';
import { sexCodes } from './columns';

export const populations: Table = {
  name: 'populations',
  meaning: 'One row a district, year, age and sex: how many live there.',
  purpose: 'reference',
  key: ['district', 'year', 'age', 'sex'],
  csv: true,
  columns: [
    { name: 'district', type: 'district', required: true, meaning: 'GSS code of the district.' },
    {
      name: 'year',
      type: 'integer',
      required: true,
      meaning: 'Calendar year of the estimate.',
      min: 2000,
      max: 2100,
    },
    { name: 'age', type: 'integer', required: true, meaning: 'Age in years.', min: 0, max: 25 },
    {
      name: 'sex',
      type: 'code',
      required: false,
      meaning: 'Sex; empty means everyone.',
      codes: sexCodes,
    },
    {
      name: 'population',
      type: 'integer',
      required: true,
      meaning: 'Number of people.',
      min: 0,
      max: 10_000_000,
    },
  ],
};
