import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { encryptPack } from '$lib/evidence/encrypted_pack';
import { makePack } from '$lib/evidence/write_pack';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { main } from '../../../src/cli/verify';
import { inventedInput, key, sealing } from '../evidence/invented_pack';

const pack = 'tests/packs/version-1.zip';
const council = 'tests/packs/invented-council.json';
const folder = mkdtempSync(join(tmpdir(), 'waymark-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function fileWith(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run(...args: string[]) {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  }
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, lines: said.join('').trimEnd().split('\n') };
}

describe('npm run verify', () => {
  it('prints a line for each check and ends with a verdict and exit code 0', async () => {
    const { code, lines } = await run('--pack', pack, '--key', council);
    expect(code).toBe(0);
    expect(lines).toContain('valid        data/figures/neet-1.csv is as it was listed.');
    expect(lines).toContain('valid        The chain of 2 records is complete.');
    expect(lines.at(-1)).toMatch(
      /^VALID: The pack is as it was sealed, by a key that is known\. Sealed 2026-/,
    );
  });

  it('takes a fingerprint for the key, and says when the key is not known', async () => {
    const print = 'fe812c12f3ab4ce6ac5db69ac352f906cb1b11ef43fb33e252ef7ff552263889';
    expect((await run('--pack', pack, '--key', print)).code).toBe(0);
    const unknown = await run('--pack', pack);
    expect(unknown.code).toBe(1);
    expect(unknown.lines.at(-1)).toMatch(/^UNKNOWN KEY: /);
  });

  it('names the file that was changed', async () => {
    const bytes = readFileSync(pack);
    bytes[bytes.indexOf('data/index.html') + 40]! ^= 1;
    const { code, lines } = await run('--pack', fileWith('changed.zip', bytes), '--key', council);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('ALTERED: The pack is not what was made: data/index.html.');
  });

  it('says that a pack is not sealed', async () => {
    const unsealed = fileWith('unsealed.zip', await makePack(inventedInput(1), null));
    const { code, lines } = await run('--pack', unsealed, '--key', council);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(
      'NOT SEALED: The files agree with each other, and nobody sealed them.',
    );
  });

  it('obeys nothing that a pack would tell a terminal', async () => {
    const { details, ...input } = inventedInput(1);
    const authority = '\u001b]0;owned\u0007\u202eCouncil';
    const evil = await makePack(
      { ...input, details: { ...details, title: '\u001b[2J\u009b1m' } },
      { ...sealing, key: { ...key, authority } },
    );
    const { lines } = await run('--pack', fileWith('evil.zip', evil));
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('says in a sentence what it cannot do', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const encrypted = await encryptPack(readFileSync(pack), { recipients: [recipient] });
    const age = fileWith('pack.zip.age', encrypted);
    for (const [args, sentence] of [
      [[], /^Name a pack\./],
      [['--pak', pack], /Unknown option '--pak'/],
      [['--pack', join(folder, 'none.zip')], /cannot be read: ENOENT/],
      [['--pack', folder], /cannot be read/],
      [['--pack', 'package.json'], /is not a zip/],
      [['--pack', age], /The pack is encrypted/],
      [['--pack', pack, '--key', 'none'], /The key none cannot be read/],
      [['--pack', pack, '--key', 'package.json'], /The public key file is not as version 1 has it/],
      [['--pack', pack, '--key', age], /looks like the secret key/],
    ] as const) {
      const { code, lines } = await run(...args);
      expect(code).toBe(1);
      expect(lines[0]).toMatch(sentence);
      expect(lines.join('\n')).not.toMatch(/\n\s+at /);
    }
    expect((await run('--help')).code).toBe(0);
  });

  it('runs from the command line', () => {
    const command = ['src/cli/run.mjs', 'verify', '--pack', pack, '--key', council];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('VALID: ');
    expect(status).toBe(0);
  });
});
