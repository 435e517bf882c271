import type { Json } from '../canonical_json';
import { PackError } from '../pack_error';

/**
 * Checks that a value of a JSON file has a shape, and answers it as that.
 *
 * @param where the file and the place in it, for the sentence: `data/pack.json` or `data/pack.json: extracts[0].rows`
 * @throws PackError that says where what should be
 */
export type Shape<T> = (value: Json | undefined, where: string) => T;

export const text: Shape<string> = (value, where) =>
  typeof value === 'string' ? value : wrong(where, 'a text');

export const yesOrNo: Shape<boolean> = (value, where) =>
  typeof value === 'boolean' ? value : wrong(where, 'true or false');

export const number: Shape<number> = (value, where) =>
  typeof value === 'number' ? value : wrong(where, 'a number');

/** A whole number from 0. */
export const count: Shape<number> = (value, where) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : wrong(where, 'a whole number from 0');

/** SHA-256 as hexadecimal digits. */
export const hash: Shape<string> = (value, where) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    ? value
    : wrong(where, 'a SHA-256 of 64 hexadecimal digits');

/** A moment in UTC, in the form of ECMAScript: `2026-01-31T09:30:00.000Z`. */
export const instant: Shape<string> = (value, where) => {
  const moment = typeof value === 'string' ? new Date(value) : null;
  return moment !== null && !Number.isNaN(moment.valueOf()) && moment.toISOString() === value
    ? value
    : wrong(where, 'a moment like 2026-01-31T09:30:00.000Z');
};

/** A day, `2026-01-31`. */
export const day: Shape<string> = (value, where) => {
  const moment = typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : null;
  return moment !== null &&
    !Number.isNaN(moment.valueOf()) &&
    moment.toISOString().startsWith(`${value}T`)
    ? (value as string)
    : wrong(where, 'a day like 2026-01-31');
};

/** The letters and hyphens by which files of a figure are named. */
export const id: Shape<string> = (value, where) =>
  typeof value === 'string' && value.length <= 80 && /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(value)
    ? value
    : wrong(where, 'an identifier of lower-case letters, digits and hyphens');

export const json: Shape<Json> = (value, where) =>
  value === undefined ? wrong(where, 'given') : value;

export function exactly<T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value, where) =>
    allowed.find((one) => one === value) ??
    wrong(where, allowed.map((one) => JSON.stringify(one)).join(' or '));
}

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, where) =>
    value === null ? null : shape(value, where);

export const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, where) =>
    Array.isArray(value)
      ? value.map((item: Json, index) => shape(item, within(where, `[${index}]`)))
      : wrong(where, 'a list');

/** Names of any kind, each with a value of one shape. */
export const mapOf =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, where) =>
    Object.fromEntries(
      Object.entries(members(value, where)).map(([name, member]) => [
        name,
        shape(member, within(where, `.${name}`)),
      ]),
    );

/** Exactly these names. */
export const object =
  <T extends object>(shapes: { readonly [Name in keyof T]: Shape<T[Name]> }): Shape<T> =>
  (value, where) => {
    const given = members(value, where);
    const surplus = Object.keys(given).find((name) => !Object.hasOwn(shapes, name));
    if (surplus !== undefined) {
      return wrong(within(where, `.${surplus}`), 'absent');
    }
    const checked = Object.entries<Shape<unknown>>(shapes).map(([name, shape]) => [
      name,
      shape(Object.hasOwn(given, name) ? given[name] : undefined, within(where, `.${name}`)),
    ]);
    return Object.fromEntries(checked) as T;
  };

function members(value: Json | undefined, where: string): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : wrong(where, 'an object');
}

const within = (where: string, step: string): string =>
  where.includes(': ') ? `${where}${step}` : `${where}: ${step.replace(/^\./, '')}`;

function wrong(where: string, expected: string): never {
  const [file = where, place = 'it'] = where.split(': ');
  throw new PackError(
    'malformed',
    `${file} is not as version 1 has it: ${place} should be ${expected}.`,
    file,
  );
}
