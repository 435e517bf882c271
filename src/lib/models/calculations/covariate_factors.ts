import type { CovariatePattern, Factor } from '../covariate_patterns';
import { UNKNOWN, type Covariate } from '../definitions/covariates';
import { list } from '../figures_in_words';
import { preparePatterns } from '../grouped_patterns';
import type { InputRow } from '../model';
import { labelInWords } from './label_in_words';

export interface CodedPatterns {
  readonly factors: readonly Factor[];
  readonly patterns: readonly CovariatePattern[];
  /** Which covariates tell nobody apart in these rows, in sentences. */
  readonly leftOut: readonly string[];
}

/**
 * Rows of a `group by` as patterns: each covariate's texts as the numbers of their levels. A covariate
 * that has one level in all the rows is left out, and it is said why.
 */
export function codePatterns(
  covariates: readonly Covariate[],
  rows: readonly InputRow[],
): CodedPatterns {
  const used: Covariate[] = [];
  const leftOut: string[] = [];
  for (const covariate of covariates) {
    const levels = [...new Set(rows.map((row) => levelOf(covariate, row)))];
    if (levels.length > 1) used.push(covariate);
    else if (rows.length > 0) leftOut.push(whyLeftOut(covariate, levels[0] ?? 0));
  }
  return {
    factors: used.map(factorOf),
    patterns: rows.map((row) => ({
      levels: used.map((covariate) => levelOf(covariate, row)),
      people: Number(row['people']),
      events: Number(row['events']),
    })),
    leftOut,
  };
}

/**
 * A number to be found needs ten people with the outcome and ten without (Peduzzi, 1996), also among the
 * four fifths of the people on whom it is tried out.
 */
const PEOPLE_A_PARAMETER = 13;

/**
 * As many factors, in their order, as the people with the outcome and without can carry; the others are
 * left out, and that is said.
 */
export function asManyAsCarried({ factors, patterns, leftOut }: CodedPatterns): CodedPatterns {
  let taken: readonly number[] = [];
  for (const index of factors.keys())
    if (isCarried([...taken, index], factors, patterns)) taken = [...taken, index];
  const others = factors.filter((_, index) => !taken.includes(index));
  if (taken.length === 0 || others.length === 0) return { factors, patterns, leftOut };
  return {
    ...only(taken, factors, patterns),
    leftOut: [
      ...leftOut,
      `There are too few people with the outcome to take in ${list(others.map(({ label }) => labelInWords(label)))} as well.`,
    ],
  };
}

function isCarried(
  wanted: readonly number[],
  factors: readonly Factor[],
  patterns: readonly CovariatePattern[],
): boolean {
  const some = only(wanted, factors, patterns);
  const prepared = preparePatterns(some.factors, some.patterns);
  const parameters = prepared.factors.reduce((sum, { levels }) => sum + levels.length - 1, 1);
  const events = prepared.patterns.reduce((sum, pattern) => sum + pattern.events, 0);
  const people = prepared.patterns.reduce((sum, pattern) => sum + pattern.people, 0);
  return Math.min(events, people - events) >= PEOPLE_A_PARAMETER * parameters;
}

function only(
  wanted: readonly number[],
  factors: readonly Factor[],
  patterns: readonly CovariatePattern[],
) {
  return {
    factors: wanted.map((index) => factors[index]!),
    patterns: patterns.map(({ levels, people, events }) => ({
      levels: wanted.map((index) => levels[index]!),
      people,
      events,
    })),
  };
}

function factorOf({ id, label, levels, reference }: Covariate): Factor {
  const unknown = levels.findIndex(({ value }) => value === UNKNOWN);
  return {
    id,
    label,
    levels: levels.map(({ label: name, who }, code) => ({ code, label: name, who })),
    reference: levels.findIndex(({ value }) => value === reference),
    ...(unknown < 0 ? {} : { other: unknown }),
  };
}

/** A text that is none of the levels is not known. */
function levelOf({ id, levels }: Covariate, row: InputRow): number {
  const value = String(row[id] ?? UNKNOWN);
  const code = levels.findIndex((level) => level.value === value);
  if (code >= 0) return code;
  const unknown = levels.findIndex((level) => level.value === UNKNOWN);
  if (unknown < 0) throw new RangeError(`${id} has no level “${value}”.`);
  return unknown;
}

function whyLeftOut({ label, levels }: Covariate, code: number): string {
  const level = levels[code];
  return level === undefined || level.value === UNKNOWN
    ? `${label} is left out: the extracts do not say.`
    : `${label} is left out: everybody is recorded as “${level.label}”, so there is nothing to compare.`;
}
