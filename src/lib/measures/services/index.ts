import type { Measure } from '../measure';
import { serviceInvolvement } from './service_involvement';

export const serviceMeasures: readonly Measure[] = [serviceInvolvement];
