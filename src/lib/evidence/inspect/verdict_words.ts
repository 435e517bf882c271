import { formatList, formatMany } from '../../ui/format';
import type { Check, PackReport, Verdict } from '../verify_pack';
import { formatInstant } from './instant_words';

/** How a verdict is drawn; what it says is always in words too. */
export type Tone = 'good' | 'careful' | 'bad';

/** The answer to "can I trust this pack?", as the first thing that is read. */
export interface Headline {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
}

const words: Readonly<Record<Verdict, string>> = {
  valid: 'valid',
  altered: 'altered',
  missing: 'missing',
  unexpected: 'does not belong',
  'not sealed': 'not sealed',
  'unknown key': 'key not known',
};

/** A verdict of one check in a word or three. */
export const verdictWords = (verdict: Verdict): string => words[verdict];

const CHANGES: readonly Verdict[] = ['altered', 'missing', 'unexpected'];

/** Whether a check found something that is not as it was made. */
export const isChange = ({ verdict }: Pick<Check, 'verdict'>): boolean => CHANGES.includes(verdict);

/** The files that are not as they were made, in the order in which they were found; each once. */
export function changedFiles(checks: readonly Check[]): readonly string[] {
  const files = checks.filter(isChange).map(({ file }) => file);
  return [...new Set(files.filter((file) => file !== null))];
}

/** What a report says of the whole pack. */
export function headlineOf({ verdict, checks, signer }: PackReport): Headline {
  switch (verdict) {
    case 'valid':
      return {
        tone: 'good',
        title: 'Valid: nothing was changed since it was sealed',
        sentence: `Every byte is as ${named(signer)} sealed it, with a key that you said is known.`,
      };
    case 'unknown key':
      return {
        tone: 'careful',
        title: 'Key not known: unchanged, but who sealed it is not confirmed',
        sentence: `Every byte is as it was sealed. The key goes by the name of ${named(signer)}, but anybody can write a name. Compare the fingerprint of the key before you rely on it.`,
      };
    case 'not sealed':
      return {
        tone: 'careful',
        title: 'Not sealed: nobody vouches for this pack',
        sentence:
          'The files agree with each other, but anybody could have made them or changed them together. Ask the authority for the sealed pack.',
      };
    case 'altered':
      return {
        tone: 'bad',
        title: 'Altered: do not rely on this pack',
        sentence: `It is not what was made. ${alteredSentence(checks)} Ask the authority for the pack again, another way.`,
      };
  }
}

/** Most names of files in one sentence; the list of checks has them all. */
const NAMED = 4;

function alteredSentence(checks: readonly Check[]): string {
  const files = changedFiles(checks);
  if (files.length === 0) return 'The checks below say what differs.';
  const shown = files.slice(0, NAMED);
  const more = files.length - shown.length;
  const names = more > 0 ? [...shown, `${formatMany(more, 'other file')}`] : shown;
  return `Not as it was: ${formatList(names)}.`;
}

const named = (signer: PackReport['signer']): string =>
  signer === null ? 'its signer' : `“${signer.authority}”`;

/** Who sealed a pack and when, as a sentence. */
export function sealedBy({ signer, checks }: PackReport): string {
  if (signer !== null) {
    const known = checks.some(({ what, verdict }) => what === 'key' && verdict === 'valid');
    const whose = known ? named(signer) : `a key that goes by the name of ${named(signer)}`;
    return `Sealed by ${whose} on ${formatInstant(signer.sealed)}, by their clock.`;
  }
  const unsealed = checks.some(({ verdict }) => verdict === 'not sealed');
  return unsealed ? 'Nobody sealed it.' : 'No seal on it holds, so nobody is named here.';
}

/** Checks of one kind. */
export interface CheckGroup {
  readonly title: string;
  /** "18 of 18 valid", or what was found. */
  readonly result: string;
  readonly tone: Tone;
  readonly problems: readonly Check[];
  readonly valid: readonly Check[];
}

const groups: readonly (readonly [title: string, kinds: readonly Check['what'][], none: string])[] =
  [
    ['Files', ['file'], 'no file could be checked'],
    ['Lists of files', ['bag', 'crate', 'zip'], 'no list could be checked'],
    ['Chain of records', ['record'], 'there is no record'],
    ['Signature', ['seal'], 'there is no seal to check'],
    ['Key', ['key'], 'without a signature there is no key'],
  ];

/** All checks by what they are about, in the order in which a reader asks. */
export function checkGroups(checks: readonly Check[]): readonly CheckGroup[] {
  return groups.map(([title, kinds, none]) => {
    const own = checks.filter(({ what }) => kinds.includes(what));
    const problems = own.filter(({ verdict }) => verdict !== 'valid');
    const valid = own.filter(({ verdict }) => verdict === 'valid');
    const tone = problems.some(isChange)
      ? 'bad'
      : problems.length > 0 || own.length === 0
        ? 'careful'
        : 'good';
    return { title, result: resultOf(problems, valid, none), tone, problems, valid };
  });
}

function resultOf(problems: readonly Check[], valid: readonly Check[], none: string): string {
  const all = problems.length + valid.length;
  if (all === 0) return none;
  if (problems.length === 0) return all === 1 ? 'valid' : `all ${all} valid`;
  const found = new Set(problems.map(({ verdict }) => verdict));
  const counted = [...found].map((verdict) => {
    const count = problems.filter((one) => one.verdict === verdict).length;
    return all === 1 ? verdictWords(verdict) : `${count} ${verdictWords(verdict)}`;
  });
  return valid.length > 0 ? `${formatList(counted)}, ${valid.length} valid` : formatList(counted);
}
