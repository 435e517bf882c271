import { beforeAll, describe, expect, it } from 'vitest';
import { textOf, type Bytes } from '$lib/evidence/bytes';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { verifyPack } from '$lib/evidence/verify_pack';
import { makePack } from '$lib/evidence/write_pack';
import { filesOf, problemsOf, wrongWithBag } from './independent_verifier';
import {
  inventedFigure,
  inventedInput,
  inventedRow,
  key,
  mustOpen,
  sealing,
} from './invented_pack';

describe('a pack of invented figures', () => {
  let pack: Bytes;
  let known: string;
  beforeAll(async () => {
    pack = await makePack(inventedInput(3), sealing);
    known = await fingerprint(key.publicKey);
  });

  it('verifies, with the signer and the moment of the seal', async () => {
    const report = await verifyPack(mustOpen(pack), [known]);
    expect(report.checks.filter(({ verdict }) => verdict !== 'valid')).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'valid',
      signer: { authority: 'Invented County Council', fingerprint: known, sealed: sealing.sealed },
    });
    // Every file has a check of its own.
    const named = new Set(report.checks.map(({ file }) => file));
    for (const name of mustOpen(pack).files.keys()) expect(named).toContain(name);
  });

  it('verifies with nothing of the program, and as a BagIt bag', () => {
    expect(problemsOf(Buffer.from(pack), known)).toEqual([]);
    expect(wrongWithBag(filesOf(Buffer.from(pack)))).toEqual([]);
  });

  it('is the same bytes from the same input', async () => {
    expect(await makePack(inventedInput(3), sealing)).toEqual(pack);
    const input = inventedInput(3);
    const reversed = {
      ...input,
      details: Object.fromEntries(Object.entries(input.details).reverse()),
    };
    expect(await makePack(reversed as typeof input, sealing)).toEqual(pack);
  });

  it('has the same record hashes whenever it is made, and another chain', async () => {
    const input = inventedInput(3);
    const later = input.figures.map((figure) => ({ ...figure, made: '2026-06-30T00:00:00.000Z' }));
    const again = mustOpen(await makePack({ ...input, figures: later }, null));
    const hashes = (list: typeof again.records) => list.map((record) => record.record_sha256);
    const before = mustOpen(pack).records;
    expect(hashes(again.records)).toEqual(hashes(before));
    expect(again.records[0]!.chain_sha256).not.toBe(before[0]!.chain_sha256);
  });

  it('tells who would open it without this program what is in it, as an RO-Crate', () => {
    const { files } = mustOpen(pack);
    const crate = JSON.parse(textOf(files.get('data/ro-crate-metadata.json')!.content!)!) as {
      '@graph': {
        '@id': string;
        '@type': string;
        about?: { '@id': string };
        hasPart?: { '@id': string }[];
      }[];
    };
    const entity = (id: string) => crate['@graph'].find((one) => one['@id'] === id);
    expect(entity('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    });
    expect(entity('./')).toMatchObject({
      '@type': 'Dataset',
      datePublished: '2026-01-31T10:00:00.000Z',
      license: { '@id': '#conditions' },
      description: 'Evidence of Kent. SAMPLE DATA: everybody in it is invented.',
    });
    const parts = entity('./')!.hasPart!.map((part) => `data/${part['@id']}`);
    const payload = [...files.keys()].filter((name) => name.startsWith('data/'));
    expect(parts.concat('data/ro-crate-metadata.json').sort()).toEqual(payload.sort());
    for (const part of parts) expect(entity(part.slice(5))).toMatchObject({ '@type': 'File' });
  });
});

it('says that a pack is not sealed, and that a key is not known', async () => {
  const unsealed = mustOpen(await makePack(inventedInput(1), null));
  expect(await verifyPack(unsealed, [])).toMatchObject({ verdict: 'not sealed', signer: null });
  const sealed = mustOpen(await makePack(inventedInput(1), sealing));
  const report = await verifyPack(sealed, ['00'.repeat(32)]);
  expect(report.verdict).toBe('unknown key');
  expect(report.checks.at(-1)!.sentence).toContain(await fingerprint(key.publicKey));
});

it('makes a pack without figures', async () => {
  const pack = await makePack(inventedInput(0), sealing);
  expect((await verifyPack(mustOpen(pack), [await fingerprint(key.publicKey)])).verdict).toBe(
    'valid',
  );
});

describe('what is not as the format has it is not made', () => {
  const rows = [inventedRow('2025', 'E07000105', [10, 100])];

  it.each([
    [
      'two figures of one id',
      { figures: [inventedFigure('neet-1', rows), inventedFigure('neet-1', rows)] },
      'Two figures',
    ],
    ['an id that is no name of a file', { figures: [inventedFigure('../neet', rows)] }, '../neet'],
    ['an id that Windows keeps', { figures: [inventedFigure('con', rows)] }, 'kept by Windows'],
    ['a section with a figure that is not there', { figures: [] }, 'neet-1'],
    [
      'a moment that is none',
      { details: { ...inventedInput(1).details, made: 'yesterday' } },
      'data/pack.json is not as version 1 has it: made should be a moment like',
    ],
    [
      'a day that is none',
      {
        details: {
          ...inventedInput(1).details,
          extracts: [{ ...inventedInput(1).details.extracts[0]!, extracted: '2026-02-30' }],
        },
      },
      'extracts[0].extracted should be a day like',
    ],
  ])('%s', async (_, changes, sentence) => {
    await expect(makePack(inventedInput(1, changes), sealing)).rejects.toThrow(sentence);
  });

  it('a number that is none', async () => {
    const row = inventedRow('2025', 'E07000105', [Number.NaN, 100]);
    await expect(
      makePack(inventedInput(1, { figures: [inventedFigure('neet-1', [row])] }), null),
    ).rejects.toThrow('NaN');
  });
});
