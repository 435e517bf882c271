import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultPolicy } from '$lib/disclosure/policy';
import type { Workspace } from '$lib/workspace/workspace';
import { openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { loadInto } from './workspace_with_files';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspaceInNode(defaultPolicy);
});

afterAll(async () => {
  await workspace.close();
});

it('has no target before the extract is loaded', async () => {
  expect(await workspace.targets('persistent_absence')).toEqual([]);
});

it('reads the targets of one measure as the file has them, those of the county without a district', async () => {
  await loadInto(workspace, [join('data-samples', 'targets.csv')]);
  expect(await workspace.targets('severe_absence')).toEqual([
    { measure: 'severe_absence', district: null, period: '2024-25', target: 0.02, floor: 0.026 },
  ]);
  const persistent = await workspace.targets('persistent_absence');
  expect(persistent).toHaveLength(13);
  expect(persistent.find(({ district }) => district === 'E07000114')).toEqual({
    measure: 'persistent_absence',
    district: 'E07000114',
    period: '2024-25',
    target: 0.198,
    floor: 0.228,
  });
  expect(await workspace.targets("' or true or '")).toEqual([]);
});
