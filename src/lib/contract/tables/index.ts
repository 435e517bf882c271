import type { Table } from '../table';
import { activities } from './activities';
import { attendance } from './attendance';
import { attendance_totals } from './attendance_totals';
import { calendar } from './calendar';
import { enforcements } from './enforcements';
import { enrolments } from './enrolments';
import { exclusions } from './exclusions';
import { guarantees } from './guarantees';
import { involvements } from './involvements';
import { licences } from './licences';
import { people } from './people';
import { populations } from './populations';
import { restrictions } from './restrictions';
import { schools } from './schools';
import { targets } from './targets';

/** Every table of the extract contract, version 1, in the order of the data dictionary. */
export const tables: readonly Table[] = [
  people,
  schools,
  enrolments,
  attendance,
  attendance_totals,
  activities,
  guarantees,
  involvements,
  exclusions,
  enforcements,
  licences,
  calendar,
  populations,
  targets,
  restrictions,
];

const byName: ReadonlyMap<string, Table> = new Map(tables.map((table) => [table.name, table]));

/** The contract's table of that name, if there is one. */
export function tableNamed(name: string): Table | undefined {
  return byName.get(name);
}
