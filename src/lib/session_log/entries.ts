/** What can happen in a session that somebody may have to answer for. */
export type Happening =
  | 'opened'
  | 'loaded'
  | 'refused'
  | 'removed'
  | 'wiped'
  | 'profile'
  | 'purpose added'
  | 'purpose taken out'
  | 'exported'
  | 'copied'
  | 'subject access switched on'
  | 'subject access switched off'
  | 'a subject access question was asked';

/** What is told of it: never a name of a person, a value of an extract or a figure. */
export type Facts = Readonly<Record<string, string | number | null>>;

/** One entry, tied to the one before by its hash, so that none can be changed, left out or put in unseen. */
export interface LogEntry {
  /** From 1. */
  readonly number: number;
  /** Date and time, as ISO 8601 in UTC. */
  readonly at: string;
  readonly what: Happening;
  readonly facts: Facts;
  /** The hash of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  /** SHA-256, as hexadecimal digits, of the JSON of `[number, at, what, facts, previous]`. */
  readonly hash: string;
}

export const beginning = '0'.repeat(64);

/** The entry that follows another. */
export async function entryAfter(
  last: LogEntry | undefined,
  at: Date,
  what: Happening,
  facts: Facts,
): Promise<LogEntry> {
  const entry = {
    number: (last?.number ?? 0) + 1,
    at: at.toISOString(),
    what,
    facts,
    previous: last?.hash ?? beginning,
  };
  return { ...entry, hash: await hashOf(entry) };
}

/** The number of the first entry that is not what it was when it was written; null when all are. */
export async function firstAltered(entries: readonly LogEntry[]): Promise<number | null> {
  let previous = beginning;
  for (const [index, entry] of entries.entries()) {
    const isNext = entry.number === index + 1 && entry.previous === previous;
    if (!isNext || entry.hash !== (await hashOf(entry))) return index + 1;
    previous = entry.hash;
  }
  return null;
}

async function hashOf(entry: Omit<LogEntry, 'hash'>): Promise<string> {
  const { number, at, what, facts, previous } = entry;
  return sha256(new TextEncoder().encode(JSON.stringify([number, at, what, facts, previous])));
}

/** The SHA-256 of bytes, as hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
