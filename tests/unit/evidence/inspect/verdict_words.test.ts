import { describe, expect, it } from 'vitest';
import { check, type Check } from '$lib/evidence/checks/check';
import {
  changedFiles,
  checkGroups,
  headlineOf,
  sealedBy,
} from '$lib/evidence/inspect/verdict_words';
import { verifyPack, type PackReport } from '$lib/evidence/verify_pack';
import { makePack } from '$lib/evidence/write_pack';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { inventedInput, key, mustOpen, sealing } from '../invented_pack';

async function reportOf({ sealed = true, known = false, change = 0 } = {}): Promise<PackReport> {
  const bytes = await makePack(inventedInput(2), sealed ? sealing : null);
  if (change > 0) bytes[Buffer.from(bytes).indexOf('data/index.html') + change]! ^= 1;
  return verifyPack(mustOpen(bytes), known ? [await fingerprint(key.publicKey)] : []);
}

const altered = (file: string): Check => check('file', 'altered', `${file} differs.`, file);

describe('the first line on a pack', () => {
  it('says that it is valid only when the key is known', async () => {
    expect(headlineOf(await reportOf({ known: true }))).toMatchObject({
      tone: 'good',
      title: 'Valid: nothing was changed since it was sealed',
    });
    const unknown = headlineOf(await reportOf());
    expect(unknown.tone).toBe('careful');
    expect(unknown.title).toContain('Key not known');
    expect(unknown.title).not.toMatch(/valid/i);
  });

  it('says that nobody vouches for a pack without a seal', async () => {
    const report = await reportOf({ sealed: false });
    expect(headlineOf(report).title).toContain('Not sealed');
    expect(sealedBy(report)).toBe('Nobody sealed it.');
  });

  it('names the file that was changed', async () => {
    const report = await reportOf({ known: true, change: 40 });
    const { tone, title, sentence } = headlineOf(report);
    expect([tone, title]).toEqual(['bad', 'Altered: do not rely on this pack']);
    expect(sentence).toContain('data/index.html');
    expect(changedFiles(report.checks)).toContain('data/index.html');
  });

  it('counts files where there are too many to name', () => {
    const checks = ['a', 'b', 'c', 'd', 'e', 'f'].map(altered);
    const { sentence } = headlineOf({ verdict: 'altered', sentence: '', checks, signer: null });
    expect(sentence.replaceAll('\u00a0', ' ')).toContain('a, b, c, d and 2 other files');
  });

  it('says who sealed it and when', async () => {
    expect(sealedBy(await reportOf({ known: true }))).toBe(
      'Sealed by “Invented County Council” on 31 January 2026, 10:05 UTC, by their clock.',
    );
    expect(sealedBy(await reportOf())).toContain(
      'Sealed by a key that goes by the name of “Invented County Council”',
    );
    const broken = {
      verdict: 'altered',
      sentence: '',
      checks: [altered('a')],
      signer: null,
    } as const;
    expect(sealedBy(broken)).toContain('nobody is named');
  });
});

describe('the list of checks', () => {
  it('loses none, and counts what is valid', async () => {
    const { checks } = await reportOf({ known: true });
    const groups = checkGroups(checks);
    expect(groups.flatMap(({ problems, valid }) => [...problems, ...valid])).toHaveLength(
      checks.length,
    );
    expect(groups.every(({ tone, result }) => tone === 'good' && result.endsWith('valid'))).toBe(
      true,
    );
  });

  it('says of each kind what was found, and where there was nothing to check', () => {
    const groups = checkGroups([altered('a'), check('file', 'valid', 'b is as it was.', 'b')]);
    expect(groups.map(({ title, result, tone }) => [title, result, tone])).toEqual([
      ['Files', '1 altered, 1 valid', 'bad'],
      ['Lists of files', 'no list could be checked', 'careful'],
      ['Chain of records', 'there is no record', 'careful'],
      ['Signature', 'there is no seal to check', 'careful'],
      ['Key', 'without a signature there is no key', 'careful'],
    ]);
  });
});
