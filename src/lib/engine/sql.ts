import { EngineError, type Query, type Value } from './engine';
import { stretchesOf } from './sql_text';

const made = new WeakSet<Query>();

function query(text: string, values: readonly Value[]): Query {
  const result = Object.freeze({ text, values: Object.freeze([...values]) });
  made.add(result);
  return result;
}

function template(parts: TemplateStringsArray, ...inserts: readonly (Value | Query)[]): Query {
  let text = parts[0] ?? '';
  const values: Value[] = [];
  inserts.forEach((insert, index) => {
    if (typeof insert === 'object' && insert !== null) {
      if (!made.has(insert))
        throw new EngineError('Only a query can be nested in a query.', 'query');
      text += insert.text;
      values.push(...insert.values);
    } else {
      text += '?';
      values.push(insert);
    }
    text += parts[index + 1] ?? '';
  });
  return query(text, values);
}

function name(identifier: string): Query {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(identifier))
    throw new EngineError(`“${identifier}” cannot be the name of a table or column.`, 'query');
  return query(`"${identifier}"`, []);
}

function join(queries: readonly Query[], separator: ', ' | ' and ' | ' or '): Query {
  return query(
    queries.map((each) => each.text).join(separator),
    queries.flatMap((each) => each.values),
  );
}

export interface Sql {
  (parts: TemplateStringsArray, ...inserts: readonly (Value | Query)[]): Query;
  /** A table or column name in quotes. Throws unless it is lower-case letters, digits and underscores. */
  readonly name: typeof name;
  /** Queries one after the other with a separator: `, ` for lists, ` and ` for filters. */
  readonly join: typeof join;
}

/**
 * A query from a template: every `${value}` becomes a bound `?`, never text; a nested query is
 * written out in place with its own values.
 *
 *     sql`select count(*) as people from ${sql.name('people')} where district = ${code}`
 */
export const sql = Object.defineProperties(template, {
  // Every function has a `name` that cannot be assigned to, only defined anew.
  name: { value: name },
  join: { value: join },
}) as unknown as Sql;

/**
 * SQL with `$name` parameters as a query with bound `?`. A name may appear many times and a value
 * may go unused; `$` in a string, a quoted name or a comment is left alone. Throws when a
 * parameter has no value, and on `?` and `$1`, whose order the names would disturb.
 * A repeated name becomes a new `?` each time, so group by an alias, not by a parameter.
 */
export function named(text: string, parameters: Readonly<Record<string, Value>>): Query {
  const values: Value[] = [];
  const bind = (_: string, placeholder: string): string => {
    if (!/^\$[A-Za-z_]/.test(placeholder))
      throw new EngineError(`“${placeholder}” cannot stand beside named parameters.`, 'query');
    const name = placeholder.slice(1);
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined)
      throw new EngineError(`The parameter $${name} was given no value.`, 'query');
    values.push(value);
    return '?';
  };
  const bound = stretchesOf(text)
    .map((stretch) => (stretch.code ? stretch.text.replace(/(\$\w+|\?)/g, bind) : stretch.text))
    .join('');
  return query(bound, values);
}
