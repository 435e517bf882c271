// Everything a program in the page could reach from `window`, walked in search of a hidden count beside its group.
import type { Page } from '@playwright/test';
import type { HiddenGroup } from './telling';

export interface Walked {
  /** Where something was found, as a path from `window`. */
  readonly found: readonly string[];
  /** How many objects were looked into. */
  readonly objects: number;
  /** Paths at which the walk gave up: there must be none. */
  readonly givenUp: readonly string[];
}

/**
 * Walks own properties (also those that cannot be enumerated, and symbols), getters of the page's own classes, maps,
 * sets, arrays and typed arrays, from `window` and from every node of the document; each object once. What the
 * browser itself put on `window` is left out, by the names that an empty page has.
 *
 * @param columns the numbers of whole tables in order, hidden ones among them, which would tell without a name
 */
export async function walkMemory(
  page: Page,
  groups: readonly HiddenGroup[],
  columns: readonly (readonly number[])[],
): Promise<Walked> {
  // A page of the same origin without a script, for some names are there on secure pages only.
  const empty = await page.context().browser()!.newPage();
  await empty.goto(new URL('/_app/version.json', page.url()).href);
  const builtIn = await empty.evaluate(() => Object.getOwnPropertyNames(window));
  await empty.close();
  // Another test of the same tab may have put its tool there.
  return page.evaluate(walkHere, { builtIn: [...builtIn, 'axe'], groups, columns });
}

interface Asked {
  readonly builtIn: readonly string[];
  readonly groups: readonly HiddenGroup[];
  readonly columns: readonly (readonly number[])[];
}

/** Runs in the page, so it must hold all that it uses. */
function walkHere({ builtIn, groups, columns }: Asked): Walked {
  const deepest = 1000;
  const most = 2_000_000;
  const seen = new WeakSet<object>();
  const found = new Set<string>();
  const givenUp: string[] = [];
  let objects = 0;
  const queue: { at: string; value: object; depth: number }[] = [];
  const isNative = (made: unknown): boolean =>
    typeof made === 'function' && /\[native code\]/.test(Function.prototype.toString.call(made));

  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  const named = groups.map((group) => ({ ...group, sets: [group.codes, group.names] }));
  const means = (texts: readonly string[], { sets }: (typeof named)[number]): boolean =>
    sets.some((each) => each.every((name) => texts.some((text) => text.includes(name))));

  /** Names and numbers of an object, with those one step below it, for a cell is an object with a number in it. */
  function gathered(members: readonly [string, unknown][], steps: number) {
    const texts: string[] = [];
    const numbers: number[] = [];
    for (const [key, value] of members) {
      texts.push(key, textOf(value));
      if (typeof value === 'number') numbers.push(value);
      if (typeof value === 'bigint') numbers.push(Number(value));
      const isBelow = typeof value === 'object' && value !== null && !(value instanceof Node);
      if (isBelow && steps > 0) {
        const below = gathered(membersOf(value).slice(0, 40), steps - 1);
        texts.push(...below.texts);
        numbers.push(...below.numbers);
      }
    }
    return { texts, numbers };
  }

  function membersOf(value: object): [string, unknown][] {
    if (value instanceof Map) return [...value].map(([key, each]) => [textOf(key), each]);
    if (value instanceof Set) return [...value].map((each, i) => [String(i), each]);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return [['', [...(value as unknown as Iterable<number>)]]];
    const members: [string, unknown][] = [];
    for (let from: object | null = value; from; from = Object.getPrototypeOf(from) as object) {
      // A class of the browser or the language has getters of its own, which hold nothing of the page's.
      if (from !== value && isNative((from as { constructor?: unknown }).constructor)) break;
      for (const key of Reflect.ownKeys(from)) {
        if (value === window && builtIn.includes(String(key))) continue;
        try {
          members.push([String(key), (value as Record<PropertyKey, unknown>)[key]]);
        } catch {
          // Such as `arguments` of a strict function, which nobody can read.
        }
      }
    }
    return members;
  }

  function look(at: string, value: object, members: readonly [string, unknown][]): void {
    if (members.length <= 200) {
      const { texts, numbers } = gathered(members, 2);
      for (const group of named) {
        const hidden = [group.numerator, group.denominator, group.rate];
        if (numbers.some((number) => hidden.includes(number)) && means(texts, group))
          found.add(`${at} tells of ${group.names.join(', ')}`);
      }
    }
    for (const [key, each] of members) {
      for (const { rate, names } of named)
        if (
          rate !== null &&
          String(rate).length > 8 &&
          (each === rate || textOf(each).includes(String(rate)))
        )
          found.add(`${at}.${key} is the rate of ${names.join(', ')}`);
    }
    const row = Array.isArray(value) ? value : null;
    if (row === null) return;
    for (const column of columns) {
      const starts = row.flatMap((each, index) => (each === column[0] ? [index] : []));
      if (starts.some((start) => column.every((number, i) => row[start + i] === number)))
        found.add(`${at} holds a whole column`);
    }
  }

  const add = (at: string, value: unknown, depth: number): void => {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!isObject || seen.has(value as object)) return;
    seen.add(value as object);
    if (depth > deepest || objects > most) givenUp.push(at);
    else queue.push({ at, value: value as object, depth });
  };

  add('window', window, 0);
  const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  for (let node: Node | null = document; node; node = nodes.nextNode()) add(node.nodeName, node, 0);
  add('state of the history', history.state, 0);
  // The queue grows while it is walked.
  for (const { at, value, depth } of queue) {
    objects += 1;
    const members = membersOf(value);
    look(at, value, members);
    for (const [key, each] of members) add(`${at}.${key}`, each, depth + 1);
  }
  return { found: [...found], objects, givenUp: givenUp.slice(0, 5) };
}
