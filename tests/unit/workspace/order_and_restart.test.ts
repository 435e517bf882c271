import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SafeRow } from '$lib/disclosure/safe_table';
import { EngineError, type Engine } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { startRecoveringEngine } from '$lib/engine/recovering_engine';
import type { DimensionId } from '$lib/measures/measure';
import type { Workspace } from '$lib/workspace/workspace';
import { ExtractFolder } from '../../files/extract_folder';
import { writeSmallCounty } from '../../files/small_county';
import { loadInto, workspaceOver, workspaceWith } from './workspace_with_files';

/** The rows of one request. */
type Shown = readonly SafeRow[];

let folder: ExtractFolder;
let paths: string[];
let expected: Shown[];
/** Every file in one load, in the order of the tables. */
let inOrder: Workspace;

const requests: readonly [string, readonly string[], readonly DimensionId[]][] = [
  ['persistent_absence', ['2023-24', '2024-25', '2024-25-t6', '2023-24-ytd'], ['district']],
  ['overall_absence', ['2023-24', '2024-25', '2024-25-t1'], ['sex', 'sen']],
  ['severe_absence', ['2024-25'], ['phase']],
  ['neet', ['2024-djf', '2025-djf', '2025-03'], ['district']],
  ['neet_or_not_known', ['2025-djf'], ['ethnic_group']],
  ['service_involvement', ['2024-03', '2025-07'], ['service', 'district']],
];

/** Every row of the requests, as the page would show it. */
async function figuresOf(workspace: Workspace): Promise<Shown[]> {
  const tables: Shown[] = [];
  for (const [measure, periods, by] of requests) {
    tables.push((await workspace.figures({ measure, periods, by, where: {} })).rows);
  }
  return tables;
}

beforeAll(async () => {
  folder = await ExtractFolder.create();
  paths = Object.values(await writeSmallCounty(folder)).flatMap((each) => each ?? []);
  inOrder = await workspaceWith(paths);
  expected = await figuresOf(inOrder);
});

afterAll(async () => {
  await inOrder.close();
  await folder.remove();
});

it('has figures worth comparing', () => {
  const rows = expected.map((table) => table.length);
  expect(rows.every((count) => count > 2)).toBe(true);
});

it('gives the same figures when the files come in reverse, each in a load of its own', async () => {
  const workspace = await workspaceWith([]);
  for (const path of [...paths].reverse()) await loadInto(workspace, [path]);
  expect(await figuresOf(workspace)).toEqual(expected);
  await workspace.close();
});

it('gives the same figures when registers come first and people last', async () => {
  const workspace = await workspaceWith([]);
  const last = ['people', 'restrictions', 'schools', 'calendar', 'enrolments'];
  const isLast = (path: string) => last.some((table) => path.includes(`/${table}`));
  await loadInto(
    workspace,
    paths.filter((path) => !isLast(path)),
  );
  await loadInto(workspace, paths.filter(isLast));
  expect(await figuresOf(workspace)).toEqual(expected);
  await workspace.close();
});

it('gives the same figures after files have come and gone', async () => {
  for (const table of ['people', 'attendance', 'calendar', 'restrictions', 'activities']) {
    const path = paths.find((each) => each.includes(`/${table}`)) ?? '';
    const report = inOrder.reports.find(({ file }) => path.endsWith(file));
    await inOrder.remove(report?.fileNo ?? 0);
    await loadInto(inOrder, [path]);
  }
  expect(await figuresOf(inOrder)).toEqual(expected);
});

it('fills a fresh engine from disk after a fault, and gives the same figures', async () => {
  let workspace: Workspace | null = null;
  let breakDown = () => {};
  let started = 0;
  const engine: Engine = startRecoveringEngine({
    start: async (onFatal) => {
      started += 1;
      const real = await startEngineInNode();
      let broken = false;
      const whole = () => {
        if (broken) throw new EngineError('memory access out of bounds', 'fatal');
      };
      breakDown = () => {
        broken = true;
        onFatal(new EngineError('memory access out of bounds', 'fatal'));
      };
      return {
        run: async (statements) => (whole(), real.run(statements)),
        insert: async (table, rows) => (whole(), real.insert(table, rows)),
        ask: async (query, options) => (whole(), real.ask(query, options)),
        close: () => real.close(),
      };
    },
    reload: async (fresh) => workspace?.reload(fresh),
  });
  workspace = await workspaceOver(engine);
  await loadInto(workspace, paths);
  const reports = workspace.reports;

  breakDown();

  expect(await figuresOf(workspace)).toEqual(expected);
  expect(started).toBe(2);
  expect(workspace.reports.map(({ file, kept }) => [file, kept])).toEqual(
    reports.map(({ file, kept }) => [file, kept]),
  );

  // It is not only readable: files still come and go.
  const restrictions = workspace.reports.find(({ table }) => table === 'restrictions');
  await workspace.remove(restrictions?.fileNo ?? 0);
  expect(await figuresOf(workspace)).not.toEqual(expected);
  await loadInto(
    workspace,
    paths.filter((path) => path.includes('restrictions')),
  );
  expect(await figuresOf(workspace)).toEqual(expected);
  await workspace.close();
});
