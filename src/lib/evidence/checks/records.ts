import { canonicalJson } from '../canonical_json';
import { hashOfBytes, hashOfJson } from '../hash';
import { figureFiles } from '../pack_names';
import type { OpenedPack } from '../read_pack';
import { chainStart, linkHash, RECORDS, type FigureRecord } from '../records';
import { check, type Check } from './check';

/** Each record against its hash, the one before it, its rows, and what is said of the whole pack. */
export async function recordChecks(opened: OpenedPack): Promise<Check[]> {
  const checks: Check[] = [];
  let previous = chainStart;
  for (const { record, made, record_sha256, chain_sha256 } of opened.records) {
    const { figure } = record;
    const say = (sentence: string, file = RECORDS): number =>
      checks.push(check('record', 'altered', sentence, file));
    const before = checks.length;
    if ((await hashOfJson(record)) !== record_sha256) {
      say(`The record of the figure ${figure} is not the one that was hashed.`);
    }
    if ((await linkHash(previous, record_sha256, made)) !== chain_sha256) {
      say(`The record of the figure ${figure} does not follow the one before it in the chain.`);
    }
    const { rows } = figureFiles(figure);
    const content = opened.files.get(rows)?.content;
    if (content && (await hashOfBytes(content)) !== record.result_sha256) {
      say(`${rows} does not hold the result that the record of the figure names.`, rows);
    }
    const disagreement = disagrees(record, opened);
    if (disagreement !== null) say(`The record of the figure ${figure} ${disagreement}.`);
    if (checks.length === before) {
      checks.push(
        check('record', 'valid', `The record of the figure ${figure} is as it was made.`),
      );
    }
    previous = chain_sha256;
  }
  return checks;
}

function disagrees(record: FigureRecord, { pack }: OpenedPack): string | null {
  if (record.app_version !== pack.app_version) return 'names another version of the program';
  if (canonicalJson(record.profile) !== canonicalJson(pack.profile)) {
    return 'has another disclosure profile than the pack';
  }
  const known = new Set(pack.extracts.map(({ sha256 }) => sha256));
  const stranger = record.extracts.find((sha256) => !known.has(sha256));
  return stranger === undefined ? null : `rests on an extract that the pack does not describe`;
}
