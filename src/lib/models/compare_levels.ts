import { Matrix, solve } from 'ml-matrix';
import { generalisedVarianceInflation } from '../statistics/collinearity';
import { CONFIDENCE_95, type Estimate, type Interval } from '../statistics/confidence';
import { chiSquaredUpperTail } from '../statistics/distributions';
import type { RegressionFit } from '../statistics/generalised_linear_model';
import { logistic } from '../statistics/response_family';
import { wilsonInterval } from '../statistics/wilson';
import { percent, ratio, sayLikelihood } from './figures_in_words';
import type { Factor } from './covariate_patterns';
import type { PreparedPatterns } from './grouped_patterns';

export interface LevelLinks {
  readonly code: number;
  readonly label: string;
  readonly isReference: boolean;
  readonly people: number;
  readonly events: number;
  /** The share with the outcome, with its Wilson interval. */
  readonly share: number;
  readonly interval: Interval;
  /** Odds against the reference as they are; null for the reference. */
  readonly unadjusted: Estimate | null;
  /** After allowing for the other factors; null too where these tell the same. */
  readonly adjusted: Estimate | null;
  /** The share there would be, had everybody this level and kept their other factors. */
  readonly adjustedShare: number | null;
}

export interface FactorLinks {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly LevelLinks[];
  /**
   * How likely so large differences between its levels are by chance alone (Wald's test); null where
   * the other factors tell the same.
   */
  readonly pValue: number | null;
  /** Generalised variance inflation a column; null for a single factor. */
  readonly inflation: number | null;
  readonly sentence: string;
}

export interface Comparing {
  /** Half an interval's width, in standard errors of the fit. */
  readonly reach: number;
  /** By how much standard errors are widened for over-dispersion. */
  readonly widening: number;
  readonly outcomeLabel: string;
}

const NO_CAUSE = 'this does not show cause';
/** A sentence names no more levels than this, the most different first. */
const MOST_NAMED = 3;
/** Above this a factor's differences are not told from chance. */
const CHANCE = 0.05;

/** The links of each factor with the outcome, from a fit whose columns are labelled "id: code". */
export function compareLevels(
  prepared: PreparedPatterns,
  fit: RegressionFit,
  comparing: Comparing,
): FactorLinks[] {
  const inflations = generalisedVarianceInflation(
    fit.covariance,
    fit.coefficients.map(({ term }) => term),
  );
  const single = prepared.factors.length === 1;
  return prepared.factors.map((factor, index) => {
    const levels = levelsOf(prepared, index, fit, comparing);
    const pValue = waldTest(factor, fit, comparing.widening);
    return {
      id: factor.id,
      label: factor.label,
      levels,
      pValue,
      inflation: inflations.find(({ term }) => term === factor.id)?.perColumn ?? null,
      sentence: sayFactor(factor, levels, pValue, comparing.outcomeLabel, single),
    };
  });
}

function levelsOf(
  { factors, patterns }: PreparedPatterns,
  index: number,
  fit: RegressionFit,
  { reach }: Comparing,
): LevelLinks[] {
  const { id, levels, reference } = factors[index]!;
  const sizes = new Map(levels.map(({ code }) => [code, { people: 0, events: 0 }]));
  for (const pattern of patterns) {
    const size = sizes.get(pattern.levels[index]!)!;
    size.people += pattern.people;
    size.events += pattern.events;
  }
  const coefficient = (code: number) =>
    fit.coefficients.find(({ label }) => label === `${id}: ${code}`);
  /** What a level adds to the log odds; a column left out as aliased adds nothing of its own. */
  const added = new Map(levels.map(({ code }) => [code, coefficient(code)?.estimate ?? 0]));
  const everybody = patterns.reduce((sum, { people }) => sum + people, 0);
  const base = sizes.get(reference)!;
  return levels.map(({ code, label }) => {
    const { people, events } = sizes.get(code)!;
    const found = coefficient(code);
    const isReference = code === reference;
    const known = isReference || found !== undefined;
    const expected = patterns.reduce((sum, pattern, row) => {
      const own = added.get(pattern.levels[index]!)!;
      return sum + pattern.people * logistic(fit.linear[row]! - own + added.get(code)!);
    }, 0);
    return {
      code,
      label,
      isReference,
      people,
      events,
      share: events / people,
      interval: wilsonInterval(events, people)!,
      unadjusted: isReference
        ? null
        : oddsRatio(
            Math.log((events * (base.people - base.events)) / ((people - events) * base.events)),
            // Woolf (1955).
            CONFIDENCE_95.z *
              Math.sqrt(
                1 / events +
                  1 / (people - events) +
                  1 / base.events +
                  1 / (base.people - base.events),
              ),
          ),
      adjusted: found ? oddsRatio(found.estimate, reach * found.standardError) : null,
      adjustedShare: known ? expected / everybody : null,
    };
  });
}

function oddsRatio(log: number, margin: number): Estimate {
  return { value: Math.exp(log), lower: Math.exp(log - margin), upper: Math.exp(log + margin) };
}

function waldTest(factor: Factor, fit: RegressionFit, widening: number): number | null {
  const own = fit.coefficients.flatMap(({ term }, i) => (term === factor.id ? i : []));
  if (own.length === 0) return null;
  const estimates = Matrix.columnVector(own.map((i) => fit.coefficients[i]!.estimate));
  const covariance = new Matrix(own.map((i) => own.map((j) => fit.covariance[i]![j]!)));
  const statistic = estimates.transpose().mmul(solve(covariance, estimates)).get(0, 0);
  return chiSquaredUpperTail(Math.max(0, statistic) / widening ** 2, own.length);
}

function sayFactor(
  factor: Factor,
  levels: readonly LevelLinks[],
  pValue: number | null,
  outcome: string,
  single: boolean,
): string {
  const allowing = single ? '' : ' after allowing for the other factors';
  const reference = levels.find((level) => level.isReference)!;
  const who = ({ code, label }: LevelLinks): string =>
    factor.levels.find((level) => level.code === code)?.who ??
    `people recorded as “${label}” (${factor.label})`;
  const clear = levels.filter(
    ({ adjusted }) => adjusted !== null && (adjusted.lower > 1 || adjusted.upper < 1),
  );
  if (pValue === null) return `${factor.label} cannot be told apart from the other factors.`;
  if (pValue >= CHANCE)
    return `${factor.label}: the differences are no larger than chance would explain${allowing}.`;
  if (clear.length === 0)
    return (
      `${factor.label}: its groups differ by more than chance would explain${allowing}, but none of ` +
      `them clearly from ${who(reference)}; ${NO_CAUSE}.`
    );
  const distance = (level: LevelLinks): number => Math.abs(Math.log(level.adjusted!.value));
  const named = clear.sort((a, b) => distance(b) - distance(a)).slice(0, MOST_NAMED);
  const parts = named.map((level) => {
    const { value, lower, upper } = level.adjusted!;
    const likelihood = sayLikelihood(
      who(level),
      level.adjustedShare! / reference.adjustedShare!,
      outcome,
      who(reference),
    );
    return (
      `${likelihood} (${percent(level.adjustedShare!)} against ${percent(reference.adjustedShare!)}; ` +
      `odds ratio ${ratio(value)}, 95 % interval ${ratio(lower)} to ${ratio(upper)})`
    );
  });
  const more = clear.length - named.length;
  if (more > 0)
    parts.push(
      more === 1 ? 'one more group differs clearly' : `${more} more groups differ clearly`,
    );
  const said = single ? '' : ',' + allowing;
  const sentence = `${parts.join('; ')}${said}; ${NO_CAUSE}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
