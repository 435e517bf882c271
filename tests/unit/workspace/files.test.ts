import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import type { LoadStep } from '$lib/workspace/load_step';
import type { Workspace } from '$lib/workspace/workspace';
import { namedBlob } from '../../../src/cli/workspace_in_node';
import { ExtractFolder } from '../../files/extract_folder';
import { person, register, schools, times } from '../../files/rows';
import {
  countyCounts,
  loadInto,
  reportOf,
  rowsInEngine,
  workspaceOver,
} from './workspace_with_files';

let folder: ExtractFolder;
let engine: Engine;
let workspace: Workspace;
/** People, schools and the register of one pupil of 15: 20 sessions, 2 of them missed. */
let base: string[];

beforeAll(async () => {
  folder = await ExtractFolder.create();
  base = [
    await folder.parquet('people', [person(1, '2009-05-01'), person(2, '2009-06-01')]),
    await folder.parquet('schools', schools),
    await folder.parquet(
      'attendance',
      register(1, 118001, '2024-09-09', [...times('/', 18), 'I', 'G']),
      { as: 'attendance-first.parquet' },
    ),
  ];
  engine = await startEngineInNode();
  workspace = await workspaceOver(engine);
});

beforeEach(async () => {
  const isBase = (file: string) => base.some((path) => path.endsWith(`/${file}`));
  for (const { fileNo, file, refused } of workspace.reports) {
    if (!isBase(file) || refused !== null) await workspace.remove(fileNo);
  }
  const loaded = new Set(workspace.reports.map(({ file }) => file));
  await loadInto(
    workspace,
    base.filter((path) => ![...loaded].some((file) => path.endsWith(`/${file}`))),
  );
});

afterAll(async () => {
  await workspace.close();
  await folder.remove();
});

const fileNoOf = (file: string): number => reportOf(workspace, file).fileNo;
const persistent = () => countyCounts(workspace, 'persistent_absence', '2024-25');
const overall = () => countyCounts(workspace, 'overall_absence', '2024-25');

/** The register of pupil 2: 20 sessions, so many of them missed. */
async function secondRegister(missed: number, as: string): Promise<string> {
  const codes = [...times('/', 20 - missed), ...times('O', missed)];
  return folder.parquet('attendance', register(2, 118001, '2024-09-09', codes), { as });
}

describe('files of a workspace', () => {
  it('is taken out of every figure when it is removed, and leaves no row behind', async () => {
    expect(await overall()).toEqual([2, 20]);
    await loadInto(workspace, [await secondRegister(1, 'attendance-second.parquet')]);
    expect(await overall()).toEqual([3, 40]);
    expect(await persistent()).toEqual([1, 2]);
    await workspace.remove(fileNoOf('attendance-first.parquet'));
    expect(await overall()).toEqual([1, 20]);
    expect(await persistent()).toEqual([0, 1]);
    expect(Object.values(await rowsInEngine(engine))).toEqual(expect.arrayContaining([20, 2, 2]));
    expect(Object.keys(await rowsInEngine(engine))).toHaveLength(3);
  });

  it('counts a corrected file in the place of the earlier one', async () => {
    await loadInto(workspace, [await secondRegister(1, 'attendance-second.parquet')]);
    const corrected = await namedBlob(await secondRegister(10, 'attendance-corrected.parquet'));
    await workspace.replace(fileNoOf('attendance-second.parquet'), corrected);
    expect(await overall()).toEqual([12, 40]);
    expect(await persistent()).toEqual([2, 2]);
    expect(await countyCounts(workspace, 'severe_absence', '2024-25')).toEqual([1, 2]);
    expect(workspace.reports.map(({ file }) => file)).not.toContain('attendance-second.parquet');
  });

  it('keeps the earlier file when the corrected one is refused', async () => {
    const path = folder.pathOf('attendance-broken.parquet');
    await writeFile(path, 'this is not Parquet at all');
    await workspace.replace(fileNoOf('attendance-first.parquet'), await namedBlob(path));
    expect(reportOf(workspace, 'attendance-broken.parquet').refused?.rule).toBe('not_parquet');
    expect(await overall()).toEqual([2, 20]);
  });

  it('refuses the same content twice, under another name too, until the first is removed', async () => {
    const again = folder.pathOf('attendance-again.parquet');
    await writeFile(again, await readFile(folder.pathOf('attendance-first.parquet')));
    await loadInto(workspace, [again]);
    const { refused } = reportOf(workspace, 'attendance-again.parquet');
    expect(refused?.rule).toBe('duplicate_file');
    expect(refused?.message).toContain('attendance-again.parquet');
    expect(await overall()).toEqual([2, 20]);

    await workspace.remove(fileNoOf('attendance-first.parquet'));
    await workspace.remove(fileNoOf('attendance-again.parquet'));
    await loadInto(workspace, [again]);
    expect(reportOf(workspace, 'attendance-again.parquet').refused).toBeNull();
    expect(await overall()).toEqual([2, 20]);
  });

  it('refuses the second of two equal files that are dropped together', async () => {
    const one = await secondRegister(3, 'attendance-one.parquet');
    const two = folder.pathOf('attendance-two.parquet');
    await writeFile(two, await readFile(one));
    await loadInto(workspace, [one, two]);
    expect(reportOf(workspace, 'attendance-one.parquet').refused).toBeNull();
    expect(reportOf(workspace, 'attendance-two.parquet').refused?.rule).toBe('duplicate_file');
    expect(await overall()).toEqual([5, 40]);
  });

  it('says what is missing, in a sentence, and answers again once it is there', async () => {
    await workspace.remove(fileNoOf('people.parquet'));
    await expect(persistent()).rejects.toMatchObject({
      name: 'RequestError',
      message: 'Persistent absence needs people. Load it to see it.',
    });
    await expect(countyCounts(workspace, 'neet', '2025-01')).rejects.toMatchObject({
      message: 'NEET needs people and activities. Load them to see it.',
    });
    await workspace.remove(fileNoOf('attendance-first.parquet'));
    await expect(persistent()).rejects.toMatchObject({
      message:
        'Persistent absence needs people and attendance or attendance totals. Load them to see it.',
    });
    await loadInto(workspace, base);
    expect(await overall()).toEqual([2, 20]);
  });
});

describe('a load that does not end well', () => {
  /** More rows than go to the engine in one batch. */
  const longRows = 600_000;

  /** Sessions of 500 people whom nobody else names. */
  async function longRegister(as: string, code = "'/'") {
    return folder.parquetFrom(
      'attendance',
      `select 100 + n % 500 as person_id, 118001 as school_id,
         (date '2010-01-01' + (n // 1000)::integer)::date as date,
         case when n // 500 % 2 = 0 then 'AM' else 'PM' end as "session", ${code} as code
       from range(${longRows}) as numbers (n)`,
      { as, rowGroup: 20480 },
    );
  }

  it('leaves nothing of a file that is cancelled half-way, and the workspace goes on', async () => {
    const path = await longRegister('attendance-long.parquet');
    const before = await rowsInEngine(engine);
    const cancelling = new AbortController();
    const steps: LoadStep[] = [];
    await workspace.load([await namedBlob(path)], {
      signal: cancelling.signal,
      onStep: (step) => {
        steps.push(step);
        if (step.doing === 'reading') cancelling.abort();
      },
    });
    const read = steps.find((step) => step.doing === 'reading');
    expect(read && read.doing === 'reading' && read.rows < read.of).toBe(true);
    expect(steps.map(({ doing }) => doing)).toContain('cancelled');
    expect(steps.map(({ doing }) => doing)).not.toContain('finished');
    expect(await rowsInEngine(engine)).toEqual(before);
    expect(workspace.reports.map(({ file }) => file)).not.toContain('attendance-long.parquet');
    expect(await overall()).toEqual([2, 20]);

    // The very same file is not a duplicate of its own remains.
    await loadInto(workspace, [path]);
    expect(reportOf(workspace, 'attendance-long.parquet').refused).toBeNull();
    expect(reportOf(workspace, 'attendance-long.parquet').kept).toBe(longRows);
  });

  it('cancels one file of several by its own signal; the others are loaded', async () => {
    const long = await namedBlob(await longRegister('attendance-long-2.parquet'));
    const second = await namedBlob(await secondRegister(4, 'attendance-z.parquet'));
    const cancelling = new AbortController();
    await workspace.load([long, second], {
      signalOf: (source) => (source === long ? cancelling.signal : undefined),
      onStep: (step) => {
        if (step.doing === 'reading') cancelling.abort();
      },
    });
    expect(workspace.reports.map(({ file }) => file)).not.toContain('attendance-long-2.parquet');
    expect(await overall()).toEqual([6, 40]);
  });

  it('skips every file of a load that is cancelled before it begins', async () => {
    const second = await namedBlob(await secondRegister(5, 'attendance-y.parquet'));
    await workspace.load([second], { signal: AbortSignal.abort() });
    expect(workspace.reports.map(({ file }) => file)).not.toContain('attendance-y.parquet');
    expect(await overall()).toEqual([2, 20]);
  });

  it('leaves nothing of a file that is refused by a row far into it', async () => {
    // E-mail addresses in a column of codes, from row 580,001 on. They sort between the codes, so that the
    // least and the greatest value in the footer say nothing.
    const path = await longRegister(
      'attendance-late.parquet',
      `case when n > 580000 and n % 3 = 0 then 'D' || n || '@EXAMPLE.ORG' when n % 9 = 1 then 'U' else '/' end`,
    );
    const before = await rowsInEngine(engine);
    let read = 0;
    await workspace.load([await namedBlob(path)], {
      onStep: (step) => {
        if (step.doing === 'reading') read = step.rows;
      },
    });
    const { refused } = reportOf(workspace, 'attendance-late.parquet');
    expect(refused?.severity).toBe('refuse');
    expect(refused?.column).toBe('code');
    expect(refused?.message).not.toContain('EXAMPLE');
    expect(read).toBeGreaterThan(0);
    expect(await rowsInEngine(engine)).toEqual(before);
    expect(await overall()).toEqual([2, 20]);
  });

  it('does not let a refused file move the day the extracts stand at', async () => {
    expect(workspace.extractDate).toBe('2024-09-30');
    const path = await folder.parquet('people', [{ person_id: 9, sex: 'F', home_district: null }], {
      as: 'people-refused.parquet',
      metadata: { extracted_on: '2060-01-01' },
    });
    await loadInto(workspace, [path]);
    expect(reportOf(workspace, 'people-refused.parquet').refused?.rule).toBe('missing_column');
    expect(workspace.extractDate).toBe('2024-09-30');
    expect(await overall()).toEqual([2, 20]);
  });

  it.each(['last Tuesday', '2160-01-01', '2025-02-30', "2025-07-31'; drop table people_kept; --"])(
    'takes an extract date it cannot read, "%s", as none',
    async (extracted_on) => {
      const path = await folder.parquet('people', [person(77, '2010-01-01')], {
        as: 'people-odd-date.parquet',
        metadata: { extracted_on },
      });
      await loadInto(workspace, [path]);
      expect(reportOf(workspace, 'people-odd-date.parquet').refused).toBeNull();
      expect(workspace.extractDate).toBe('2024-09-30');
      expect(await overall()).toEqual([2, 20]);
    },
  );
});
