import type { DimensionId } from '../../measures/dimension_ids';

/** For each dimension that is named the codes of which one must hold; of the others any. */
export type Box = ReadonlyMap<DimensionId, ReadonlySet<string>>;

/** Who or what a count is of. */
export interface Cohort {
  /** By characteristics of which everybody has one each. */
  readonly people: Box;
  /** By what is counted of them, of which somebody can have several. */
  readonly kinds: Box;
}

type Codes = Readonly<Partial<Record<DimensionId, string | readonly string[]>>>;

/** The box of a row: the filters of its table, narrowed by the codes of its own group. */
export function boxOf(where: Codes, keys: Codes, isMeant: (id: DimensionId) => boolean): Box {
  const entries = Object.entries({ ...where, ...keys }) as [
    DimensionId,
    string | readonly string[],
  ][];
  return new Map(entries.filter(([id]) => isMeant(id)).map(([id, codes]) => [id, setOf(codes)]));
}

const setOf = (codes: string | readonly string[]): ReadonlySet<string> =>
  new Set(typeof codes === 'string' ? [codes] : codes);

/** Text that two boxes share only when they are the same. */
export function textOf(box: Box): string {
  const sorted = [...box].map(([id, codes]): [string, string[]] => [id, [...codes].sort()]);
  return JSON.stringify(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether one box lies within another, whatever people there are. */
export function isWithin(inner: Box, outer: Box): boolean {
  for (const [id, codes] of outer) {
    const narrower = inner.get(id);
    if (narrower === undefined) return false;
    for (const code of narrower) if (!codes.has(code)) return false;
  }
  return true;
}

/** Whether no code is in both boxes in some dimension, so that nobody who has one code each is in both. */
export function isApart(a: Box, b: Box): boolean {
  for (const [id, codes] of a) {
    const others = b.get(id);
    if (others === undefined) continue;
    let shared = false;
    for (const code of others) if (codes.has(code)) shared = true;
    if (!shared) return true;
  }
  return false;
}
