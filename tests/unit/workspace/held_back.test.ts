// Figures of the sample county as a reader asks for them one after the other, under the profile for
// inspectors. The counts that the expectations rest on are asked of a second workspace that hides nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldBackInWords, rawPolicy } from '$lib/disclosure/policy';
import { settings } from '$lib/disclosure/settings';
import type { SafeTable } from '$lib/disclosure/safe_table';
import type { FigureRequest } from '$lib/measures/request';
import { KeptFigures } from '$lib/workspace/figures';
import type { Workspace } from '$lib/workspace/workspace';
import { extractsIn, openWorkspaceInNode } from '../../../src/cli/workspace_in_node';

let reader: Workspace;
let exact: Workspace;

async function neededFiles() {
  const needed = /(people|restrictions|schools|activities|guarantees|calendar)\.\w+$/;
  return (await extractsIn('data-samples')).filter(({ name }) => needed.test(name));
}

beforeAll(async () => {
  const files = await neededFiles();
  reader = await openWorkspaceInNode(settings.inspection, {
    figures: (standing) => new KeptFigures(standing),
  });
  exact = await openWorkspaceInNode(rawPolicy);
  await reader.load(files);
  await exact.load(files);
}, 120_000);

afterAll(async () => {
  await reader.close();
  await exact.close();
});

const request = (where: FigureRequest['where']): FigureRequest => ({
  measure: 'intention_to_december',
  periods: ['2024-25'],
  by: [],
  where,
});

const counted = (table: SafeTable): number | null => table.rows[0]?.numerator.value ?? null;

it('a filter that leaves few of those already shown is held back, and says why', async () => {
  const noOffer = request({ offer: ['none'] });
  const fromEducation = request({ offer: ['none'], intended_kind: ['education'] });
  const left =
    (counted(await exact.figures(noOffer)) ?? 0) -
    (counted(await exact.figures(fromEducation)) ?? 0);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(settings.inspection.threshold);

  const first = await reader.figures(noOffer);
  expect([counted(first), first.heldBack]).toEqual([counted(await exact.figures(noOffer)), 0]);
  expect(heldBackInWords([first])).toBeNull();
  const second = await reader.figures(fromEducation);
  expect([counted(second), second.rows[0]?.status, second.heldBack]).toEqual([null, 'c', 1]);
  expect(heldBackInWords([first, second])).toBe(
    '1 row is held back: added to or taken from figures that you have seen, it would tell of a group of 5 people or fewer.',
  );
  // It stays so: the same request is the same table.
  expect(await reader.figures(fromEducation)).toBe(second);
});
