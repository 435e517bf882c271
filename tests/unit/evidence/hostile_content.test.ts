import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '$lib/evidence/canonical_json';
import { usualLimits } from '$lib/evidence/limits';
import { readPack } from '$lib/evidence/read_pack';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { publicKeyOf } from '$lib/evidence/seal/ed25519_noble';
import { sealFile, type Seal } from '$lib/evidence/seal/seal_file';
import { verifyPack, type PackReport } from '$lib/evidence/verify_pack';
import { makePack } from '$lib/evidence/write_pack';
import { readZip } from '$lib/evidence/zip/read_zip';
import { zipOf } from '$lib/evidence/zip/write_zip';
import { filesOf } from './independent_verifier';
import {
  inventedFigure,
  inventedInput,
  inventedRow,
  key,
  mustOpen,
  sealing,
} from './invented_pack';
import { rawZip } from './raw_zip';

type Files = Map<string, Buffer>;

let pack: Buffer;
let known: string;
beforeAll(async () => {
  pack = Buffer.from(await makePack(inventedInput(2), sealing));
  known = await fingerprint(key.publicKey);
});

/** The pack with other files, packed again as a pack is. */
function repacked(change: (files: Files) => void): Uint8Array<ArrayBuffer> {
  const files: Files = new Map([...filesOf(pack)].map(([name, { content }]) => [name, content]));
  change(files);
  return rawZip([...files].map(([name, content]) => ({ name, content })));
}

function replace(files: Files, name: string, from: string, to: string): void {
  const text = files.get(name)!.toString('utf8');
  expect(text).toContain(from);
  files.set(name, Buffer.from(text.replace(from, to)));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Manifests made anew over whatever is there, as a forger would. */
function listAnew(files: Files): void {
  const list = (names: string[]) =>
    Buffer.from(
      names
        .sort()
        .map((name) => `${sha256(files.get(name)!)}  ${name}\n`)
        .join(''),
    );
  const payload = [...files.keys()].filter((name) => name.startsWith('data/'));
  files.set('manifest-sha256.txt', list(payload));
  files.set('tagmanifest-sha256.txt', list(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']));
}

const verified = (zip: Uint8Array<ArrayBuffer>): Promise<PackReport> =>
  verifyPack(mustOpen(zip), [known]);

const found = (report: PackReport) =>
  report.checks
    .filter(({ verdict }) => verdict !== 'valid')
    .map(({ verdict, file }) => `${verdict} ${file}`);

describe('what is changed is named', () => {
  it('a file, even when the manifests are made anew', async () => {
    const csv = 'data/figures/neet-1.csv';
    const changed = await verified(repacked((files) => replace(files, csv, '2025', '2024')));
    expect(found(changed)).toContain(`altered ${csv}`);
    const forged = await verified(
      repacked((files) => {
        replace(files, csv, '2025', '2024');
        listAnew(files);
      }),
    );
    expect(forged.verdict).toBe('altered');
    expect(found(forged)).toContain(`altered ${csv}`);
    expect(found(forged)).toContain('altered tagmanifest-sha256.txt');
  });

  it('a file that is gone, and one that was added', async () => {
    const gone = await verified(repacked((files) => files.delete('data/figures/neet-2.csv')));
    expect(found(gone)).toContain('missing data/figures/neet-2.csv');
    for (const name of ['data/evil.html', 'evil.txt', 'data/figures/neet-3.csv']) {
      const more = await verified(repacked((files) => files.set(name, Buffer.from('<script>'))));
      expect(found(more)).toContain(`unexpected ${name}`);
    }
  });

  it.each([
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    'seal.json',
    'data/ro-crate-metadata.json',
  ])('%s when it is gone', async (name) => {
    const report = await verified(repacked((files) => files.delete(name)));
    expect(report.verdict).toBe('altered');
    expect(found(report)).toContain(`missing ${name}`);
  });

  it('a list that lists what is not in its part of the bag', async () => {
    const report = await verified(
      repacked((files) => {
        const csv = 'data/figures/neet-1.csv';
        const lines = files.get('manifest-sha256.txt')!.toString().split('\n');
        const line = lines.find((one) => one.endsWith(csv))!;
        files.set(
          'manifest-sha256.txt',
          Buffer.from(lines.filter((one) => one !== line).join('\n')),
        );
        const tags = files.get('tagmanifest-sha256.txt')!.toString();
        files.set('tagmanifest-sha256.txt', Buffer.from(`${tags}${line}\n`));
      }),
    );
    expect(report.checks.map(({ sentence }) => sentence)).toContain(
      'tagmanifest-sha256.txt lists data/figures/neet-1.csv, which belongs in another list or in none.',
    );
  });

  it('a record, a result, the order of the chain and what a pack says of itself', async () => {
    const records = 'data/records.json';
    const sql = await verified(
      repacked((files) => replace(files, records, 'sum(neet)', 'sum(eet)')),
    );
    expect(sql.checks.map(({ sentence }) => sentence)).toContain(
      'The record of the figure neet-1 is not the one that was hashed.',
    );
    const rows = await verified(
      repacked((files) => replace(files, 'data/figures/neet-1.json', '"value":40', '"value":41')),
    );
    expect(found(rows)).toContain('altered data/figures/neet-1.json');
    const swapped = await verified(
      repacked((files) => {
        const file = JSON.parse(files.get(records)!.toString()) as { records: unknown[] };
        files.set(
          records,
          Buffer.from(canonicalJson({ ...file, records: file.records.reverse() })),
        );
      }),
    );
    expect(swapped.checks.map(({ sentence }) => sentence)).toContain(
      'The record of the figure neet-2 does not follow the one before it in the chain.',
    );
    const profile = await verified(
      repacked((files) => replace(files, 'data/pack.json', '"threshold":5', '"threshold":0')),
    );
    expect(profile.checks.map(({ sentence }) => sentence)).toContain(
      'The record of the figure neet-1 has another disclosure profile than the pack.',
    );
  });

  it('the order of the files in the zip', async () => {
    const [first, second, ...rest] = readZip(Uint8Array.from(pack), usualLimits);
    const exchanged = [second!, first!, ...rest];
    const zip = zipOf(exchanged.map(({ header, whole }) => ({ header, bytes: whole })));
    expect(found(await verified(zip))).toEqual(['altered seal.json']);
  });

  it('a signature, a signer and a seal that was taken off', async () => {
    const edit = (change: (seal: Seal) => Seal | Record<string, unknown>) =>
      verified(
        repacked((files) => {
          const seal = JSON.parse(files.get('seal.json')!.toString()) as Seal;
          files.set('seal.json', Buffer.from(canonicalJson(change(seal))));
        }),
      );
    for (const change of [
      (seal: Seal) => ({ ...seal, signature: 'A'.repeat(86) + '==' }),
      (seal: Seal) => ({ ...seal, signature: null }),
      (seal: Seal) => ({ ...seal, signature: seal.signature!.replace('==', '') }),
      (seal: Seal) => ({
        ...seal,
        signer: { ...seal.signer!, sealed: '2020-01-01T00:00:00.000Z' },
      }),
      (seal: Seal) => ({ ...seal, signer: { ...seal.signer!, authority: 'Ofsted' } }),
      (seal: Seal) => ({ ...seal, signer: null, signature: null }),
    ]) {
      const report = await edit(change);
      expect(report.verdict).toBe('altered');
      expect(found(report)).toContain('altered seal.json');
      expect(report.signer).toBeNull();
    }
  });

  it('a pack sealed anew by somebody else as a key that is not known', async () => {
    const other = { ...key, seed: new Uint8Array(32).fill(9) };
    const forger = { ...other, publicKey: publicKeyOf(other.seed) };
    const forged = await makePack(inventedInput(2), { key: forger, sealed: sealing.sealed });
    const report = await verified(forged);
    expect(report.verdict).toBe('unknown key');
    expect(report.signer?.authority).toBe('Invented County Council');

    // The seal alone exchanged: the pack still names its first signer.
    const exchanged = repacked((files) => files.delete('seal.json'));
    const seal = mustOpen(Uint8Array.from(pack)).seal!;
    const { tagmanifest_sha256, records, chain_sha256 } = seal;
    const entries = [...mustOpen(exchanged).files.values()].map(({ name, whole }) => ({
      name,
      sha256: sha256(whole),
    }));
    const file = await sealFile(
      { tagmanifest_sha256, records, chain_sha256, entries },
      { key: forger, sealed: sealing.sealed },
    );
    const resealed = await verified(repacked((files) => files.set('seal.json', Buffer.from(file))));
    expect(found(resealed)).toEqual(['altered seal.json', 'unknown key null']);
  });
});

describe('what cannot be read is refused, and the file named', () => {
  const refusedAs = (name: string, content: string | Buffer) => {
    const opened = readPack(repacked((files) => files.set(name, Buffer.from(content))));
    return 'refused' in opened ? opened : null;
  };

  it.each([
    [
      'data/pack.json',
      '{"format":"waymark-evidence-pack","kind":"new","version":2}',
      'newer version',
    ],
    ['data/records.json', '{"format":"waymark-evidence-records","version":2}', 'newer version'],
    ['seal.json', '{"format":"waymark-evidence-seal","version":9}', 'newer version'],
    ['data/pack.json', '{"format":"waymark-evidence-pack","version":0}', 'malformed'],
    ['data/pack.json', '{"format":"another","version":1}', 'malformed'],
    ['data/pack.json', '[]', 'malformed'],
    ['data/pack.json', 'null', 'malformed'],
    ['data/pack.json', '{"__proto__":{"version":1}}', 'malformed'],
    ['data/records.json', '{"constructor":{"prototype":{}}}', 'malformed'],
    ['data/records.json', '{"records":[', 'malformed'],
    ['data/figures/neet-1.json', '[1e999]', 'malformed'],
    ['data/figures/neet-1.json', '[{"keys":{}}]', 'malformed'],
    ['data/ro-crate-metadata.json', '{"a":1,"a":1}', 'malformed'],
    ['seal.json', '{}', 'malformed'],
    ['data/index.html', Buffer.from([0x3c, 0xff, 0x3e]), 'malformed'],
    ['data/pictures/neet-1.svg', Buffer.from([0xed, 0xa0, 0x80]), 'malformed'],
  ])('%s as %j', (name, content, why) => {
    expect(refusedAs(name, content)).toMatchObject({ refused: why, file: name });
    expect(refusedAs(name, content)!.sentence).toContain(name);
    expect(({} as { version?: number }).version).toBeUndefined();
  });

  it.each([0, -1, 1.5, '1', null])('a pack whose version is %j', (version) => {
    const opened = readPack(
      repacked((files) => {
        const file = JSON.parse(files.get('data/pack.json')!.toString()) as object;
        files.set('data/pack.json', Buffer.from(canonicalJson({ ...file, version })));
      }),
    );
    expect(opened).toHaveProperty('refused');
  });

  it('a pack of a later version says so whatever else is new in it', () => {
    expect(refusedAs('data/pack.json', '{"version":2}')!.sentence).toBe(
      'data/pack.json has version 2: it was made by a newer version of Waymark than this one, which reads version 1. Open it with the newer one.',
    );
  });
});

it('holds script in commentary and HTML in labels as text, unread and unchanged', async () => {
  const script = '<script>alert(1)</script><img src=x onerror="alert(2)">';
  const rows = [inventedRow('2025', script, [10, 100])];
  const input = inventedInput(1, { figures: [inventedFigure('neet-1', rows)] });
  const [section] = input.details.sections;
  const details = {
    ...input.details,
    title: script,
    sections: [{ ...section!, commentary: script }],
  };
  const opened = mustOpen(await makePack({ ...input, details }, sealing));
  expect(opened.pack.sections[0]!.commentary).toBe(script);
  expect(opened.results.get('neet-1')![0]!.keys).toEqual({ district: script });
  expect((await verifyPack(opened, [known])).verdict).toBe('valid');
});
