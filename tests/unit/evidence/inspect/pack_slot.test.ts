import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KnownKeys } from '$lib/evidence/inspect/known_keys.svelte';
import { PackSlot } from '$lib/evidence/inspect/pack_slot.svelte';
import { encryptPack } from '$lib/evidence/encrypted_pack';

const bytes = Uint8Array.from(readFileSync('tests/packs/version-1.zip'));
const council = Uint8Array.from(readFileSync('tests/packs/invented-council.json'));
const pack = (name = 'pack.zip') => new File([bytes], name);

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const slotWith = (known: KnownKeys) => new PackSlot(() => known.fingerprints);

it('judges by the keys that are known last, however quickly they come and go', async () => {
  const known = new KnownKeys();
  const slot = slotWith(known);
  await slot.open(pack());
  expect(slot.inspected?.report.verdict).toBe('unknown key');
  expect(await known.addFile(new File([council], 'council.json'))).toBe('');
  const first = slot.recheck();
  known.remove(known.fingerprints[0]!);
  await Promise.all([first, slot.recheck()]);
  expect(slot.inspected?.report.verdict).toBe('unknown key');
});

it('counts a key that was given while the pack was opened', async () => {
  const known = new KnownKeys();
  const slot = slotWith(known);
  const opening = slot.open(pack());
  await known.addFile(new File([council], 'council.json'));
  await opening;
  expect(slot.inspected?.report.verdict).toBe('valid');
});

it('shows the file that was chosen last, and nothing of one that is refused', async () => {
  const slot = slotWith(new KnownKeys());
  await Promise.all([slot.open(pack('first.zip')), slot.open(pack('second.zip'))]);
  expect(slot.state).toMatchObject({ is: 'opened', name: 'second.zip' });
  await slot.open(new File(['no pack'], 'third.zip'));
  expect(slot.state).toMatchObject({ is: 'refused', name: 'third.zip' });
  expect(slot.inspected).toBeNull();
});

it('asks for the age key of an encrypted pack, and says when it is none', async () => {
  const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  const slot = slotWith(new KnownKeys());
  await slot.open(new File([await encryptPack(bytes, { recipients: [recipient] })], 'pack.age'));
  expect(slot.state).toMatchObject({ is: 'locked', lock: 'identity', wrong: '' });
  await slot.unlock('no key');
  expect(slot.state).toMatchObject({ is: 'locked', wrong: expect.stringContaining('no age key') });
});

it('takes no fingerprint and no key file that is none', async () => {
  const known = new KnownKeys();
  expect(known.addTyped('fe81 2c12')).toContain('64 digits');
  expect(await known.addFile(pack())).toContain('pack.zip is not taken.');
  expect(known.keys).toEqual([]);
});
