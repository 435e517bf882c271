import { registerCodes } from '../register_codes';
import type { Table } from '../table';
import { academicYear, personId, schoolId } from './columns';

export const attendance_totals: Table = {
  name: 'attendance_totals',
  meaning:
    'One row a person, school, term and register code: for authorities with census returns only.',
  purpose: 'attendance',
  key: ['person_id', 'school_id', 'academic_year', 'term', 'code'],
  csv: false,
  columns: [
    personId,
    schoolId,
    academicYear,
    {
      name: 'term',
      type: 'code',
      required: true,
      meaning: 'Term of the census return.',
      codes: ['autumn', 'spring', 'summer'],
    },
    {
      name: 'code',
      type: 'code',
      required: true,
      meaning: 'Register code.',
      codes: registerCodes.map((code) => code.code),
    },
    {
      name: 'sessions',
      type: 'integer',
      required: true,
      meaning: 'Sessions with this code in the term.',
      min: 0,
      max: 2_147_483_647,
    },
  ],
};
