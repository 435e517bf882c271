import { measureNamed } from '../measures/catalogue';
import type { PinDefinition } from '../pins/pin';
import type { Scope } from '../topics/scope';
import type { FigureSpec, ReportDefinition } from './definition';
import { keptPeriods } from './relative_periods';

/** A report of pinned figures, and the names of those that cannot be in one. */
export interface FromPins {
  readonly definition: ReportDefinition;
  /** What a model found: it is worked out from its page, and is not asked for by a report. */
  readonly leftOut: readonly string[];
}

/**
 * The pinned figures in their order as one section. Figures of the latest periods follow the extracts; those of an
 * earlier one stay at it.
 *
 * @param about what the report says of itself; the reader can change all of it
 */
export function definitionFromPins(
  pins: readonly PinDefinition[],
  coverage: Scope['coverage'],
  about: Pick<ReportDefinition, 'title' | 'purpose' | 'profile'>,
): FromPins {
  const figures = pins.flatMap((pin) => figureFromPin(pin, coverage) ?? []);
  return {
    definition: {
      format: 'waymark-report',
      version: 1,
      ...about,
      view: { year: 'latest', districts: [], groups: {} },
      comparator: 'last_year',
      sections: [{ title: 'Figures', commentary: '', figures }],
    },
    leftOut: pins.filter((pin) => figureFromPin(pin, coverage) === null).map(({ name }) => name),
  };
}

function figureFromPin(
  { name, requests, periods }: PinDefinition,
  coverage: Scope['coverage'],
): FigureSpec | null {
  const first = measureNamed(requests[0]?.measure ?? '');
  if (!first || periods === null) return null;
  return {
    is: 'asked',
    name,
    requests: requests.map((request) => {
      const measure = measureNamed(request.measure) ?? first;
      return { ...request, periods: keptPeriods(measure, request.periods, coverage) };
    }),
    shows: keptPeriods(first, periods, coverage),
  };
}
