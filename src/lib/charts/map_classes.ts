import type { Measure } from '../measures/measure';
import { formatValue } from '../ui/cell';

/** A class of a map: values from `lower` to `upper`, both of districts that are shown. */
export interface MapClass {
  readonly lower: number;
  readonly upper: number;
  readonly fill: string;
  readonly text: string;
}

const steps = [1, 2, 3].map((step) => ({
  fill: `var(--sequence-${step})`,
  text: `var(--on-sequence-${step})`,
}));

/**
 * Up to three classes with about as many districts each, from the shown values alone; equal values
 * fall in the same class. Each class is labelled by the values that occur in it.
 */
export function mapClasses(values: readonly number[]): readonly MapClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = [1, 2].map((third) => sorted[Math.floor((sorted.length * third) / 3)] ?? Infinity);
  return steps.flatMap((colour, index) => {
    const from = index === 0 ? -Infinity : (bounds[index - 1] ?? Infinity);
    const to = bounds[index] ?? Infinity;
    const inside = sorted.filter((value) => value >= from && (value < to || index === 2));
    const [lower, upper] = [inside[0], inside.at(-1)];
    return lower === undefined || upper === undefined ? [] : { lower, upper, ...colour };
  });
}

/** The class that holds a value. */
export function classOf(classes: readonly MapClass[], value: number): MapClass | undefined {
  return classes.find(({ lower, upper }) => value >= lower && value <= upper);
}

/** "15.2 % to 18.1 %". */
export function classLabel({ lower, upper }: MapClass, measure: Measure): string {
  const [from, to] = [formatValue(lower, measure.unit), formatValue(upper, measure.unit)];
  return from === to ? from : `${from} to ${to}`;
}
