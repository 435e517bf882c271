import type { Table } from '../table';
import { personId } from './columns';

export const restrictions: Table = {
  name: 'restrictions',
  meaning: 'One row a person whose data must not be used.',
  purpose: 'reference',
  key: ['person_id'],
  csv: true,
  columns: [personId],
};
