import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualLimits } from '$lib/evidence/limits';
import { readPack, type Refusal } from '$lib/evidence/read_pack';
import { makePack } from '$lib/evidence/write_pack';
import { filesOf } from './independent_verifier';
import { inventedInput, sealing } from './invented_pack';
import { rawZip, type RawEntry } from './raw_zip';

let pack: Uint8Array<ArrayBuffer>;
let entries: readonly RawEntry[];
beforeAll(async () => {
  pack = await makePack(inventedInput(1), sealing);
  entries = [...filesOf(Buffer.from(pack))].map(([name, { content }]) => ({ name, content }));
});

const evil = (changes: Partial<RawEntry> = {}): RawEntry => ({
  name: 'data/evil.csv',
  content: Buffer.from('1,2\n'),
  ...changes,
});

function refusal(zip: Uint8Array<ArrayBuffer>, limits = usualLimits): Refusal {
  const opened = readPack(zip, limits);
  if (!('refused' in opened)) throw new Error('The pack was opened.');
  return opened;
}

it('is opened as it is, and when it is packed by another program in the same form', () => {
  expect(readPack(pack)).not.toHaveProperty('refused');
  expect(readPack(rawZip(entries))).not.toHaveProperty('refused');
});

describe('refuses names', () => {
  it.each([
    ['../evil.csv', 'climbs out'],
    ['data/../../evil.csv', 'climbs out'],
    ['data/./evil.csv', 'climbs out'],
    ['data//evil.csv', 'climbs out'],
    ['/etc/passwd', 'is absolute'],
    ['C:/evil.csv', 'names a drive'],
    ['C:evil.csv', 'names a drive'],
    ['data\\..\\evil.csv', 'backslash'],
    ['\\\\server\\evil.csv', 'backslash'],
    ['data/evil.csv\0.html', 'control character'],
    ['data/\x1b[2Jevil.csv', 'control character'],
    ['data/evil\n.csv', 'control character'],
    ['data/con.csv', 'kept by Windows'],
    ['data/AUX', 'kept by Windows'],
    ['data/lpt1.tar.gz', 'kept by Windows'],
    ['data/evil.', 'ends in a dot'],
    ['data/.hidden', 'letter other than'],
    ['data/e vil.csv', 'letter other than'],
    ['data/<img src=x onerror=alert(1)>.csv', 'letter other than'],
    ['data/', 'is a folder'],
    ['', 'is empty'],
    ['d'.repeat(201), 'longer than 200'],
    // Right-to-left override, which shows "lmth.exe" as "exe.html".
    [Buffer.from('data/\u202elmth.exe').toString('latin1'), 'letter other than'],
  ])('%j', (name, sentence) => {
    const { refused, sentence: said } = refusal(rawZip([...entries, evil({ name })]));
    expect(refused).toBe('unsafe');
    expect(said).toContain(sentence);
    // A terminal or page that shows the sentence must not act on it.
    expect([...said].every((letter) => letter >= ' ')).toBe(true);
  });

  it('that stand twice, or are one where case or composition does not count', () => {
    expect(refusal(rawZip([...entries, { ...entries[0]! }])).sentence).toContain(
      'is in the zip twice',
    );
    const upper = evil({ name: 'data/INDEX.html' });
    expect(refusal(rawZip([...entries, upper])).sentence).toContain('take no notice of case');
    for (const form of ['NFC', 'NFD']) {
      const name = Buffer.from('data/caf\u00e9.csv'.normalize(form)).toString('latin1');
      expect(refusal(rawZip([...entries, evil({ name })])).sentence).toContain('letter other than');
    }
  });
});

describe('refuses what no pack has in its headers', () => {
  it.each<[string, Partial<RawEntry>, string]>([
    ['encryption', { flags: 1 }, 'is encrypted'],
    ['strong encryption', { flags: 0x41 }, 'is encrypted'],
    ['sizes after the file', { flags: 8 }, 'has flags'],
    ['another time', { time: 1 }, 'or a time'],
    ['extra fields', { extra: Buffer.from([1, 0, 0, 0]) }, 'has extra fields'],
    ['the zip64 form', { size: 0xffffffff, content: Buffer.alloc(0) }, 'MB'],
    ['a comment', { comment: 'hidden' }, 'has a comment'],
    ['another disk', { disk: 1 }, 'lies on another disk'],
    ['a symbolic link', { madeBy: 0x0314, attributes: 0o120777 * 65536 }, 'is a link'],
    ['attributes', { attributes: 2 }, 'is a link or has attributes'],
    ['an overlap', { localAt: 0 }, 'overlaps another file'],
    ['another method', { method: 14 }, 'by a method that no pack uses'],
    [
      'another name before it than in the directory',
      { localName: 'data/evil.svg' },
      'differs from its directory',
    ],
  ])('%s', (_, changes, sentence) => {
    const said = refusal(rawZip([...entries, evil(changes)]));
    expect(said.sentence).toContain(sentence);
    expect(said.file).toBe('data/evil.csv');
  });

  it('bytes before, between and after the files, and a comment at the end', () => {
    const hidden = Buffer.from('<script>');
    const around = [{ before: hidden }, { gap: hidden }, { after: hidden }, { comment: 'hidden' }];
    for (const where of around)
      expect(refusal(rawZip(entries, where)).refused).toMatch(/unsafe|no pack/);
    // A comment that holds the end of another zip.
    const end = Buffer.from(pack.subarray(pack.length - 22)).toString('latin1');
    expect(refusal(rawZip(entries, { comment: end })).refused).toBe('unsafe');
  });

  it('fewer and more files than it says', () => {
    for (const count of [0, 1, entries.length - 1, entries.length + 1, 65_535]) {
      expect(refusal(rawZip(entries, { count })).refused).toMatch(/unsafe|too large/);
    }
  });
});

describe('refuses what would fill the memory', () => {
  const many = 50 * 2 ** 20;
  let bomb: Buffer;
  beforeAll(() => {
    bomb = deflateRawSync(Buffer.alloc(many));
  });

  it('a file that becomes far larger, before it is unpacked', () => {
    const packed = evil({ content: Buffer.alloc(0), packed: bomb, method: 8, size: many });
    expect(refusal(rawZip([packed, ...entries]))).toMatchObject({
      refused: 'too large',
      file: 'data/evil.csv',
    });
  });

  it('a file that is larger than it says, by no more than it said', () => {
    const lying = evil({ packed: bomb, method: 8, size: 1000 });
    const opened = readPack(rawZip([lying, ...entries]));
    if ('refused' in opened) throw new Error(opened.sentence);
    expect(opened.files.get('data/evil.csv')?.content).toBeNull();
  });

  it('files, a zip and a number of files over the limits', () => {
    const zip = rawZip([...entries, evil({ content: Buffer.alloc(5000, 65) })]);
    const limits = { ...usualLimits, file: 4999 };
    expect(refusal(zip, limits).refused).toBe('too large');
    expect(refusal(zip, { ...usualLimits, unpacked: 9000 }).sentence).toContain('together');
    expect(refusal(zip, { ...usualLimits, pack: zip.length - 1 }).sentence).toContain('at most');
    const crowd = Array.from({ length: 5001 }, (_, index) => evil({ name: `data/${index}` }));
    expect(refusal(rawZip(crowd)).sentence).toContain('holds 5001 files');
    // A million has no room in the field and needs the zip64 form.
    expect(refusal(rawZip([...entries], { count: 65_535 })).refused).toBe('unsafe');
  });
});

describe('whatever the bytes are', () => {
  it('answers with a sentence and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(Uint8Array.from(bytes)).sentence).toMatch(/\.$/);
      }),
    );
    expect(refusal(Uint8Array.from(Buffer.from('%PDF-1.7'))).refused).toBe('no pack');
  });

  it('refuses a pack that was cut short', () => {
    fc.assert(
      fc.property(fc.nat(pack.length - 1), (length) => {
        expect(refusal(pack.slice(0, length)).refused).toMatch(/no pack|unsafe/);
      }),
    );
  });

  it('says of another zip that it is no pack', () => {
    expect(refusal(rawZip([evil()])).sentence).toBe(
      'There is no data/pack.json in the zip, so it is no evidence pack.',
    );
    expect(refusal(rawZip([])).refused).toBe('no pack');
  });
});
