import { createHash, createPublicKey, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

// Written from docs/evidence-pack.md, with Node's own libraries and nothing of the program.

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name]!)}`).join()}}`;
}

/** The files of a zip in the order of its local headers, each with its bytes in the zip. */
export function filesOf(zip: Buffer): Map<string, { content: Buffer; whole: Buffer }> {
  const files = new Map<string, { content: Buffer; whole: Buffer }>();
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const end = start + zip.readUInt32LE(at + 18);
    const name = zip.toString('ascii', at + 30, at + 30 + zip.readUInt16LE(at + 26));
    const packed = zip.subarray(start, end);
    const content = zip.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed;
    files.set(name, { content, whole: zip.subarray(at, end) });
    at = end;
  }
  return files;
}

interface Seal {
  tagmanifest_sha256: string;
  records: number;
  chain_sha256: string;
  entries: { name: string; sha256: string }[];
  signer: { public_key: string };
  signature: string;
}

interface Records {
  records: {
    record: { figure: string; result_sha256: string };
    made: string;
    record_sha256: string;
    chain_sha256: string;
  }[];
}

/** What is wrong with a pack; nothing when all holds. */
export function problemsOf(zip: Buffer, fingerprint: string): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, what: string) => holds || problems.push(what);
  const files = filesOf(zip);
  const content = (name: string): Buffer => files.get(name)?.content ?? Buffer.alloc(0);
  const json = <T>(name: string): T => JSON.parse(content(name).toString('utf8')) as T;

  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    for (const line of content(manifest).toString('utf8').trimEnd().split('\n')) {
      const [hash, name] = line.split('  ');
      must(sha256(content(name!)) === hash, `${name} in ${manifest}`);
    }
  }
  const { records } = json<Records>('data/records.json');
  let previous = '0'.repeat(64);
  for (const { record, made, record_sha256, chain_sha256 } of records) {
    must(sha256(canonical(record)) === record_sha256, `record ${record.figure}`);
    must(
      sha256(canonical([previous, record_sha256, made])) === chain_sha256,
      `chain ${record.figure}`,
    );
    must(
      sha256(content(`data/figures/${record.figure}.json`)) === record.result_sha256,
      `result ${record.figure}`,
    );
    previous = chain_sha256;
  }
  const seal = json<Seal>('seal.json');
  must(seal.tagmanifest_sha256 === sha256(content('tagmanifest-sha256.txt')), 'tag manifest');
  must(seal.chain_sha256 === previous && seal.records === records.length, 'end of the chain');
  const entries = [...files].filter(([name]) => name !== 'seal.json');
  must(
    canonical(seal.entries) ===
      canonical(entries.map(([name, { whole }]) => ({ name, sha256: sha256(whole) }))),
    'bytes of the zip',
  );
  const { signature, ...signed } = seal;
  const raw = Buffer.from(seal.signer.public_key, 'base64');
  must(sha256(raw) === fingerprint.replaceAll(' ', ''), 'key');
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
  must(
    verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, 'base64')),
    'signature',
  );
  return problems;
}

/** What RFC 8493 would object to in a bag; nothing when it is complete and valid (section 3). */
export function wrongWithBag(files: ReadonlyMap<string, { content: Buffer }>): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, what: string) => holds || problems.push(what);
  const text = (name: string): string => files.get(name)?.content.toString('utf8') ?? '';
  // 2.1.1: exactly two lines, with a version and the encoding of tag files.
  must(
    /^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/.test(text('bagit.txt')),
    '2.1.1',
  );
  // 2.1.3: lines of a hash, linear white space and a path under data/; each payload file once.
  const payload = [...files.keys()].filter((name) => name.startsWith('data/'));
  must(payload.length > 0, '2.1.2');
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(/[ \t]+/));
  const listed = lines('manifest-sha256.txt');
  must(
    listed.every((line) => line.length === 2 && /^[0-9a-f]{64}$/.test(line[0]!)),
    '2.1.3 form',
  );
  must(
    canonical(listed.map((line) => line[1]!).sort()) === canonical(payload.sort()),
    '2.1.3 files',
  );
  // 2.2.1: tag files, the payload manifest among them, and neither payload nor tag manifests.
  const tags = lines('tagmanifest-sha256.txt');
  must(
    tags.some((line) => line[1] === 'manifest-sha256.txt'),
    '2.2.1 manifest',
  );
  must(
    tags.every((line) => !/^(data\/|tagmanifest-)/.test(line[1]!)),
    '2.2.1 files',
  );
  for (const [hash, name] of [...listed, ...tags]) {
    const file = files.get(name!);
    must(file !== undefined && sha256(file.content) === hash, `3: ${name}`);
  }
  // 2.2.2: labels and values; Payload-Oxum is bytes, a dot and files.
  const info = text('bag-info.txt').split('\n').slice(0, -1);
  must(
    info.every((line) => /^[^\s:][^:]*: \S.*$/.test(line)),
    '2.2.2 form',
  );
  const size = payload.reduce((sum, name) => sum + files.get(name)!.content.length, 0);
  must(info.includes(`Payload-Oxum: ${size}.${payload.length}`), '2.2.2 oxum');
  must(
    info.some((line) => /^Bagging-Date: \d{4}-\d\d-\d\d$/.test(line)),
    '2.2.2 date',
  );
  return problems;
}
