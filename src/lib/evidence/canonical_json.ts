/** What JSON can say. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value as the one JSON text that says it: no spaces, names sorted by their UTF-16 code units, numbers and strings
 * as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme). Throws a `TypeError` that says where, when the
 * value is nothing that JSON can say: no number, half of a surrogate pair, undefined, a function.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 'The value');
}

function written(value: unknown, where: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new TypeError(`${where} is ${value}, which JSON cannot say.`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return writtenText(value, where);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => written(item, `${where}[${index}]`)).join(',')}]`;
  }
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`${where} is a ${typeof value} that JSON cannot say.`);
  }
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(
    ([name, member]) => `${writtenText(name, where)}:${written(member, `${where}.${name}`)}`,
  );
  return `{${texts.join(',')}}`;
}

function writtenText(text: string, where: string): string {
  // A lone surrogate has no UTF-8, so what is hashed would not be what was meant.
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${where} holds half of a character.`);
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
