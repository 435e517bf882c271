import type { Column, Table } from '../table';
import { personId, schoolId } from './columns';

const reasons = 'PP PA VP VA OW BU RA LG DS SM DA DM TH MT PH DB'.split(' ');

const reason = (name: string, meaning: string): Column => ({
  name,
  type: 'code',
  required: false,
  meaning,
  codes: reasons,
});

export const exclusions: Table = {
  name: 'exclusions',
  meaning: 'One row a suspension or permanent exclusion.',
  purpose: 'attendance',
  key: ['person_id', 'school_id', 'start_date', 'kind'],
  csv: false,
  columns: [
    personId,
    schoolId,
    { name: 'start_date', type: 'date', required: true, meaning: 'First day of the exclusion.' },
    {
      name: 'kind',
      type: 'code',
      required: true,
      meaning: 'Suspension or permanent exclusion.',
      codes: ['suspension', 'permanent'],
    },
    {
      name: 'sessions',
      type: 'integer',
      required: false,
      meaning: 'Sessions suspended.',
      min: 0,
      max: 1_000,
    },
    reason('reason_1', 'First reason, a DfE exclusion reason code.'),
    reason('reason_2', 'Second reason.'),
    reason('reason_3', 'Third reason.'),
  ],
};
