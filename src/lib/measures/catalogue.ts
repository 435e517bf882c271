import { attendanceMeasures } from './attendance';
import { enforcementMeasures } from './enforcement';
import { exclusionMeasures } from './exclusion';
import type { Measure } from './measure';
import { neetMeasures } from './neet';
import { serviceMeasures } from './services';

/** Every measure of the product, in the order of the dictionary. */
export const catalogue: readonly Measure[] = [
  ...neetMeasures,
  ...attendanceMeasures,
  ...exclusionMeasures,
  ...enforcementMeasures,
  ...serviceMeasures,
];

/** The measures of the page that opens first; what they read is built with every load. */
export const firstMeasures: readonly Measure[] = catalogue.filter(({ id }) =>
  [
    'neet',
    'not_known',
    'neet_or_not_known',
    'overall_absence',
    'persistent_absence',
    'severe_absence',
    'service_involvement',
  ].includes(id),
);

const byId = new Map(catalogue.map((measure) => [measure.id, measure]));

/** The measure with this id, or null. */
export function measureNamed(id: string): Measure | null {
  return byId.get(id) ?? null;
}

/** The other measures that with this one make up a whole. */
export function partsBeside({ id, partsOf }: Measure): readonly Measure[] {
  const others = (partsOf?.parts ?? []).filter((other) => other !== id);
  return others.flatMap((other) => measureNamed(other) ?? []);
}
