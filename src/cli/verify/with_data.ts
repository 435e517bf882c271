import {
  askedAgain,
  differentExtracts,
  profileOf,
  type AskedAgain,
  type DifferentRow,
} from '$lib/evidence/make/made_again';
import type { OpenedPack } from '$lib/evidence/read_pack';
import type { ResultRow } from '$lib/evidence/result_rows';
import { loadFolder } from '../load_folder';
import { openWorkspaceInNode } from '../workspace_in_node';

export interface WithData {
  readonly lines: readonly string[];
  /** Whether every extract and every figure is the same. */
  readonly same: boolean;
}

/** Loads the extracts of a folder, and asks for every figure of a pack again. */
export async function verifyWithData(opened: OpenedPack, data: string): Promise<WithData> {
  const profile = profileOf(opened);
  if (profile === null)
    return {
      lines: [`The profile “${opened.pack.profile.name}” is another in this version of Waymark.`],
      same: false,
    };
  const workspace = await openWorkspaceInNode(profile);
  try {
    if (!(await loadFolder(workspace, data, 'no figure is made again')))
      return { lines: [], same: false };
    const work = workspace.forEvidence(profile);
    const others = differentExtracts(opened, await work.hashFiles());
    const lines = others.map((name) => `extract differs  ${name}`);
    let same = others.length === 0;
    for await (const again of askedAgain(opened, work)) {
      lines.push(...linesOf(again));
      same &&= again.is === 'same';
    }
    return { lines, same };
  } finally {
    await workspace.close();
  }
}

function linesOf(again: AskedAgain): readonly string[] {
  switch (again.is) {
    case 'same': {
      const { hiddenThen } = again;
      const hidden = hiddenThen === 0 ? '' : `, but for ${hiddenThen} rows that the pack hides`;
      return [`same             ${again.figure}${hidden}`];
    }
    case 'not answered':
      return [`not answered     ${again.figure}: ${again.why}`];
    case 'different':
      return [`different        ${again.figure}`, ...again.rows.map(differenceOf)];
  }
}

function differenceOf({ then, now }: DifferentRow): string {
  const row = then ?? now;
  const group = Object.entries(row?.keys ?? {}).map(([id, code]) => `${id}=${code}`);
  const what = [row?.period ?? '', ...group].join(' ');
  return `  ${what}: in the pack ${valueOf(then)}, now ${valueOf(now)}`;
}

function valueOf(row: ResultRow | null): string {
  if (row === null) return 'no row';
  const { numerator, denominator, value, status } = row;
  if (value.value === null) return status;
  return `${value.value} (${numerator.value ?? 'no number'} of ${denominator.value ?? 'no number'})`;
}
