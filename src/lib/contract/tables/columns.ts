import type { Column } from '../table';

// Columns that several tables share, so that they cannot drift apart.

export const personId: Column = {
  name: 'person_id',
  type: 'person',
  required: true,
  meaning: 'Pseudonym of the person: an integer, or text of at most 64 characters.',
};

export const schoolId: Column = {
  name: 'school_id',
  type: 'school',
  required: true,
  meaning: 'Unique reference number (URN) of the school.',
};

export const academicYear: Column = {
  name: 'academic_year',
  type: 'integer',
  required: true,
  meaning: 'The year in which the academic year starts: 2024 means 2024/25.',
  min: 2000,
  max: 2100,
};

export const sexCodes = ['F', 'M', 'U', 'W'];
