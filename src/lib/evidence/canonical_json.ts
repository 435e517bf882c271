/** What JSON can say. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value as the one JSON text that says it: no spaces, names sorted by their UTF-16 code units, numbers and strings
 * as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme). Throws a `TypeError` that says where, when the
 * value is nothing that JSON can say: no number, half of a surrogate pair, undefined, a function.
 */
export function canonicalJson(value: unknown): string {
  return written(value, []);
}

/** @param path the names and places that lead to the value, for the sentence when it cannot be said */
function written(value: unknown, path: (string | number)[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writtenText(value, path);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? JSON.stringify(value) : unsaid(`the number ${value}`, path);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => writtenAt(index, item, path)).join(',')}]`;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    return unsaid(typeof value === 'object' ? 'an object of a class' : typeof value, path);
  }
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(
    ([name, member]) => `${writtenText(name, path)}:${writtenAt(name, member, path)}`,
  );
  return `{${texts.join(',')}}`;
}

function writtenAt(step: string | number, value: unknown, path: (string | number)[]): string {
  path.push(step);
  const text = written(value, path);
  path.pop();
  return text;
}

function writtenText(text: string, path: readonly (string | number)[]): string {
  // A lone surrogate has no UTF-8, so what is hashed would not be what was meant.
  return /\p{Surrogate}/u.test(text) ? unsaid('half of a character', path) : JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function unsaid(what: string, path: readonly (string | number)[]): never {
  throw new TypeError(`JSON cannot say ${what}, which stands at "${path.join('.')}"`);
}
