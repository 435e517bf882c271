import type { LogEntry } from './entries';

const version = 1;

/** The log as a file, with what it takes to check it. */
export function logFile(entries: readonly LogEntry[]): string {
  const file = {
    what: 'Log of a session of Waymark. It holds no data of the extracts.',
    version,
    check:
      'hash = SHA-256 of the JSON, without spaces, of [number, at, what, facts, previous]; previous = the hash of the entry before, of the first 64 zeros',
    entries,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
