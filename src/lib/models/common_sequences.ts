import { answered, notAvailable, unreliable, type Outcome } from '../statistics/outcome';
import { sum } from '../statistics/sum';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN, setAsideSmall } from './small_groups';

/** An ordered pathway through states, and how many people took it. */
export interface SequenceCount {
  readonly path: readonly string[];
  readonly people: number;
}

export interface CommonSequencesInput {
  readonly paths: readonly SequenceCount[];
  /** Nothing rarer is listed. */
  readonly fewest?: number;
  /** Longer pathways are told up to this step. */
  readonly longest?: number;
  /** So many pathways are listed at most. */
  readonly most?: number;
}

/** A whole pathway, repeats in a row told once. */
export interface Pathway {
  readonly path: readonly string[];
  /** Whether some of these people went on beyond the last step told. */
  readonly goesOn: boolean;
  readonly people: number;
  readonly share: number;
}

/** How pathways begin: everybody whose pathway has these first steps, whatever came after. */
export interface Beginning {
  readonly path: readonly string[];
  readonly people: number;
  readonly share: number;
  /** Of the people with the steps before, the share who took the last one next. */
  readonly shareOfBefore: number;
}

export interface CommonSequences {
  readonly people: number;
  /** From the commonest. */
  readonly pathways: readonly Pathway[];
  /** Everybody on a pathway that is not listed. */
  readonly other: { readonly people: number; readonly share: number };
  /** In the order of a tree: each beginning is followed by those that continue it, commonest first. */
  readonly beginnings: readonly Beginning[];
}

interface Branch {
  readonly path: readonly string[];
  /** Everybody who came this way. */
  people: number;
  /** Those whose pathway ends here. */
  ending: number;
  readonly next: Map<string, Branch>;
}

const LONGEST = 5;
const MOST = 20;

/**
 * The commonest ordered pathways and how pathways begin, counted by their beginnings. Repeats of a
 * state in a row are one step. Where too few people take a branch it is put with others until the rest
 * of its beginning is enough to show, so no difference between listed figures is a small number.
 *
 * Answers `x` without pathways, and `u` when they are of too few people.
 */
export function commonSequences(
  { paths, fewest = FEWEST_SHOWN, longest = LONGEST, most = MOST }: CommonSequencesInput,
  run: ModelRun = {},
): Outcome<CommonSequences> {
  const root = growTree(paths, longest);
  if (root.people === 0) return notAvailable('There are no pathways.');
  if (root.people < fewest) return unreliable(`Fewer than ${fewest} people have a pathway.`);

  const pathways: Pathway[] = [];
  const beginnings: Beginning[] = [];
  walk(root);
  pathways.sort((a, b) => b.people - a.people);
  const listed = pathways.slice(0, most);
  const other = root.people - sum(listed.map((pathway) => pathway.people));
  reportStep(run, 1);
  return answered({
    people: root.people,
    pathways: listed,
    other: { people: other, share: other / root.people },
    beginnings,
  });

  function walk(branch: Branch): void {
    run.signal?.throwIfAborted();
    const told = branch.path.length === longest;
    if (told) return tell(branch, branch.people, branch.ending < branch.people);
    const ending = { people: branch.ending, branch: null };
    const parts = [...branch.next.values()].map((next) => ({ people: next.people, branch: next }));
    for (const part of setAsideSmall([ending, ...parts], fewest).listed) {
      const next = part.branch;
      if (next === null) tell(branch, branch.ending, false);
      else {
        beginnings.push({
          path: next.path,
          people: next.people,
          share: next.people / root.people,
          shareOfBefore: next.people / branch.people,
        });
        walk(next);
      }
    }
  }

  function tell({ path }: Branch, people: number, goesOn: boolean): void {
    pathways.push({ path, goesOn, people, share: people / root.people });
  }
}

function growTree(paths: readonly SequenceCount[], longest: number): Branch {
  const root: Branch = { path: [], people: 0, ending: 0, next: new Map() };
  for (const { path, people } of paths) {
    const steps = path.filter((state, i) => state !== path[i - 1]);
    if (steps.length === 0 || !(people > 0)) continue;
    let at = root;
    at.people += people;
    for (const state of steps.slice(0, longest)) {
      let next = at.next.get(state);
      if (!next) {
        next = { path: [...at.path, state], people: 0, ending: 0, next: new Map() };
        at.next.set(state, next);
      }
      at = next;
      at.people += people;
    }
    if (steps.length <= longest) at.ending += people;
  }
  return root;
}
