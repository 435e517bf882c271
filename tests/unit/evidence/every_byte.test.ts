import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPack } from '$lib/evidence/read_pack';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { verifyPack } from '$lib/evidence/verify_pack';
import { makePack } from '$lib/evidence/write_pack';
import { inventedInput, key, mustOpen, sealing } from './invented_pack';

/** All with WAYMARK_ALL=1, as is right before a release; a tenth otherwise, for time. */
const CHANGES = process.env['WAYMARK_ALL'] === '1' ? 10_000 : 1000;

it(`detects each of ${CHANGES} changes of a single byte anywhere in a pack, and names the file`, async () => {
  const pack = await makePack(inventedInput(2), sealing);
  const known = [await fingerprint(key.publicKey)];
  expect((await verifyPack(mustOpen(pack), known)).verdict).toBe('valid');
  const files = [...mustOpen(pack).files.values()].map(({ name, whole }) => ({
    name,
    from: whole.byteOffset,
    to: whole.byteOffset + whole.length,
  }));

  const changes = fc.sample(
    fc.noBias(fc.record({ at: fc.nat(pack.length - 1), by: fc.integer({ min: 1, max: 255 }) })),
    { numRuns: CHANGES, seed: 20260131 },
  );
  const undetected: number[] = [];
  const unnamed: number[] = [];
  const started = performance.now();
  for (const { at, by } of changes) {
    const changed = Uint8Array.from(pack);
    changed[at] = changed[at]! ^ by;
    const file = files.find(({ from, to }) => at >= from && at < to)?.name;
    const opened = readPack(changed);
    let said: readonly (string | null)[];
    if ('refused' in opened) {
      said = [opened.file];
    } else {
      const report = await verifyPack(opened, known);
      if (report.verdict === 'valid') undetected.push(at);
      said = report.checks.filter(({ verdict }) => verdict !== 'valid').map((check) => check.file);
    }
    if (file !== undefined && !said.includes(file)) unnamed.push(at);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `single-byte changes detected: ${CHANGES - undetected.length} of ${CHANGES}, in a pack of ${pack.length} bytes, ${seconds} s\n`,
  );
  expect(undetected).toEqual([]);
  expect(unnamed).toEqual([]);
});
