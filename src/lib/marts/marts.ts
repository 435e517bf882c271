import types from './types.sql?raw';

export { types };

/** A table that measures read, made by one static SQL text. */
export interface Mart {
  readonly name: string;
  readonly grain: string;
  readonly source: string;
  /** What its SQL names after `from` and `join`: views of loaded tables, settings, other marts. */
  readonly reads: ReadonlySet<string>;
  readonly sql: string;
}

/** Types made by `types.sql`. */
export const valueLists: readonly string[] = [...types.matchAll(/^create type (\w+)/gm)].map(
  (match) => match[1] ?? '',
);

const texts: Readonly<Record<string, string>> = import.meta.glob('./*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every mart, one `.sql` file each, each after those it reads. */
export const marts: readonly Mart[] = inOrder(
  Object.entries(texts)
    .filter(([path]) => path !== './types.sql')
    .map(([path, sql]) => mart(path.slice('./'.length, -'.sql'.length), sql)),
);

/** What the value lists are made of besides the contract's code lists; new districts need new lists. */
const valueListSources = namedIn(types);

/** The marts to build anew when some views or settings have changed: those that read them, and so on. */
export function martsAfter(changed: ReadonlySet<string>): readonly Mart[] {
  if ([...changed].some((source) => valueListSources.has(source))) return marts;
  const stale = new Set(changed);
  return marts.filter((each) => {
    const isStale = [...each.reads].some((source) => stale.has(source));
    if (isStale) stale.add(each.name);
    return isStale;
  });
}

/** What an SQL text names after `from` and `join`. */
export function namedIn(sql: string): ReadonlySet<string> {
  return new Set([...sql.matchAll(/\b(?:from|join) ([a-z_0-9]+)/g)].map((match) => match[1] ?? ''));
}

function mart(name: string, sql: string): Mart {
  const header = (word: string): string =>
    new RegExp(`^-- ${word}: (.*)$`, 'm').exec(sql)?.[1] ?? '';
  return { name, grain: header('grain'), source: header('source'), reads: namedIn(sql), sql };
}

/** Puts each mart after those it reads; marts that do not read each other stay in the order of their names. */
function inOrder(unordered: readonly Mart[]): readonly Mart[] {
  const byName = new Map(unordered.map((each) => [each.name, each]));
  const ordered = new Set<Mart>();
  const visit = (each: Mart, under: readonly string[]): void => {
    if (ordered.has(each)) return;
    if (under.includes(each.name)) throw new Error(`The mart ${each.name} rests on itself.`);
    for (const source of [...each.reads].sort()) {
      const read = byName.get(source);
      if (read) visit(read, [...under, each.name]);
    }
    ordered.add(each);
  };
  for (const name of [...byName.keys()].sort()) visit(byName.get(name)!, []);
  return [...ordered];
}
