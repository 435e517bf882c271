import { parseArgs } from 'node:util';
import { RequestError } from '$lib/measures/request';
import { evidenceTemplates } from '$lib/reports/evidence_templates';
import { refuseOtherThanInstant } from '../report/arguments';
import type { DefinitionFrom } from '../report/definition_for';

export const usage = `An evidence pack for inspectors from a folder of extracts, or the key to seal packs with.

  npm run --silent pack -- --data DIR --template ID --out FILE.zip [options]
  npm run --silent pack -- --data DIR --definition FILE --out FILE.zip [options]
  npm run --silent pack -- --make-key FILE --authority NAME --passphrase-file FILE

  --data DIR                    folder with the extracts (Parquet, and CSV for reference tables)
  --out FILE                    the pack to write; an earlier one of this name is replaced
  --template ID                 any template of reports, or one of evidence:
${evidenceTemplates.map(({ id, label }) => `    ${id.padEnd(27)} ${label}`).join('\n')}
  --definition FILE             a definition that was saved
  --district CODE               make it about one district
  --key-file FILE               the key to seal it with; without one the pack is not sealed, and says so
  --passphrase-file FILE        a file that holds the passphrase of the key and nothing else
  --made INSTANT                when it is made and sealed, for example 2025-09-01T09:00:00Z; left out: now
  --recipient KEY               encrypt it for the holder of this public age key (age1...); may be given again
  --encrypt-passphrase-file F   or encrypt it with the passphrase that this file holds

  --make-key FILE               make a key and write it there, locked with the passphrase; beside it goes the public
                                key file, which is for those who check packs
  --authority NAME              whose key it is

The exit code is 1 when nothing was made.`;

export interface PackArguments {
  readonly is: 'pack';
  readonly data: string;
  readonly out: string;
  readonly from: DefinitionFrom;
  readonly district: string | null;
  readonly keyFile: string | null;
  readonly passphraseFile: string | null;
  readonly made: string | null;
  readonly recipients: readonly string[];
  readonly encryptPassphraseFile: string | null;
}

export interface KeyArguments {
  readonly is: 'key';
  readonly file: string;
  readonly authority: string;
  readonly passphraseFile: string;
  readonly made: string | null;
}

/** Reads the command line; null when help is asked for. Throws a `RequestError` that says what is wrong with it. */
export function parseArguments(args: readonly string[]): PackArguments | KeyArguments | null {
  const values = parsed(args);
  if (values.help) return null;
  const made = values.made ?? null;
  refuseOtherThanInstant(made);
  const file = values['make-key'];
  const passphraseFile = values['passphrase-file'] ?? null;
  if (file !== undefined) {
    const { authority = '' } = values;
    if (authority.trim() === '' || passphraseFile === null)
      throw new RequestError(
        'A key needs whose it is (--authority) and a file with its passphrase (--passphrase-file).',
      );
    return { is: 'key', file, authority: authority.trim(), passphraseFile, made };
  }
  const { data, out, template, definition, district = null, recipient = [] } = values;
  if (data === undefined || out === undefined)
    throw new RequestError(
      'Name the folder of the extracts (--data) and the pack to write (--out).',
    );
  if ((template === undefined) === (definition === undefined))
    throw new RequestError(
      'Name a template (--template) or a definition (--definition), one of both.',
    );
  const keyFile = values['key-file'] ?? null;
  if ((keyFile === null) !== (passphraseFile === null))
    throw new RequestError(
      'A key (--key-file) and its passphrase (--passphrase-file) go together.',
    );
  const encryptPassphraseFile = values['encrypt-passphrase-file'] ?? null;
  if (encryptPassphraseFile !== null && recipient.length > 0)
    throw new RequestError('Encrypt for recipients or with a passphrase, one of both.');
  const from = template === undefined ? { definition: definition ?? '' } : { template };
  return {
    ...{ is: 'pack', data, out, from, district, keyFile, passphraseFile, made },
    ...{ recipients: recipient, encryptPassphraseFile },
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ data: text, out: text, template: text, definition: text, district: text },
        ...{ 'key-file': text, 'passphrase-file': text, made: text },
        ...{ 'encrypt-passphrase-file': text, 'make-key': text, authority: text },
        recipient: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new RequestError(`${(error as Error).message} --help says what there is.`);
  }
}
