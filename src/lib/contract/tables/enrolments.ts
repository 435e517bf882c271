import type { Table } from '../table';
import { personId, schoolId } from './columns';

export const enrolments: Table = {
  name: 'enrolments',
  meaning: 'One row a spell of a person on the roll of a school.',
  purpose: 'attendance',
  key: ['person_id', 'school_id', 'start_date'],
  csv: false,
  columns: [
    personId,
    schoolId,
    { name: 'start_date', type: 'date', required: true, meaning: 'First day on the roll.' },
    {
      name: 'end_date',
      type: 'date',
      required: false,
      meaning: 'Last day on the roll; empty while current.',
    },
    {
      name: 'year_group',
      type: 'integer',
      required: true,
      meaning: 'National Curriculum year group at the start: −1 nursery, 0 reception, to 14.',
      min: -1,
      max: 14,
    },
    {
      name: 'registration',
      type: 'code',
      required: false,
      meaning: 'Kind of registration; empty means sole.',
      codes: ['main', 'sole', 'dual', 'guest'],
    },
    { name: 'boarder', type: 'boolean', required: false, meaning: 'Boards at the school.' },
  ],
};
