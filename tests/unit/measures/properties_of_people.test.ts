// Properties of every measure of the catalogue: who is restricted is in no figure, and every figure they were in changes.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workspace } from '$lib/workspace/workspace';
import { CountyVariants } from '../../files/county_variants';
import { workspaceWith } from '../workspace/workspace_with_files';
import { coveredBy, everyFigure, type Covered, type Figures } from './whole_catalogue';

let county: CountyVariants;
let whole: Workspace;
let covered: readonly Covered[];
let figures: Figures;
let people: readonly bigint[];

beforeAll(async () => {
  county = await CountyVariants.create(400, 7);
  whole = await workspaceWith(await county.write());
  covered = coveredBy(whole);
  figures = await everyFigure(whole, covered);
  people = await county.people();
}, 120_000);

afterAll(async () => {
  await whole.close();
  await county.remove();
});

async function figuresOf(variant: Parameters<CountyVariants['write']>[0]): Promise<Figures> {
  const workspace = await workspaceWith(await county.write(variant));
  try {
    return await everyFigure(workspace, covered);
  } finally {
    await workspace.close();
  }
}

/** Not made of people: the population estimate, and a share of all absence by who is most absent. */
const notOfPeople: readonly string[] = [
  'demand_per_1000 denominator',
  'demand_per_10000 denominator',
  'share_of_absence_of_the_most_absent_tenth numerator',
];

it('people under restriction are in no figure, and every figure is less by what was theirs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...people], { minLength: 100, maxLength: 150 }),
      async (chosen) => {
        const theirs = `person_id in (${chosen.join(', ')})`;
        const restricted = await figuresOf({ restricted: theirs });
        expect(restricted).toEqual(
          await figuresOf({ where: `person_id is null or not ${theirs}` }),
        );

        const onlyThey = await figuresOf({ where: theirs });
        const wrong: string[] = [];
        let changed = 0;
        for (const { measure } of covered) {
          const [all, rest, they] = [figures, restricted, onlyThey].map(
            (each) => Object.values(each[measure.id] ?? {})[0] ?? [],
          );
          for (const [part, name] of ['numerator', 'denominator'].entries()) {
            // Where nothing ever happened to them there is no period to have a figure for.
            if (they?.[part] == null || notOfPeople.includes(`${measure.id} ${name}`)) continue;
            const less = Number(all?.[part]) - Number(rest?.[part] ?? 0);
            if (Math.abs(less - Number(they[part])) > 1e-6)
              wrong.push(`${measure.id}: the ${name} falls by ${less}, not by ${they[part]}`);
            if (Number(they[part]) > 0) changed += 1;
          }
        }
        expect(wrong).toEqual([]);
        expect(changed).toBeGreaterThan(100);
      },
    ),
    { numRuns: 1 },
  );
}, 180_000);
