/** Something wrong in a file, and where: `sections[2].figures[0].measure`. */
export interface Fault {
  readonly place: string;
  readonly sentence: string;
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
};

/**
 * One value of a JSON file with its place. What is asked of it is answered where it is as it should be; otherwise the
 * fault is noted and the answer is null, so that reading goes on and every fault is found. Only properties of an
 * object's own count, and only those that are asked for are ever copied.
 */
export class Reading {
  readonly value: unknown;
  readonly place: string;
  readonly #faults: Fault[];

  constructor(value: unknown, place: string, faults: Fault[]) {
    this.value = value;
    this.place = place;
    this.#faults = faults;
  }

  /** Notes a fault; says `found` where the value itself is wrong. */
  fault(sentence: string, found = true): null {
    const what = found ? ` Found ${shown(this.value)}.` : '';
    this.#faults.push({ place: this.place, sentence: `${sentence}${what}` });
    return null;
  }

  /** The text, which must not be empty unless `least` is 0. */
  text(most: number, least = 1): string | null {
    if (typeof this.value !== 'string') return this.fault('It must be a text.');
    if (this.value.trim().length < least) return this.fault('It must not be empty.', false);
    if (this.value.length > most)
      return this.fault(`It has ${this.value.length} characters; ${most} is the most.`, false);
    return this.value;
  }

  oneOf<T extends string>(options: readonly T[], what: string): T | null {
    const found = options.find((option) => option === this.value);
    return found ?? this.fault(`There is no such ${what}. There are: ${options.join(', ')}.`);
  }

  /** The entries of a list, each with its place. */
  list(most: number, least = 0): readonly Reading[] | null {
    const { value } = this;
    if (!Array.isArray(value)) return this.fault('It must be a list, in square brackets.');
    if (value.length < least) return this.fault('It must not be an empty list.', false);
    if (value.length > most)
      return this.fault(`It has ${value.length} entries; ${most} is the most.`, false);
    return value.map((each, index) => new Reading(each, `${this.place}[${index}]`, this.#faults));
  }

  /** The properties of an object by name; null for one that is not there. A name that is not known is a fault. */
  properties<T extends string>(
    required: readonly T[],
    optional: readonly T[] = [],
  ): Readonly<Record<T, Reading | null>> | null {
    const entries = this.entries();
    if (entries === null) return null;
    const known: readonly string[] = [...required, ...optional];
    for (const [name, reading] of entries)
      if (!known.includes(name)) reading.fault('Nothing of this name belongs here.', false);
    const found = new Map(entries);
    const missing = required.filter((name) => !found.has(name));
    for (const name of missing) this.#at(name, undefined).fault('It is missing.', false);
    if (missing.length > 0) return null;
    return Object.fromEntries(
      [...required, ...optional].map((name) => [name, found.get(name) ?? null]),
    ) as Record<T, Reading | null>;
  }

  /** All properties of an object with their places. */
  entries(most = 50): readonly (readonly [string, Reading])[] | null {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fault('It must be an object, in braces.');
    const entries = Object.entries(value);
    if (entries.length > most)
      return this.fault(`It has ${entries.length} properties; ${most} is the most.`, false);
    return entries.map(([name, each]) => [name, this.#at(name, each)]);
  }

  #at(name: string, value: unknown): Reading {
    const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
    return new Reading(value, this.place === '' ? short : `${this.place}.${short}`, this.#faults);
  }
}
