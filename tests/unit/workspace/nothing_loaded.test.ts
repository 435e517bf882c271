import { expect, it } from 'vitest';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import type { NamedBlob } from '$lib/intake/decoder';
import type { LoadStep } from '$lib/workspace/load_step';
import { rowsInEngine, workspaceOver } from './workspace_with_files';

it('ends well when the first file is refused and there is no other', async () => {
  const engine = await startEngineInNode();
  const workspace = await workspaceOver(engine);
  const odd = Object.defineProperty(new Blob(['This is no table.']), 'name', {
    value: 'people.parquet',
  }) as NamedBlob;
  const steps: LoadStep['doing'][] = [];
  await workspace.load([odd], { onStep: ({ doing }) => steps.push(doing) });
  expect(workspace.reports.map(({ refused }) => refused?.rule)).toEqual(['not_parquet']);
  expect(await rowsInEngine(engine)).toEqual({});
  expect(steps.at(-1)).toBe('checked');
  await workspace.close();
});
