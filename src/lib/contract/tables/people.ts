import { ethnicityCodes } from '../ethnic_groups';
import type { Table } from '../table';
import { personId, sexCodes } from './columns';

export const people: Table = {
  name: 'people',
  meaning: 'One row a person.',
  purpose: 'tracking',
  key: ['person_id'],
  csv: false,
  columns: [
    personId,
    {
      name: 'birth_month',
      type: 'month',
      required: true,
      meaning: 'The first day of the month of birth. A full date of birth is refused.',
    },
    {
      name: 'sex',
      type: 'code',
      required: true,
      meaning: 'F female, M male, U unknown, W not specified.',
      codes: sexCodes,
    },
    {
      name: 'ethnicity',
      type: 'code',
      required: false,
      meaning: 'DfE ethnicity code, such as WBRI.',
      codes: ethnicityCodes,
    },
    {
      name: 'sen',
      type: 'code',
      required: false,
      meaning:
        'Special educational needs: N none, K SEN support, E education, health and care plan.',
      codes: ['N', 'K', 'E'],
    },
    {
      name: 'free_school_meals',
      type: 'boolean',
      required: false,
      meaning: 'Eligible for free school meals at any time in the past six years.',
    },
    {
      name: 'english_additional',
      type: 'boolean',
      required: false,
      meaning: 'English is an additional language.',
    },
    {
      name: 'home_district',
      type: 'district',
      required: true,
      mayBeEmpty: true,
      meaning: 'GSS code of the district of the home; empty when not known.',
    },
    {
      name: 'idaci_decile',
      type: 'integer',
      required: false,
      meaning: 'Income deprivation affecting children, decile of the home: 1 is most deprived.',
      min: 1,
      max: 10,
    },
    {
      name: 'prior_attainment',
      type: 'code',
      required: false,
      meaning: 'Attainment at the end of the key stage before: low, middle or high.',
      codes: ['low', 'middle', 'high'],
    },
    {
      name: 'home_educated',
      type: 'boolean',
      required: false,
      meaning: 'Electively home educated.',
    },
    { name: 'disability', type: 'boolean', required: false, meaning: 'Has a disability.' },
    {
      name: 'uasc',
      type: 'boolean',
      required: false,
      meaning: 'Unaccompanied asylum-seeking child.',
    },
  ],
};
