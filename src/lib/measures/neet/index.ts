import type { Measure } from '../measure';
import { neet } from './neet';
import { notKnown } from './not_known';
import { neetOrNotKnown } from './neet_or_not_known';

export const neetMeasures: readonly Measure[] = [neet, notKnown, neetOrNotKnown];
