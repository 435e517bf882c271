import { canonicalJson } from './canonical_json';
import type { Extract } from './pack_file';
import type { OpenedPack } from './read_pack';
import type { FigureRecord } from './records';
import type { ResultRow } from './result_rows';

/** A row whose values differ, or that only one pack has: null on the side of the other. */
export interface RowChange {
  readonly period: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly first: ResultRow | null;
  readonly second: ResultRow | null;
}

/** A figure that is in one pack or both. */
export interface FigureChange {
  readonly what: 'same' | 'different' | 'only in the first' | 'only in the second';
  /** The records of it; null on the side where it is not. */
  readonly first: FigureRecord | null;
  readonly second: FigureRecord | null;
  /** Rows that differ, of a figure in both. */
  readonly rows: readonly RowChange[];
}

/** What changed from one pack to another. */
export interface PackComparison {
  readonly figures: readonly FigureChange[];
  /** Measures in both whose definition or SQL differs, with all its versions on each side. */
  readonly definitions: readonly {
    readonly measure: string;
    readonly label: string;
    readonly first: readonly string[];
    readonly second: readonly string[];
  }[];
  /** Extracts by the hash of their files. */
  readonly data: {
    readonly inBoth: readonly Extract[];
    readonly onlyFirst: readonly Extract[];
    readonly onlySecond: readonly Extract[];
  };
  /** Whether figures can differ because other cells are hidden or rounded. */
  readonly sameProfile: boolean;
}

/**
 * Compares two packs, for example of two inspections. A figure is the same one when its measure, split and filter are;
 * of several such, those with the same title, then those in the same place. Periods may differ: rows of periods that
 * both have are held against each other, the others are listed.
 */
export function comparePacks(first: OpenedPack, second: OpenedPack): PackComparison {
  return {
    figures: pairs(recordsOf(first), recordsOf(second)).map(([a, b]) =>
      changeOf(a, b, first, second),
    ),
    definitions: definitionChanges(recordsOf(first), recordsOf(second)),
    data: dataChanges(first.pack.extracts, second.pack.extracts),
    sameProfile: canonicalJson(first.pack.profile) === canonicalJson(second.pack.profile),
  };
}

type Pair = readonly [FigureRecord | null, FigureRecord | null];

const recordsOf = (pack: OpenedPack): FigureRecord[] => pack.records.map(({ record }) => record);

const question = ({ measure, request: { by, where } }: FigureRecord): string =>
  canonicalJson([measure.id, by, where]);

function pairs(first: readonly FigureRecord[], second: readonly FigureRecord[]): readonly Pair[] {
  const left = new Set(second);
  const found = new Map<FigureRecord, FigureRecord>();
  const pairOff = (isSame: (a: FigureRecord, b: FigureRecord) => boolean): void => {
    for (const a of first) {
      const b = found.has(a) ? undefined : [...left].find((one) => isSame(a, one));
      if (b === undefined) continue;
      found.set(a, b);
      left.delete(b);
    }
  };
  pairOff((a, b) => question(a) === question(b) && a.title === b.title);
  pairOff((a, b) => question(a) === question(b));
  return [
    ...first.map((a): Pair => [a, found.get(a) ?? null]),
    ...[...left].map((b): Pair => [null, b]),
  ];
}

function changeOf(
  a: FigureRecord | null,
  b: FigureRecord | null,
  first: OpenedPack,
  second: OpenedPack,
): FigureChange {
  if (a === null || b === null) {
    const what = a === null ? 'only in the second' : 'only in the first';
    return { what, first: a, second: b, rows: [] };
  }
  const rows = rowChanges(first.results.get(a.figure) ?? [], second.results.get(b.figure) ?? []);
  return { what: rows.length > 0 ? 'different' : 'same', first: a, second: b, rows };
}

function rowChanges(first: readonly ResultRow[], second: readonly ResultRow[]): RowChange[] {
  const group = ({ period, keys }: ResultRow): string => canonicalJson([period, keys]);
  const after = new Map(second.map((row) => [group(row), row]));
  const before = new Set(first.map(group));
  const changed = first
    .map((row) => ({ row, other: after.get(group(row)) ?? null }))
    .filter(({ row, other }) => other === null || canonicalJson(row) !== canonicalJson(other))
    .map(({ row, other }) => ({ period: row.period, keys: row.keys, first: row, second: other }));
  const added = second
    .filter((row) => !before.has(group(row)))
    .map((row) => ({ period: row.period, keys: row.keys, first: null, second: row }));
  return [...changed, ...added];
}

function definitionChanges(
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
): PackComparison['definitions'] {
  const versions = (records: readonly FigureRecord[], id: string): readonly string[] => [
    ...new Set(
      records.filter(({ measure }) => measure.id === id).map((one) => one.measure.version),
    ),
  ];
  const labels = new Map(second.map(({ measure }) => [measure.id, measure.label]));
  const measures = [...new Set(first.map(({ measure }) => measure.id))];
  return measures
    .filter((measure) => labels.has(measure))
    .map((measure) => ({
      measure,
      label: labels.get(measure) ?? measure,
      first: versions(first, measure),
      second: versions(second, measure),
    }))
    .filter(
      (one) => canonicalJson([...one.first].sort()) !== canonicalJson([...one.second].sort()),
    );
}

function dataChanges(
  first: readonly Extract[],
  second: readonly Extract[],
): PackComparison['data'] {
  const before = new Set(first.map(({ sha256 }) => sha256));
  const after = new Set(second.map(({ sha256 }) => sha256));
  return {
    inBoth: second.filter(({ sha256 }) => before.has(sha256)),
    onlyFirst: first.filter(({ sha256 }) => !after.has(sha256)),
    onlySecond: second.filter(({ sha256 }) => !before.has(sha256)),
  };
}
