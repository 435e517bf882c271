import { inWords } from '../contract/table';
import { tables } from '../contract/tables';
import { catalogue } from '../measures/catalogue';
import { firstOf } from './first_of';

/** Tables of the contract that are not loaded, and what that means for the figures. */
export interface AbsentTables {
  readonly tables: readonly string[];
  readonly consequence: string;
}

/** What the product does without a table that no measure strictly needs. */
const withoutIt: Readonly<Record<string, string>> = {
  enrolments:
    'Boarders and guest pupils cannot be told from the others, so they count in the absence figures.',
  calendar: 'Terms are worked out from the gaps between sessions.',
  restrictions: 'Nobody is taken out because of a restriction or an objection.',
};
const unused = 'No figure rests on this yet.';

/**
 * The tables of the contract that are not loaded, in the order of the data dictionary, with what cannot
 * be shown without them; those of one consequence together.
 */
export function absentTables(loaded: ReadonlySet<string>): readonly AbsentTables[] {
  const byConsequence = new Map<string, string[]>();
  for (const { name } of tables.filter((table) => !loaded.has(table.name))) {
    const consequence = consequenceOf(name, loaded);
    byConsequence.set(consequence, [...(byConsequence.get(consequence) ?? []), name]);
  }
  return [...byConsequence].map(([consequence, names]) => ({ tables: names, consequence }));
}

function consequenceOf(table: string, loaded: ReadonlySet<string>): string {
  const needing = catalogue.flatMap((measure) => {
    const need = measure.needs.find((each) =>
      typeof each === 'string' ? each === table : each.includes(table),
    );
    return need === undefined ? [] : [{ measure, others: othersOf(need, table) }];
  });
  if (needing.length === 0) return withoutIt[table] ?? unused;
  const others = needing[0]?.others ?? [];
  const names = firstOf(needing.map(({ measure }) => measure.label));
  const [stand] = others.filter((other) => loaded.has(other));
  if (stand !== undefined) return `Not needed: ${inWords(stand)} stands in for it.`;
  const or = others.length > 0 ? `; ${others.map(inWords).join(' or ')} would do as well` : '';
  const besides = withoutIt[table];
  return `${names} cannot be shown${or}.${besides === undefined ? '' : ` ${besides}`}`;
}

function othersOf(need: string | readonly string[], table: string): readonly string[] {
  return typeof need === 'string' ? [] : need.filter((other) => other !== table);
}
