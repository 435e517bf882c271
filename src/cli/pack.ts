import { defaultPolicy, profiles } from '$lib/disclosure/policy';
import { encryptPack } from '$lib/evidence/encrypted_pack';
import { makeEvidence } from '$lib/evidence/make/make_evidence';
import { PackError } from '$lib/evidence/pack_error';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { openKeyFile, type SealingKey } from '$lib/evidence/seal/key_file';
import { RequestError } from '$lib/measures/request';
import { figuresOf, gapsOf } from '$lib/reports/report';
import { loadFolder } from './load_folder';
import { parseArguments, usage, type PackArguments } from './pack/arguments';
import { engineModule } from './pack/engine_module';
import { contentOf, passphraseIn, writeWhole } from './pack/files';
import { forEvidence } from './pack/for_evidence';
import { makeKey } from './pack/make_key';
import { definitionFor } from './report/definition_for';
import { withDocument } from './report/document';
import { reportSource } from './report/workspace_source';
import { openWorkspaceInNode } from './workspace_in_node';

/** Makes an evidence pack, or a key. Answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = parseArguments(args);
    if (asked?.is === 'key') return await makeKey(asked);
    if (asked?.is === 'pack') return await makeOne(asked);
    process.stdout.write(`${usage}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof RequestError || error instanceof PackError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function makeOne(asked: PackArguments): Promise<number> {
  const definition = await definitionFor(asked.from, asked.district);
  // What would be wrong at the end is found out at the start.
  const key = await keyOf(asked);
  const lock = await lockOf(asked);
  const policy = profiles.find(({ id }) => id === definition.profile) ?? defaultPolicy;
  const workspace = await openWorkspaceInNode(policy);
  try {
    if (!(await loadFolder(workspace, asked.data, 'no pack is made'))) return 1;
    const made = (asked.made === null ? new Date() : new Date(asked.made)).toISOString();
    const { report, pack } = await withDocument(() =>
      makeEvidence(
        definition,
        reportSource(workspace),
        forEvidence(workspace, policy, definition.purpose),
        { made, engineModule, key },
      ),
    );
    await writeWhole(asked.out, lock === null ? pack : await encryptPack(pack, lock));
    for (const { number, name, why } of gapsOf(report))
      process.stderr.write(`Figure ${number}, ${name}, is not in the pack: ${why}\n`);
    process.stderr.write(`${figuresOf(report).length} figures are in ${asked.out}.\n`);
    process.stderr.write(
      key === null
        ? 'It is NOT SEALED: nothing in it shows who made it. Name a key with --key-file.\n'
        : `It is sealed as ${key.authority}, key ${await fingerprint(key.publicKey)}.\n`,
    );
    return 0;
  } finally {
    await workspace.close();
  }
}

async function keyOf({ keyFile, passphraseFile }: PackArguments): Promise<SealingKey | null> {
  if (keyFile === null || passphraseFile === null) return null;
  return openKeyFile(await contentOf(keyFile, 'key file'), await passphraseIn(passphraseFile));
}

async function lockOf({ recipients, encryptPassphraseFile }: PackArguments) {
  if (encryptPassphraseFile !== null)
    return { passphrase: await passphraseIn(encryptPassphraseFile) };
  return recipients.length > 0 ? { recipients } : null;
}
