import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { tableFromIPC } from 'apache-arrow';
import type { Decoder, NamedBlob } from '$lib/intake/decoder';
import { DecoderClient } from '$lib/intake/decoder_client';
import type { MessagePortLike } from '$lib/intake/decoder_messages';
import { serveDecoder } from '$lib/intake/decoder_server';
import { FileRefused } from '$lib/intake/file_report';
import { named, newDecoder, parquet, peopleRow } from './extract_files';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A decoder behind a message channel, as the page has it behind a worker. */
async function decoderBehindMessages(): Promise<Decoder> {
  const { port1, port2 } = new MessageChannel();
  serveDecoder(port2 as unknown as MessagePortLike, () => newDecoder());
  port1.start();
  port2.start();
  const close = () => {
    port1.close();
    port2.close();
  };
  ends.push(close);
  const client = new DecoderClient(port1 as unknown as MessagePortLike, close);
  await client.start('wasm');
  return client;
}

const sessions = (rows: number) =>
  parquet(
    'attendance-2024.parquet',
    `select i // 380 as person_id, 118001 as school_id, (date '2024-09-02' + (i % 380 // 2)::int) as "date",
       case when i % 2 = 0 then 'AM' else 'PM' end as "session", 'L' as "code" from range(${rows}) t(i)`,
  );

const decoders: [string, () => Promise<Decoder>][] = [
  ['in this thread', () => newDecoder()],
  ['behind messages', decoderBehindMessages],
];

test.each(decoders)('batches cover the file and say how far they are (%s)', async (_, start) => {
  const decoder = await start();
  const file = await sessions(600_000);
  const opened = await decoder.open(file, 3);
  expect(opened).toMatchObject({ fileNo: 3, file: 'attendance-2024.parquet', rows: 600_000 });
  const seen: number[] = [];
  let kept = 0;
  for await (const batch of decoder.batches(3)) {
    kept += batch.kept;
    expect(tableFromIPC(batch.ipc).numRows).toBe(batch.kept);
    expect(batch.of).toBe(600_000);
    seen.push(batch.rows);
  }
  expect(kept).toBe(600_000);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(600_000);
  expect(await decoder.report(3)).toMatchObject({ kept: 600_000, dropped: 0, refused: null });
  await decoder.forget(3);
  await expect(decoder.report(3)).rejects.toThrow('not opened');
});

test.each(decoders)('a refusal arrives as one (%s)', async (_, start) => {
  const decoder = await start();
  await expect(decoder.open(named(['x'], 'people.parquet'), 1)).rejects.toBeInstanceOf(FileRefused);
  expect((await decoder.report(1)).refused?.rule).toBe('not_parquet');
});

test.each(decoders)('cancelled half-way, nothing of the file stays (%s)', async (_, start) => {
  const decoder = await start();
  const file = await sessions(900_000);
  const cancel = new AbortController();
  await decoder.open(file, 1, { signal: cancel.signal });
  let batches = 0;
  const reading = async () => {
    for await (const batch of decoder.batches(1, { signal: cancel.signal })) {
      expect(batch.rows).toBeLessThan(900_000);
      batches++;
      cancel.abort();
    }
  };
  await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
  expect(batches).toBe(1);
  await decoder.forget(1);
  await expect(decoder.report(1)).rejects.toThrow('not opened');
  // The same file loads afterwards.
  await decoder.open(file, 2);
  let kept = 0;
  for await (const batch of decoder.batches(2)) kept += batch.kept;
  expect(kept).toBe(900_000);
});

test.each(decoders)('leaving the loop stops the decoding (%s)', async (_, start) => {
  const decoder = await start();
  await decoder.open(await sessions(900_000), 1);
  for await (const batch of decoder.batches(1)) {
    expect(batch.rows).toBeLessThan(900_000);
    break;
  }
  await decoder.forget(1);
  await decoder.open(await parquet('people.parquet', peopleRow()), 2);
});

test.each(decoders)('a signal that was given before is obeyed (%s)', async (_, start) => {
  const decoder = await start();
  const file: NamedBlob = await parquet('people.parquet', peopleRow());
  await expect(decoder.open(file, 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('a person has one number in every file until the decoder is wiped', async () => {
  const decoder = await newDecoder();
  const numberOf = async (fileNo: number, pseudonym: string) => {
    await decoder.open(
      await parquet('restrictions.parquet', `select ${pseudonym} as person_id`),
      fileNo,
    );
    for await (const batch of decoder.batches(fileNo)) {
      return tableFromIPC(batch.ipc).get(0)!.toJSON()['person_no'];
    }
  };
  expect(await numberOf(1, "'p-1'")).toBe(1);
  expect(await numberOf(2, "'p-2'")).toBe(2);
  expect(await numberOf(3, "'p-1'")).toBe(1);
  await decoder.wipe();
  expect(await numberOf(4, "'p-2'")).toBe(1);
});

test('parents 1 and 2 keep their numbers, and other parents come after them', async () => {
  const decoder = await newDecoder();
  const parents = ["'g-77'", "'2'", "'1'", "'g-78'", "'g-77'"].map(
    (parent) =>
      `select 1 as person_id, date '2024-10-01' as date, 'warning' as action, ${parent} as parent`,
  );
  await decoder.open(await parquet('enforcements.parquet', parents.join(' union all ')), 1);
  for await (const batch of decoder.batches(1)) {
    expect([...tableFromIPC(batch.ipc).getChild('parent')!]).toEqual([3, 2, 1, 4, 3]);
  }
});

test.each(decoders)(
  'a pseudonym is found under its number, and to ask leaves nothing behind (%s)',
  async (_, start) => {
    const decoder = await start();
    const rows = [
      ["'p-7'", "'g-77'"],
      ["'40'", "'1'"],
      ["'1'", 'null'],
    ].map(
      ([who, parent]) =>
        `select ${who} as person_id, date '2024-10-01' as date, 'warning' as action, ${parent} as parent`,
    );
    await decoder.open(await parquet('enforcements.parquet', rows.join(' union all ')), 1);
    for await (const batch of decoder.batches(1)) expect(batch.kept).toBe(3);
    expect(await decoder.find('p-8')).toEqual({ person: null, parent: null });
    expect(await decoder.find('')).toEqual({ person: null, parent: null });
    expect(await decoder.find('p-7')).toEqual({ person: 1, parent: null });
    expect(await decoder.find('40')).toEqual({ person: 2, parent: null });
    // First and second parent are no pseudonyms, and a parent is no child of the same number.
    expect(await decoder.find('1')).toEqual({ person: 3, parent: null });
    expect(await decoder.find('g-77')).toEqual({ person: null, parent: 3 });
    // A question gives no number away: the next new pseudonym gets the next number.
    await decoder.open(await parquet('people.parquet', peopleRow({ person_id: "'p-8'" })), 2);
    for await (const batch of decoder.batches(2))
      expect([...tableFromIPC(batch.ipc).getChild('person_no')!]).toEqual([4]);
    await decoder.wipe();
    expect(await decoder.find('p-7')).toEqual({ person: null, parent: null });
  },
);

test('when the worker is gone every request says so', async () => {
  const { port1, port2 } = new MessageChannel();
  ends.push(() => (port1.close(), port2.close()));
  const client = new DecoderClient(port1 as unknown as MessagePortLike, () => {});
  const report = client.report(1);
  client.fail(new Error('gone'));
  await expect(report).rejects.toThrow('gone');
  await expect(client.report(1)).rejects.toThrow('gone');
});
