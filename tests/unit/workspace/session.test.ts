import { beforeEach, expect, test, vi } from 'vitest';
import { kent } from '$lib/county/kent';
import { EngineError } from '$lib/engine/engine';
import type { EngineState } from '$lib/engine/recovering_engine';
import type { LoadOptions } from '$lib/workspace/load_step';
import type { PagePurpose } from '$lib/workspace/page_purpose';
import { Session } from '$lib/workspace/session.svelte';
import type {
  BrowserWorkspace,
  BrowserWorkspaceOptions,
} from '$lib/workspace/workspace_in_browser';

/** A workspace whose decoder and engine start, or fail to, when the test says so. */
interface Opened {
  readonly closed: () => number;
  readonly loads: () => number;
  arrive(): Promise<void>;
  failToArrive(error: Error): Promise<void>;
  engine(state: EngineState): Promise<void>;
  failToStart(error: Error): Promise<void>;
}

const { deferred, opened } = vi.hoisted(() => ({
  opened: [] as Opened[],
  /** A promise that is settled from outside. */
  deferred: <T = void>() => {
    let resolve: (value: T) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const promise = new Promise<T>((onResolve, onReject) => {
      resolve = onResolve;
      reject = onReject;
    });
    return { promise, resolve, reject };
  },
}));

vi.mock('$lib/workspace/workspace_in_browser', () => ({
  openWorkspaceInBrowser: ({ onEngineState }: BrowserWorkspaceOptions) => {
    const arrival = deferred<BrowserWorkspace>();
    const start = deferred();
    start.promise.catch(() => {});
    let closed = 0;
    let loads = 0;
    const workspace = {
      reports: [],
      // As the real one: what is asked of the engine waits for it.
      load: async (sources: readonly File[], { onStep }: LoadOptions) => {
        loads += 1;
        for (const source of sources) onStep?.({ doing: 'opening', source, fileNo: loads });
        await start.promise;
        onStep?.({ doing: 'built' });
      },
      coverage: null,
      extractDate: '2025-07-31',
      figures: async () => 'figures',
      findings: async () => 'findings',
      // Of this made-up workspace what is called so rests on enforcement.
      purposesOf: (asked: { measure?: string; model?: string }) =>
        (asked.model ?? asked.measure) === 'penalty_notices' ? ['enforcement'] : [],
      rowsAbout: async () => [{ table: 'people', as: 'person', rows: 1 }],
      close: async () => {
        closed += 1;
      },
    };
    opened.push({
      closed: () => closed,
      loads: () => loads,
      arrive: () => {
        const { promise: started } = start;
        arrival.resolve({ workspace, started } as unknown as BrowserWorkspace);
        return settled();
      },
      failToArrive: (error) => {
        arrival.reject(error);
        return settled();
      },
      engine: (state) => {
        onEngineState(state);
        if (state.is === 'ready') start.resolve();
        return settled();
      },
      failToStart: (error) => {
        start.reject(error);
        return settled();
      },
    });
    return arrival.promise;
  },
}));

const settled = () => new Promise<void>((turn) => setTimeout(turn));
const notStarted = () => new EngineError('The database could not be started.', 'fatal');
const file = () => new File(['x'], 'people.parquet');
const at = (index: number): Opened => {
  const found = opened[index];
  if (!found) throw new RangeError(`Workspace ${index} was not opened.`);
  return found;
};

let session: Session;
beforeEach(() => {
  opened.length = 0;
  session = new Session(kent);
});

test('is sealed only while an engine runs', async () => {
  session.warm();
  session.warm();
  expect(opened).toHaveLength(1);
  await at(0).arrive();
  expect(session.sealed).toBe(false);
  await at(0).engine({ is: 'ready' });
  expect(session.sealed).toBe(true);
  await at(0).engine({ is: 'restarting', message: 'A moment.' });
  expect([session.sealed, session.trouble]).toEqual([false, 'A moment.']);
  await at(0).engine({ is: 'ready' });
  expect([session.sealed, session.trouble]).toEqual([true, null]);
  await session.wipe();
  expect([session.sealed, at(0).closed()]).toEqual([false, 1]);
});

test('files are read while the engine starts, and the wait is told as such', async () => {
  session.warm();
  await at(0).arrive();
  const loaded = session.load([file()]);
  await settled();
  expect(at(0).loads()).toBe(1);
  expect([session.doing.is, session.files[0]?.state]).toEqual(['starting', 'reading']);
  await at(0).engine({ is: 'ready' });
  await loaded;
  expect(session.trouble).toBeNull();
  expect(session.extractDate).toBe('2025-07-31');
});

test.each<[string, (workspace: Opened) => Promise<void>]>([
  ['engine', async (workspace) => (await workspace.arrive(), workspace.failToStart(notStarted()))],
  ['decoder', (workspace) => workspace.failToArrive(notStarted())],
])('a failure of the %s to start fails the load, and the next one starts anew', async (_, fail) => {
  session.warm();
  const loaded = session.load([file()]);
  await fail(at(0));
  await loaded;
  expect(session.trouble).toBe('The database could not be started.');
  expect(session.files.map(({ state }) => state)).toEqual(['failed']);
  expect([session.doing.is, session.sealed]).toEqual(['nothing', false]);

  const again = session.load([file()]);
  expect(opened).toHaveLength(2);
  await at(1).arrive();
  await at(1).engine({ is: 'ready' });
  await again;
  expect([session.trouble, session.sealed]).toEqual([null, true]);
  expect(await session.figures({ measure: 'neet', periods: [], by: [], where: {} })).toBe(
    'figures',
  );
});

test('a failure before any file comes is told to nobody, leaves nothing, and the first load starts anew', async () => {
  session.warm();
  await at(0).arrive();
  await at(0).failToStart(notStarted());
  expect(at(0).closed()).toBe(1);
  expect([session.trouble, session.sealed]).toEqual([null, false]);
  void session.load([file()]);
  expect(opened).toHaveLength(2);
});

test('what was wiped while it started is closed when it comes, and seals nothing', async () => {
  session.warm();
  const loaded = session.load([file()]);
  await session.wipe();
  await at(0).arrive();
  await at(0).engine({ is: 'ready' });
  await loaded;
  expect([at(0).closed(), at(0).loads(), session.sealed]).toEqual([1, 0, false]);
  expect([session.doing.is, session.trouble, session.files]).toEqual(['nothing', null, []]);
});

test('what is held about one pseudonym is asked only once somebody said why, and is logged without it', async () => {
  session.warm();
  await at(0).arrive();
  await at(0).engine({ is: 'ready' });
  await expect(session.rowsAbout('p-secret')).rejects.toThrow('not switched on');
  session.allowSubjectAccess('Request 12 of 2026');
  expect(await session.rowsAbout('p-secret')).toEqual([{ table: 'people', as: 'person', rows: 1 }]);
  await session.wipe();
  await expect(session.rowsAbout('p-secret')).rejects.toThrow('not switched on');
  await session.log.add('opened', {});
  const entries = session.log.entries.map(({ what, facts }) => [what, facts]);
  expect(entries.slice(0, 2)).toEqual([
    ['subject access switched on', { because: 'Request 12 of 2026' }],
    ['a subject access question was asked', {}],
  ]);
  expect(JSON.stringify(session.log.entries)).not.toContain('p-secret');
});

test('a figure of a purpose kept apart is for the page about it, until it is added with a reason, and goes with a wipe', async () => {
  session.warm();
  await at(0).arrive();
  await at(0).engine({ is: 'ready' });
  const request = { measure: 'penalty_notices', periods: ['2024-25'], by: [], where: {} };
  const figures = (purpose?: PagePurpose) =>
    session.figures(request, purpose === undefined ? {} : { purpose });
  const findings = (purpose?: PagePurpose) =>
    session.findings('penalty_notices', {}, purpose === undefined ? {} : { purpose });
  // A page that does not say what it is for sees least.
  for (const page of [undefined, 'several', 'tracking', 'attendance'] as const) {
    expect(await figures(page), page).toMatch(/^Kept out of this page\./);
    expect(await findings(page), page).toMatch(/^Kept out of this page\./);
  }
  for (const page of ['enforcement', 'picked'] as const) {
    expect(await figures(page), page).toBe('figures');
    expect(await findings(page), page).toBe('findings');
  }
  expect(await session.figures({ ...request, measure: 'neet' })).toBe('figures');

  session.addPurpose('enforcement', 'Panel of 12 May');
  expect([await figures('tracking'), await findings()]).toEqual(['figures', 'findings']);
  session.addPurpose('enforcement', null);
  expect(await figures('tracking')).toMatch(/^Kept out/);
  session.addPurpose('enforcement', 'Panel of 13 May');
  await session.wipe();
  expect(session.addedPurposes).toEqual([]);
  await session.log.add('opened', {});
  expect(session.log.entries.map(({ what, facts }) => [what, facts]).slice(0, 3)).toEqual([
    ['purpose added', { purpose: 'enforcement and licensing', because: 'Panel of 12 May' }],
    ['purpose taken out', { purpose: 'enforcement and licensing' }],
    ['purpose added', { purpose: 'enforcement and licensing', because: 'Panel of 13 May' }],
  ]);
});
