import { bagChecks } from './checks/bag';
import type { Check, Verdict } from './checks/check';
import { fileChecks } from './checks/files';
import { recordChecks } from './checks/records';
import { sealChecks, type Signer } from './checks/seal';
import type { OpenedPack } from './read_pack';
import { typedFingerprint } from './seal/fingerprint';

export type { Check, Signer, Verdict };

/** What was found of a pack. */
export interface PackReport {
  /** `valid` only when every check is. */
  readonly verdict: 'valid' | 'altered' | 'not sealed' | 'unknown key';
  readonly sentence: string;
  readonly checks: readonly Check[];
  /** Who sealed it; null when it is not sealed or the signature does not hold. */
  readonly signer: Signer | null;
}

/**
 * Checks every byte of a pack against its manifests, records and seal (docs/evidence-pack.md).
 *
 * @param knownKeys fingerprints of keys that the reader has from elsewhere than the pack, in any grouping
 */
export async function verifyPack(
  opened: OpenedPack,
  knownKeys: readonly string[],
): Promise<PackReport> {
  const known = new Set(knownKeys.map(typedFingerprint).filter((key) => key !== null));
  const seal = await sealChecks(opened, known);
  const checks = [
    ...(await fileChecks(opened)),
    ...bagChecks(opened),
    ...(await recordChecks(opened)),
    ...seal.checks,
  ];
  const verdict = worst(checks);
  return { verdict, sentence: sentenceOf(verdict, checks), checks, signer: seal.signer };
}

function worst(checks: readonly Check[]): PackReport['verdict'] {
  const found = new Set(checks.map(({ verdict }) => verdict));
  if (found.has('altered') || found.has('missing') || found.has('unexpected')) return 'altered';
  if (found.has('not sealed')) return 'not sealed';
  return found.has('unknown key') ? 'unknown key' : 'valid';
}

function sentenceOf(verdict: PackReport['verdict'], checks: readonly Check[]): string {
  if (verdict === 'valid') return 'The pack is as it was sealed, by a key that is known.';
  if (verdict === 'not sealed') return 'The files agree with each other, and nobody sealed them.';
  if (verdict === 'unknown key') return 'The pack is as it was sealed, by a key that is not known.';
  const changes = checks.filter(({ verdict: one }) =>
    ['altered', 'missing', 'unexpected'].includes(one),
  );
  const files = new Set(changes.map(({ file }) => file).filter((file) => file !== null));
  return `The pack is not what was made: ${[...files].join(', ')}.`;
}
