import type { Factor, FactorLevel } from './covariate_patterns';

export interface PointsLevel extends FactorLevel {
  /** A whole number from 0. */
  readonly points: number;
}

/** A factor of a risk-of-NEET indicator: how many points each of its levels gives. */
export interface PointsFactor extends Factor {
  readonly levels: readonly PointsLevel[];
}

/** Levels in order, coded from 0; the first is the one without points that others are compared with. */
function factor(
  id: string,
  label: string,
  levels: readonly (readonly [label: string, points: number])[],
): PointsFactor {
  return {
    id,
    label,
    levels: levels.map(([name, points], code) => ({ code, label: name, points })),
    reference: 0,
  };
}

function yesOrNo(id: string, label: string, points: number): PointsFactor {
  return factor(id, label, [
    ['No or not recorded', 0],
    ['Yes', points],
  ]);
}

/**
 * The points to begin with, which the reader may change. There is no national indicator: these are the
 * weights of Buckinghamshire's tool as published by Data Science for Social Good (2022),
 * DSSGxUK/s22_buckinghamshire, src/roni.py. A person counts at the highest level they reach.
 */
export const DEFAULT_RISK_POINTS: readonly PointsFactor[] = [
  factor('attendance', 'Attendance', [
    ['90 % or more, or not recorded', 0],
    ['85 % to under 90 %', 1],
    ['Under 85 %', 2],
  ]),
  yesOrNo('english_additional_language', 'English as an additional language', 1),
  factor('special_educational_needs', 'Special educational needs', [
    ['None or not recorded', 0],
    ['Support', 1],
    ['Education, health and care plan', 2],
  ]),
  factor('exclusion', 'Absence because of exclusion', [
    ['None or not recorded', 0],
    ['Half of absence or less', 1],
    ['More than half of absence', 2],
  ]),
  yesOrNo('alternative_provision', 'Alternative provision', 1),
  yesOrNo('looked_after', 'Looked after', 2),
  yesOrNo('pregnant_or_parent', 'Pregnant or a parent', 2),
  yesOrNo('free_school_meals', 'Eligible for free school meals', 2),
  yesOrNo('carer', 'Young carer', 2),
  yesOrNo('youth_justice', 'Supervised by the youth justice service', 2),
];
