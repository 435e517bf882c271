import { expect, it } from 'vitest';
import { comparePacks } from '$lib/evidence/compare_packs';
import { makePack, type PackFigure, type PackInput } from '$lib/evidence/write_pack';
import {
  activities,
  inventedFigure,
  inventedInput,
  inventedRow,
  mustOpen,
  people,
} from './invented_pack';

const opened = async (changes: Partial<PackInput> = {}) => {
  const input = inventedInput(0, changes);
  const sections = input.details.sections.map((section) => ({ ...section, figures: [] }));
  return mustOpen(await makePack({ ...input, details: { ...input.details, sections } }, null));
};

const withMaking = (figure: PackFigure, making: Partial<PackFigure['making']>): PackFigure => ({
  ...figure,
  making: { ...figure.making, ...making },
});

const ashford = inventedRow('2025', 'E07000105', [40, 1200]);
const canterbury = inventedRow('2025', 'E07000106', [31, 900]);

it('finds nothing between a pack and itself made again', async () => {
  const figures = [inventedFigure('neet-1', [ashford, canterbury])];
  const compared = comparePacks(await opened({ figures }), await opened({ figures }));
  expect(compared.figures).toMatchObject([{ what: 'same', rows: [] }]);
  expect(compared.definitions).toEqual([]);
  expect(compared.data).toMatchObject({ onlyFirst: [], onlySecond: [] });
  expect(compared.data.inBoth.map(({ sha256 }) => sha256)).toEqual([people, activities]);
  expect(compared.sameProfile).toBe(true);
});

it('names the rows whose values differ, are new or are gone', async () => {
  const more = inventedRow('2025', 'E07000105', [44, 1200]);
  const later = inventedRow('2026', 'E07000105', [44, 1200]);
  const first = await opened({ figures: [inventedFigure('a', [ashford, canterbury])] });
  const second = await opened({ figures: [inventedFigure('b', [more, later])] });
  const [figure] = comparePacks(first, second).figures;
  expect(figure!.what).toBe('different');
  expect(figure!.rows).toEqual([
    { period: '2025', keys: { district: 'E07000105' }, first: ashford, second: more },
    { period: '2025', keys: { district: 'E07000106' }, first: canterbury, second: null },
    { period: '2026', keys: { district: 'E07000105' }, first: null, second: later },
  ]);
});

it('knows a figure by its measure, split and filter, then by its title', async () => {
  const figure = inventedFigure('a', [ashford]);
  const { request } = figure.making;
  const bySex = withMaking(figure, { request: { ...request, by: ['sex'] } });
  const otherPeriod = withMaking(figure, {
    request: { ...request, periods: ['2026'] },
    title: 'New',
  });
  const onlyBySex = comparePacks(
    await opened({ figures: [figure] }),
    await opened({ figures: [bySex] }),
  );
  expect(onlyBySex.figures.map(({ what }) => what)).toEqual([
    'only in the first',
    'only in the second',
  ]);

  const two = [{ ...withMaking(figure, { title: 'Second' }), id: 'b' }, figure];
  const compared = comparePacks(
    await opened({ figures: [figure, { ...otherPeriod, id: 'b' }] }),
    await opened({ figures: two }),
  );
  expect(compared.figures.map(({ first, second }) => [first?.title, second?.title])).toEqual([
    [figure.making.title, figure.making.title],
    ['New', 'Second'],
  ]);
});

it('names measures whose definition changed, and extracts that did', async () => {
  const figure = inventedFigure('a', [ashford]);
  const redefined = withMaking(figure, {
    measure: { id: 'neet', label: 'NEET or so', version: 'ff'.repeat(32) },
  });
  const { details } = inventedInput(0);
  const [first, second] = details.extracts;
  const anew = { ...second!, sha256: 'ee'.repeat(32), rows: 26_000 };
  const compared = comparePacks(
    await opened({ figures: [figure] }),
    await opened({
      figures: [withMaking(redefined, { extracts: [people, anew.sha256] })],
      details: {
        ...details,
        extracts: [first!, anew],
        profile: { ...details.profile, threshold: 10 },
      },
    }),
  );
  expect(compared.definitions).toEqual([
    { measure: 'neet', label: 'NEET or so', first: ['c3'.repeat(32)], second: ['ff'.repeat(32)] },
  ]);
  expect(compared.data).toEqual({ inBoth: [first], onlyFirst: [second], onlySecond: [anew] });
  expect(compared.sameProfile).toBe(false);
});
