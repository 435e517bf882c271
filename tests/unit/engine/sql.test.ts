import { describe, expect, test } from 'vitest';
import { boundStatements } from '$lib/engine/bound_values';
import { named, sql } from '$lib/engine/sql';
import { openingWords, stretchesOf, withoutEnd } from '$lib/engine/sql_text';
import { enumsAsText } from '$lib/engine/streamed_answers';

describe('the sql template', () => {
  test('binds values and never writes them', () => {
    expect(sql`select * from t where a = ${"x' or 1"} and b = ${2}`).toEqual({
      text: 'select * from t where a = ? and b = ?',
      values: ["x' or 1", 2],
    });
  });

  test('nests queries with their values in order', () => {
    const filters = sql.join([sql`a = ${1}`, sql`b in (${2}, ${3})`], ' and ');
    expect(sql`select ${0} from ${sql.name('pupils')} where ${filters} limit ${4}`).toEqual({
      text: 'select ? from "pupils" where a = ? and b in (?, ?) limit ?',
      values: [0, 1, 2, 3, 4],
    });
  });

  test.each(['a"b', 'Robert"; drop', '', '1a', 'a.b', 'a b', 'é'])('%j is no name', (name) => {
    expect(() => sql.name(name)).toThrow(/cannot be the name/);
  });

  test('refuses an object that is not a query', () => {
    expect(() => sql`select ${{ text: 'evil', values: [] }}`).toThrow(/Only a query/);
  });
});

describe('named parameters', () => {
  test('become positional, as often as they appear', () => {
    expect(named('$a + $b + $a', { a: 1, b: null, unused: 3 })).toEqual({
      text: '? + ? + ?',
      values: [1, null, 1],
    });
  });

  test('are not looked for in strings, quoted names and comments', () => {
    const text = `select '$x ''$y', "a$x", $$ $x $$, $t$ $x $t$, e'\\'$x', /* $x */ a -- $x`;
    expect(named(text, {})).toEqual({ text, values: [] });
  });

  test('must have a value of their own', () => {
    expect(() => named('$period', {})).toThrow('The parameter $period was given no value.');
    expect(() => named('$toString', {})).toThrow(/no value/);
  });

  test.each(['a = ?', 'a = $1'])('cannot stand beside positions: %s', (text) => {
    expect(() => named(text, {})).toThrow(/cannot stand beside/);
  });
});

describe('bound statements', () => {
  test('a query without values is sent as it is', () => {
    expect(boundStatements(sql`select 1`)).toEqual({ prepare: null, execute: 'select 1' });
  });

  test('values are constants of the execution', () => {
    expect(boundStatements(sql`select ${"it's"}, ${1.5}, ${-2n}, ${null}, ${false}`)).toEqual({
      prepare: 'prepare asked as select ?, ?, ?, ?, ?',
      execute: "execute asked('it''s', '1.5'::double, -2, null, false)",
    });
  });
});

describe('SQL text', () => {
  test('is whole again when its stretches are joined', () => {
    const text = `select 'a;''b' as "c;d" /* ; */; -- ;\nfrom t`;
    expect(
      stretchesOf(text)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text);
  });

  test('tells the opening words of each statement', () => {
    const text = `-- why\nSELECT ';load x'; /* and */ Install\n json ;; ("update"); with a as (select 1) from a`;
    expect(openingWords(text)).toEqual(['select', 'install json', '( )', 'with a']);
  });

  test.each([
    ['select 1; -- end', 'select 1'],
    ["select ';' /* ; */ ;;\n", "select ';'"],
    ['select 1 -- why\n from t', 'select 1 -- why\n from t'],
    ['-- nothing', ''],
  ])('%j ends without its semicolons and comments', (text, whole) => {
    expect(withoutEnd(text)).toBe(whole);
  });

  test('columns are cast under their own names', () => {
    expect(enumsAsText('select a, "B""c" from t order by 1;', ['a', 'B"c'])).toBe(
      'select * replace ("a"::varchar as "a", "B""c"::varchar as "B""c") from (select a, "B""c" from t order by 1)',
    );
  });
});
