import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { usualLimits } from '$lib/evidence/limits';
import { PackError } from '$lib/evidence/pack_error';
import { readPack } from '$lib/evidence/read_pack';
import { isAgeFile } from '$lib/evidence/seal/age_file';
import { fingerprint, typedFingerprint } from '$lib/evidence/seal/fingerprint';
import { readPublicKeyFile } from '$lib/evidence/seal/public_key_file';
import { verifyPack, type PackReport } from '$lib/evidence/verify_pack';

const usage = `Checks every byte of an evidence pack. Nothing is unpacked to the disk and nothing is sent.

  npm run --silent verify -- --pack FILE [--key FILE|FINGERPRINT] [--data DIR]

  --pack FILE              the pack, a .zip
  --key FILE|FINGERPRINT   a key of the authority, from elsewhere than the pack: its public key file, or the
                           fingerprint in quotes; may be given again
  --data DIR               folder with the extracts: every figure is made again and held against the pack

Ends with exit code 0 when the pack is sealed by such a key, nothing in it was changed and, with --data, every extract
and figure is the same; otherwise with 1.`;

/** Verifies one pack. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { pack, keys, data, help } = parsed(args);
    if (help) {
      print(usage.split('\n'));
      return 0;
    }
    if (pack === null) throw new PackError('no pack', `Name a pack.\n\n${usage}`);
    return await verifyFile(pack, await Promise.all(keys.map(fingerprintOf)), data);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        pack: { type: 'string' },
        key: { type: 'string', multiple: true },
        data: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { pack = null, key: keys = [], data = null, help } = values;
    return { pack, keys, data, help };
  } catch (error) {
    throw new PackError('no pack', `${(error as Error).message}\n\n${usage}`);
  }
}

async function verifyFile(
  name: string,
  keys: readonly string[],
  data: string | null,
): Promise<number> {
  const opened = readPack(await bytesOf(name, 'pack'));
  if ('refused' in opened) {
    print([opened.sentence, `REFUSED: ${name} is not opened.`]);
    return 1;
  }
  const { pack } = opened;
  const report = await verifyPack(opened, keys);
  print([
    `${pack.title}, ${pack.county}, made ${pack.made}${pack.sample ? ', SAMPLE DATA' : ''}`,
    ...report.checks.map(({ verdict, sentence }) => `${verdict.padEnd(11)}  ${sentence}`),
    verdictLine(report),
  ]);
  if (data === null) return report.verdict === 'valid' ? 0 : 1;
  // Loaded here: to check a pack takes no engine.
  const { verifyWithData } = await import('./verify/with_data');
  const { lines, same } = await verifyWithData(opened, data);
  print([
    ...lines,
    same ? 'SAME: every extract and figure is what the pack says.' : 'NOT THE SAME.',
  ]);
  return report.verdict === 'valid' && same ? 0 : 1;
}

function verdictLine({ verdict, sentence, signer }: PackReport): string {
  // Of a pack that was changed the name under the seal would only lend trust.
  if (signer === null || verdict === 'altered') return `${verdict.toUpperCase()}: ${sentence}`;
  const by = `Sealed ${signer.sealed} as ${signer.authority}, key ${signer.fingerprint}.`;
  return `${verdict.toUpperCase()}: ${sentence} ${by}`;
}

/** The fingerprint that was typed, or that of the public key in a file. */
async function fingerprintOf(key: string): Promise<string> {
  const typed = typedFingerprint(key);
  if (typed !== null) return typed;
  const bytes = await bytesOf(key, 'key');
  if (isAgeFile(bytes)) {
    throw new PackError(
      'malformed',
      `${key} is encrypted: it looks like the secret key. Only its public key file or fingerprint is needed; keep the secret one with the authority.`,
    );
  }
  return fingerprint(readPublicKeyFile(bytes).publicKey);
}

async function bytesOf(name: string, what: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(name);
    if (size <= usualLimits.pack) return Uint8Array.from(await readFile(name));
  } catch (error) {
    throw new PackError(
      'no pack',
      `The ${what} ${name} cannot be read: ${(error as Error).message}`,
    );
  }
  throw new PackError('too large', `The ${what} ${name} is larger than any ${what} is.`);
}

/** What a pack says of itself may hold letters that a terminal would obey. */
function print(lines: readonly string[]): void {
  const plain = lines.map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, '?'));
  process.stdout.write(`${plain.join('\n')}\n`);
}
