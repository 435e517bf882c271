import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { firstAltered, type LogEntry } from '$lib/session_log/entries';
import { logFile } from '$lib/session_log/log_file';
import { SessionLog } from '$lib/session_log/session_log.svelte';

async function aLog(): Promise<readonly LogEntry[]> {
  const log = new SessionLog();
  void log.add('opened', {});
  void log.add('loaded', { table: 'people', rows: 3, content: null });
  void log.add('profile', { from: 'a', to: 'b', because: 'for the board' });
  await log.add('wiped', {});
  return log.entries;
}

it('ties each entry to the one before, in the order in which things happened', async () => {
  const entries = await aLog();
  expect(entries.map(({ number, what }) => `${number} ${what}`)).toEqual([
    '1 opened',
    '2 loaded',
    '3 profile',
    '4 wiped',
  ]);
  let previous = '0'.repeat(64);
  for (const { number, at, what, facts, hash, ...rest } of entries) {
    expect(rest.previous).toBe(previous);
    // Worked out anew with another library, as the file says how.
    const text = JSON.stringify([number, at, what, facts, previous]);
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    previous = hash;
  }
  expect(await firstAltered(entries)).toBeNull();
});

it('names the first entry that was changed, left out or put in', async () => {
  const entries = await aLog();
  const changed = entries.map((entry) =>
    entry.number === 3 ? { ...entry, facts: { ...entry.facts, because: 'for nobody' } } : entry,
  );
  expect(await firstAltered(changed)).toBe(3);
  expect(await firstAltered(entries.filter(({ number }) => number !== 2))).toBe(2);
  expect(await firstAltered([entries[0]!, entries[0]!, ...entries.slice(1)])).toBe(2);
  expect(await firstAltered(entries.slice(1))).toBe(1);
  expect(await firstAltered([])).toBeNull();
});

it('is a file that can be checked', async () => {
  const entries = await aLog();
  const file = JSON.parse(logFile(entries)) as { entries: LogEntry[] };
  expect(file.entries).toEqual(entries);
  expect(await firstAltered(file.entries)).toBeNull();
});
