import { profiles } from '../../disclosure/policy';
import type { FigureRequest } from '../../measures/request';
import { RequestError } from '../../measures/request';
import type { ForEvidence, HashedFile } from '../../workspace/for_evidence';
import { canonicalJson } from '../canonical_json';
import type { OpenedPack } from '../read_pack';
import type { ChainedRecord } from '../records';
import { resultRows, type ResultRow } from '../result_rows';

/** A row that came out otherwise; null on the side that does not have it. */
export interface DifferentRow {
  readonly then: ResultRow | null;
  readonly now: ResultRow | null;
}

/** What became of one figure when it was asked again. */
export type AskedAgain = { readonly figure: string } & (
  | {
      readonly is: 'same';
      /** Rows that the pack hides and that are shown now, because less was asked before them. */
      readonly hiddenThen: number;
    }
  | { readonly is: 'different'; readonly rows: readonly DifferentRow[] }
  | { readonly is: 'not answered'; readonly why: string }
);

/** The names of extracts that a pack rests on and that are not among these files, byte for byte. */
export function differentExtracts(
  { pack }: Pick<OpenedPack, 'pack'>,
  files: readonly HashedFile[],
): readonly string[] {
  const held = new Set(files.map(({ sha256 }) => sha256));
  return pack.extracts.filter(({ sha256 }) => !held.has(sha256)).map(({ name }) => name);
}

/** The disclosure profile of a pack, if this program has the very same; null otherwise. */
export function profileOf({ pack }: Pick<OpenedPack, 'pack'>) {
  return profiles.find((each) => canonicalJson(each) === canonicalJson(pack.profile)) ?? null;
}

/** Asks for every figure of a pack again, in its order, and holds the answers against its rows. */
export async function* askedAgain(
  { records, results }: Pick<OpenedPack, 'records' | 'results'>,
  work: Pick<ForEvidence, 'figures'>,
): AsyncGenerator<AskedAgain> {
  for (const chained of records) yield await askOne(chained, results, work);
}

async function askOne(
  { record: { figure, request } }: ChainedRecord,
  results: OpenedPack['results'],
  work: Pick<ForEvidence, 'figures'>,
): Promise<AskedAgain> {
  const then = results.get(figure) ?? [];
  try {
    // What cannot be split or filtered so is said by the workspace.
    const now = resultRows(await work.figures(request as FigureRequest));
    return { figure, ...heldAgainst(then, now) };
  } catch (error) {
    if (error instanceof RequestError) return { figure, is: 'not answered', why: error.message };
    throw error;
  }
}

function heldAgainst(then: readonly ResultRow[], now: readonly ResultRow[]) {
  const keyOf = ({ period, keys }: ResultRow): string => canonicalJson([period, keys]);
  const [before, after] = [then, now].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  const rows: DifferentRow[] = [];
  let hiddenThen = 0;
  for (const key of new Set([...before!.keys(), ...after!.keys()])) {
    const pair = { then: before!.get(key) ?? null, now: after!.get(key) ?? null };
    if (canonicalJson(pair.then) === canonicalJson(pair.now)) continue;
    if (pair.now && pair.then && isHidden(pair.then, pair.now)) hiddenThen += 1;
    else rows.push(pair);
  }
  return rows.length === 0
    ? ({ is: 'same', hiddenThen } as const)
    : ({ is: 'different', rows } as const);
}

/** Whether a row of the pack holds no number that could differ. */
function isHidden(then: ResultRow, now: ResultRow): boolean {
  const { numerator, value, lower, upper, denominator, status } = then;
  const shown = [numerator, value, lower, upper].some((cell) => cell.value !== null);
  const isSameBase = denominator.value === null || denominator.value === now.denominator.value;
  return status === 'c' && !shown && isSameBase;
}
