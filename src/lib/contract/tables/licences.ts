import type { Table } from '../table';
import { personId } from './columns';

export const licences: Table = {
  name: 'licences',
  meaning: 'One row a decision on a child employment, performance or chaperone licence.',
  purpose: 'enforcement',
  key: [],
  csv: false,
  columns: [
    {
      name: 'kind',
      type: 'code',
      required: true,
      meaning: 'What was applied for.',
      codes: ['work_permit', 'performance_licence', 'chaperone', 'body_of_persons'],
    },
    {
      name: 'decision',
      type: 'code',
      required: true,
      meaning: 'The decision.',
      codes: ['issued', 'renewed', 'refused', 'revoked'],
    },
    { name: 'date', type: 'date', required: true, meaning: 'Day of the decision.' },
    {
      name: 'district',
      type: 'district',
      required: true,
      mayBeEmpty: true,
      meaning: 'GSS code of the district; empty when not known.',
    },
    {
      ...personId,
      required: false,
      meaning: 'Pseudonym of the child; empty for chaperones, who are adults.',
    },
  ],
};
