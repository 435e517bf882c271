import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyPack } from '$lib/evidence/verify_pack';
import { filesOf, problemsOf, wrongWithBag } from './independent_verifier';
import { mustOpen } from './invented_pack';

/** Of the throw-away key in `tests/packs/invented-council.json`. */
const fingerprint =
  'fe81 2c12 f3ab 4ce6 ac5d b69a c352 f906 cb1b 11ef 43fb 33e2 52ef 7ff5 5226 3889';

// Packs outlive the program that made them. This file is never made anew, whatever else changes.
it('opens and verifies a pack of format version 1, for ever', async () => {
  const bytes = readFileSync('tests/packs/version-1.zip');
  const opened = mustOpen(Uint8Array.from(bytes));
  expect(opened.pack).toMatchObject({
    title: 'Young people who are NEET — an invented pack',
    county: 'Kent',
    sample: true,
  });
  expect(opened.records.map(({ record_sha256 }) => record_sha256)).toEqual([
    'ba04f7c3db50e0d293f139c6ebd92fb075eec72c8bc2590cdf3dcd5c49740d7b',
    'cd9cb820e6a791173bb6d0435928d234eebde7fded0a7a278cd34437a7fe580f',
  ]);
  expect(opened.results.get('neet-1')).toHaveLength(3);
  const report = await verifyPack(opened, [fingerprint]);
  expect(report).toMatchObject({ verdict: 'valid', signer: { fingerprint } });
  expect(problemsOf(bytes, fingerprint)).toEqual([]);
  expect(wrongWithBag(filesOf(bytes))).toEqual([]);
});
