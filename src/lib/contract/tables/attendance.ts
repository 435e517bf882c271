import { registerCodes } from '../register_codes';
import type { Table } from '../table';
import { personId, schoolId } from './columns';

export const attendance: Table = {
  name: 'attendance',
  meaning: 'One row a session on a register.',
  purpose: 'attendance',
  key: ['person_id', 'school_id', 'date', 'session'],
  csv: false,
  columns: [
    personId,
    schoolId,
    { name: 'date', type: 'date', required: true, meaning: 'Day of the session.' },
    {
      name: 'session',
      type: 'code',
      required: true,
      meaning: 'Morning or afternoon.',
      codes: ['AM', 'PM'],
    },
    {
      name: 'code',
      type: 'code',
      required: true,
      meaning: 'Register code, one that was in force on the day.',
      codes: registerCodes.map((code) => code.code),
    },
  ],
};
