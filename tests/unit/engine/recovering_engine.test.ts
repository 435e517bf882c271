import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError, type Engine, type RawRows } from '$lib/engine/engine';
import { startRecoveringEngine, type EngineState } from '$lib/engine/recovering_engine';
import { sql } from '$lib/engine/sql';

const fault = () => new EngineError('The database stopped.', 'fatal');

/** Engines that only remember their tables, and a way to break the newest. */
function engines(onStart: (number: number) => void = () => {}) {
  const started: { tables: string[]; closed: boolean; breakDown: () => void }[] = [];
  const start = async (onFatal: (error: EngineError) => void): Promise<Engine> => {
    onStart(started.length + 1);
    const tables: string[] = [];
    let broken = false;
    const whole = () => {
      if (broken) throw fault();
    };
    const record = {
      tables,
      closed: false,
      breakDown: () => {
        broken = true;
        onFatal(fault());
      },
    };
    started.push(record);
    return {
      run: async (table) => {
        whole();
        tables.push(table);
      },
      insert: async () => whole(),
      ask: async () => {
        whole();
        return {} as RawRows;
      },
      close: async () => {
        record.closed = true;
      },
    };
  };
  return { started, start };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('after a fault a fresh engine is filled again, and later questions wait for it', async () => {
  const { started, start } = engines();
  const states: EngineState[] = [];
  const engine = startRecoveringEngine({
    start,
    reload: (fresh) => fresh.run('pupils'),
    onState: (state) => states.push(state),
  });
  await engine.run('pupils');
  started[0]?.breakDown();
  await engine.ask(sql`select 1`);
  await engine.run('schools');
  expect(started.map(({ tables }) => tables)).toEqual([['pupils'], ['pupils', 'schools']]);
  expect(states.map((state) => state.is)).toEqual(['ready', 'restarting', 'ready']);
});

test('after three restarts in a row it gives up, with a reason', async () => {
  const { started, start } = engines();
  const states: EngineState[] = [];
  const engine = startRecoveringEngine({
    start,
    reload: async () => {},
    onState: (state) => states.push(state),
  });
  for (let fault = 0; fault < 4; fault++) {
    await engine.ask(sql`select 1`);
    started.at(-1)?.breakDown();
  }
  await expect(engine.ask(sql`select 1`)).rejects.toMatchObject({
    kind: 'fatal',
    message: expect.stringContaining('keeps stopping') as string,
  });
  expect(started).toHaveLength(4);
  expect(states.at(-1)?.is).toBe('lost');
});

test('faults far apart are not in a row', async () => {
  const { started, start } = engines();
  const engine = startRecoveringEngine({ start, reload: async () => {} });
  await engine.started;
  for (let fault = 0; fault < 10; fault++) {
    started.at(-1)?.breakDown();
    await engine.ask(sql`select 1`);
    vi.advanceTimersByTime(61_000);
  }
  expect(started).toHaveLength(11);
});

test('a fault while the files are loaded again counts too', async () => {
  const { started, start } = engines();
  const engine = startRecoveringEngine({
    start,
    reload: async (fresh) => {
      started.at(-1)?.breakDown();
      await fresh.run('pupils');
    },
  });
  await engine.started;
  started[0]?.breakDown();
  await expect(engine.ask(sql`select 1`)).rejects.toThrow(/keeps stopping/);
  expect(started.map(({ closed }) => closed)).toEqual([false, true, true, true]);
});

test('files that cannot be loaded again are told, not tried again', async () => {
  const { started, start } = engines();
  const engine = startRecoveringEngine({
    start,
    reload: () => Promise.reject(new Error('attendance.parquet was moved or changed.')),
  });
  await engine.started;
  started[0]?.breakDown();
  await expect(engine.ask(sql`select 1`)).rejects.toThrow(/attendance.parquet was moved/);
  expect(started).toHaveLength(2);
});

test('what is asked before the first database runs waits for it, in order', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { started, start } = engines();
  const states: EngineState[] = [];
  const engine = startRecoveringEngine({
    start: async (onFatal) => {
      await held;
      return start(onFatal);
    },
    reload: async () => {},
    onState: (state) => states.push(state),
  });
  const ran = Promise.all(['types', 'pupils', 'schools'].map((table) => engine.run(table)));
  await Promise.resolve();
  expect(states).toEqual([]);
  release();
  await ran;
  expect(started.map(({ tables }) => tables)).toEqual([['types', 'pupils', 'schools']]);
  expect(states).toEqual([{ is: 'ready' }]);
});

test('a first start that fails is the caller’s to tell, and not tried again', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  let starts = 0;
  const { start } = engines(() => {
    starts += 1;
    throw fault();
  });
  const states: EngineState[] = [];
  const engine = startRecoveringEngine({
    start,
    reload: async () => {},
    onState: (state) => states.push(state),
  });
  vi.useRealTimers();
  await new Promise((turn) => setTimeout(turn));
  expect(unhandled).not.toHaveBeenCalled();
  process.off('unhandledRejection', unhandled);

  await expect(engine.started).rejects.toThrow(/stopped/);
  await expect(engine.run('pupils')).rejects.toMatchObject({ kind: 'fatal' });
  await expect(engine.ask(sql`select 1`)).rejects.toMatchObject({ kind: 'fatal' });
  expect(starts).toBe(1);
  expect(states).toEqual([]);
  await engine.close();
});

test('closed on purpose it stays closed', async () => {
  const { started, start } = engines();
  const engine = startRecoveringEngine({ start, reload: async () => {} });
  await engine.close();
  expect(started).toHaveLength(1);
  started[0]?.breakDown();
  expect(started).toHaveLength(1);
  expect(started[0]?.closed).toBe(true);
});
