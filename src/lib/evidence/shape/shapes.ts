import type { Json } from '../canonical_json';
import { PackError } from '../pack_error';

/**
 * Checks that a value of a JSON file has a shape, and answers it as that.
 *
 * @param file and path say in the sentence where it stands: `data/pack.json` and `.extracts[0].rows`
 * @throws PackError that says where what should be
 */
export type Shape<T> = (value: Json | undefined, file: string, path?: string) => T;

export const text: Shape<string> = (value, file, path = '') =>
  typeof value === 'string' ? value : wrong(file, path, 'a text');

export const yesOrNo: Shape<boolean> = (value, file, path = '') =>
  typeof value === 'boolean' ? value : wrong(file, path, 'true or false');

export const number: Shape<number> = (value, file, path = '') =>
  typeof value === 'number' ? value : wrong(file, path, 'a number');

/** A whole number from 0. */
export const count: Shape<number> = (value, file, path = '') =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : wrong(file, path, 'a whole number from 0');

/** SHA-256 as hexadecimal digits. */
export const hash: Shape<string> = (value, file, path = '') =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    ? value
    : wrong(file, path, 'a SHA-256 of 64 hexadecimal digits');

/** A moment in UTC, in the form of ECMAScript: `2026-01-31T09:30:00.000Z`. */
export const instant: Shape<string> = (value, file, path = '') => {
  const moment = typeof value === 'string' ? new Date(value) : null;
  return moment !== null && !Number.isNaN(moment.valueOf()) && moment.toISOString() === value
    ? value
    : wrong(file, path, 'a moment like 2026-01-31T09:30:00.000Z');
};

/** A day, `2026-01-31`. */
export const day: Shape<string> = (value, file, path = '') => {
  const moment = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : null;
  return moment !== null &&
    !Number.isNaN(moment.valueOf()) &&
    moment.toISOString().startsWith(`${value}T`)
    ? (value as string)
    : wrong(file, path, 'a day like 2026-01-31');
};

/** The letters and hyphens by which files of a figure are named. */
export const id: Shape<string> = (value, file, path = '') =>
  typeof value === 'string' && value.length <= 80 && /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(value)
    ? value
    : wrong(file, path, 'an identifier of lower-case letters, digits and hyphens');

export const json: Shape<Json> = (value, file, path = '') =>
  value === undefined ? wrong(file, path, 'given') : value;

export function exactly<T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value, file, path = '') =>
    allowed.find((one) => one === value) ??
    wrong(file, path, allowed.map((one) => JSON.stringify(one)).join(' or '));
}

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, file, path = '') =>
    value === null ? null : shape(value, file, path);

export const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, file, path = '') =>
    Array.isArray(value)
      ? value.map((item: Json, index) => shape(item, file, path + `[${index}]`))
      : wrong(file, path, 'a list');

/** Names of any kind, each with a value of one shape. */
export const mapOf =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, file, path = '') =>
    Object.fromEntries(
      Object.entries(members(value, file, path)).map(([name, member]) => [
        name,
        shape(member, file, path + `.${name}`),
      ]),
    );

/** Exactly these names. */
export const object =
  <T extends object>(shapes: { readonly [Name in keyof T]: Shape<T[Name]> }): Shape<T> =>
  (value, file, path = '') => {
    const given = members(value, file, path);
    const surplus = Object.keys(given).find((name) => !Object.hasOwn(shapes, name));
    if (surplus !== undefined) {
      return wrong(file, path + `.${surplus}`, 'absent');
    }
    const checked = Object.entries<Shape<unknown>>(shapes).map(([name, shape]) => [
      name,
      shape(Object.hasOwn(given, name) ? given[name] : undefined, file, path + `.${name}`),
    ]);
    return Object.fromEntries(checked) as T;
  };

/** The names of an object with their values. */
export function members(
  value: Json | undefined,
  file: string,
  path: string,
): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : wrong(file, path, 'an object');
}

/** Refuses a value, with what should stand in its place. */
export function wrong(file: string, path: string, expected: string): never {
  const place = path === '' ? 'it' : path.replace(/^\./, '');
  throw new PackError(
    'malformed',
    `${file} is not as version 1 has it: ${place} should be ${expected}.`,
    file,
  );
}
