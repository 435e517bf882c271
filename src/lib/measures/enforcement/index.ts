import type { Measure } from '../measure';

export const enforcementMeasures: readonly Measure[] = [];
