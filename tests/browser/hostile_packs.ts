import { deflateRawSync } from 'node:zlib';
import { makePack, type PackFigure } from '../../src/lib/evidence/write_pack';
import { packedEntry, storedEntry, zipOf } from '../../src/lib/evidence/zip/write_zip';
import { filesOf } from '../unit/evidence/independent_verifier';
import {
  inventedFigure,
  inventedInput,
  inventedRow,
  sealing,
} from '../unit/evidence/invented_pack';
import { rawZip, type RawEntry } from '../unit/evidence/raw_zip';

/** What would set `window.ran`, or ask another computer, if anything of a pack were taken for HTML. */
export const evil = (place: string): string =>
  `${place} <img src=x onerror="window.ran='${place}'"><script>window.ran='${place}'</script> [click](javascript:window.ran=1) ![p](https://example.invalid/p.png) <a id=main class=sample href="https://example.invalid/">link</a>`;

const evilPicture = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="60" onload="window.ran='svg'">
<script>window.ran='svg'; fetch('https://example.invalid/')</script>
<style>@import url('https://example.invalid/style.css');</style>
<image href="https://example.invalid/picture.png" width="9" height="9"/>
<foreignObject width="99" height="20"><img xmlns="http://www.w3.org/1999/xhtml" src="https://example.invalid/x.png" onerror="window.ran='svg'"/></foreignObject>
<text x="4" y="20">A picture</text></svg>`;

/** A pack that is built as packs are, and whose every text tries to be more than a text. */
export function evilTexts(): Promise<Uint8Array> {
  const row = inventedRow('2025-djf', evil('district'), [40, 1200]);
  const plain = inventedFigure('neet-1', [
    { ...row, keys: { ...row.keys, [evil('split')]: evil('code'), constructor: 'toString' } },
    { ...row, period: evil('period') },
    { ...row, period: evil('period') },
  ]);
  const { making } = plain;
  const figure: PackFigure = {
    ...plain,
    svg: evilPicture,
    making: {
      ...making,
      title: evil('title'),
      subtitle: evil('subtitle'),
      sql: evil('sql'),
      notes: [evil('note'), evil('note')],
      measure: { ...making.measure, id: 'constructor', label: evil('label') },
      request: { ...making.request, by: [evil('by')], where: { [evil('where')]: [evil('value')] } },
      parameters: { [evil('parameter')]: evil('value') },
      engine: { ...making.engine, name: evil('engine') },
    },
  };
  const { details } = inventedInput(1);
  return makePack(
    inventedInput(1, {
      figures: [figure],
      details: {
        ...details,
        title: evil('pack title'),
        county: evil('county'),
        conditions: evil('conditions'),
        profile: { ...details.profile, name: evil('profile'), use: evil('use') },
        extracts: details.extracts.map((one) => ({
          ...one,
          name: evil('file'),
          table: evil('table'),
        })),
        sections: [
          {
            title: evil('section'),
            question: evil('question'),
            figures: ['neet-1'],
            commentary: evil('commentary'),
            quality: evil('quality'),
            since: evil('since'),
          },
        ],
      },
    }),
    { ...sealing, key: { ...sealing.key, authority: evil('authority') } },
  );
}

/** A good pack, and the same packed anew with other files. */
export async function packs() {
  const good = Buffer.from(await makePack(inventedInput(2), sealing));
  const entries: readonly RawEntry[] = [...filesOf(good)].map(([name, { content }]) => ({
    name,
    content,
  }));
  const with_ = (more: RawEntry): Uint8Array => rawZip([...entries, more]);
  /** The pack with one file changed; every other byte stays. */
  const changed = (name: string, from: RegExp, to: string): Uint8Array =>
    zipOf(
      entries.map((entry) => {
        let content = Uint8Array.from(entry.content);
        if (entry.name === name) {
          const text = Buffer.from(content).toString('utf8');
          if (!from.test(text)) throw new Error(`${name} does not hold ${from}.`);
          content = new TextEncoder().encode(text.replace(from, to));
        }
        return entry.name === 'seal.json'
          ? storedEntry(entry.name, content)
          : packedEntry(entry.name, content);
      }),
    );
  const extra = (name: string): Uint8Array => with_({ name, content: Buffer.from('1,2\n') });
  const zeros = Buffer.alloc(20_000_000);
  return {
    good,
    /** What is refused, with what is said of it. */
    refused: [
      ['path traversal', extra('../../evil.csv'), 'climbs out of its folder'],
      ['an absolute path', extra('/etc/passwd'), 'is absolute'],
      ['HTML in a name', extra('data/<img src=x onerror=alert(1)>.csv'), 'letter other than'],
      ['a name twice', with_({ ...entries[0]! }), 'bagit.txt is in the zip twice'],
      ['a later version', changed('data/pack.json', /"version":1/, '"version":2'), 'newer version'],
      [
        'a zip bomb',
        with_({
          name: 'data/bomb.csv',
          content: zeros,
          packed: deflateRawSync(zeros),
          method: 8,
        }),
        'data/bomb.csv would become more than 150 times as large',
      ],
      [
        'many files',
        rawZip(
          Array.from({ length: 5001 }, (_, index) => ({
            name: `data/${index}.csv`,
            content: Buffer.alloc(0),
          })),
        ),
        'The zip says it holds 5001 files',
      ],
      ['a pack cut short', good.subarray(0, good.length - 400), ''],
      ['a file of another kind', Buffer.from('<html><script>window.ran=1</script>'), ''],
      ['nothing', Buffer.alloc(0), ''],
      [
        'a shape that is none',
        changed('data/records.json', /"periods":\[/, '"periods":[7,'),
        'data/records.json is not as version 1 has it',
      ],
    ] as readonly (readonly [what: string, bytes: Uint8Array, sentence: string])[],
    /** What is opened and said to be altered, with the file that is named. */
    altered: [
      [
        'a result that is not the one of its hash',
        changed('data/figures/neet-1.json', /"value":40/, '"value":41'),
        'data/figures/neet-1.json',
      ],
      [
        'a signature that is not of the signer',
        changed('seal.json', /"signature":"[^"]{20}/, `"signature":"${'A'.repeat(20)}`),
        'seal.json',
      ],
    ] as readonly (readonly [what: string, bytes: Uint8Array, file: string])[],
  };
}
