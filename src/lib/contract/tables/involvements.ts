import type { Table } from '../table';
import { personId } from './columns';

export const services = [
  'contact',
  'referral',
  'assessment',
  'section_47',
  'early_help',
  'child_in_need',
  'child_protection',
  'looked_after',
  'care_leaver',
  'youth_justice',
  'send_plan',
  'attendance_casework',
  'neet_support',
  'virtual_school',
  'specialist_teaching',
  'education_safeguarding',
  'mental_health',
  'youth_service',
  'health',
  'housing',
  'police',
  'other',
] as const;

export const involvements: Table = {
  name: 'involvements',
  meaning:
    'One row a spell of a service working with a person; a point event ends on the day it starts.',
  purpose: 'tracking',
  key: ['person_id', 'service', 'start_date'],
  csv: false,
  columns: [
    personId,
    {
      name: 'service',
      type: 'code',
      required: true,
      meaning: 'The service, or the point event.',
      codes: services,
    },
    { name: 'start_date', type: 'date', required: true, meaning: 'First day of the spell.' },
    {
      name: 'end_date',
      type: 'date',
      required: false,
      meaning: 'Last day of the spell; empty while open.',
    },
    {
      name: 'district',
      type: 'district',
      required: false,
      meaning: 'GSS code of the district where the person lived then.',
    },
    {
      name: 'source',
      type: 'code',
      required: false,
      meaning: 'Source of a referral, as in the children in need census.',
      codes: '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10'.split(' '),
    },
    {
      name: 'need',
      type: 'code',
      required: false,
      meaning: 'Primary need, as in the children in need census.',
      codes: 'N0 N1 N2 N3 N4 N5 N6 N7 N8 N9'.split(' '),
    },
    {
      name: 'closure',
      type: 'code',
      required: false,
      meaning: 'Reason for closure, as in the children in need census.',
      codes: 'RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9'.split(' '),
    },
    {
      name: 'category',
      type: 'code',
      required: false,
      meaning:
        'Category of abuse of a child protection plan: neglect, physical, sexual, emotional, multiple.',
      codes: ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'],
    },
    {
      name: 'legal_status',
      type: 'text',
      required: false,
      meaning: 'Legal status of a looked-after child, as in the SSDA903 return.',
      pattern: /^[A-Za-z0-9_]{1,12}$/,
    },
  ],
};
