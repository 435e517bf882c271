import type { Measure } from '../measure';

export const exclusionMeasures: readonly Measure[] = [];
