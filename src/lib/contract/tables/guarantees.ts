import type { Table } from '../table';
import { academicYear, personId } from './columns';

export const guarantees: Table = {
  name: 'guarantees',
  meaning: 'One row a person and academic year: the September Guarantee of a place in learning.',
  purpose: 'tracking',
  key: ['person_id', 'academic_year'],
  csv: false,
  columns: [
    personId,
    academicYear,
    {
      name: 'year_group',
      type: 'integer',
      required: true,
      meaning: 'Year group of the leaver: 11 or 12.',
      min: 11,
      max: 12,
    },
    {
      name: 'offer',
      type: 'code',
      required: true,
      meaning: 'Whether an offer was made, was unsuitable, was not made, or is not recorded.',
      codes: ['made', 'unsuitable', 'none', 'not_recorded'],
    },
    {
      name: 'intended_destination',
      type: 'integer',
      required: false,
      meaning: 'NCCIS intended destination code.',
      min: 100,
      max: 999,
      textAllowed: true,
    },
  ],
};
