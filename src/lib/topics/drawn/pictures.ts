import { labelBy } from '../../explore/measure_words';
import { measureNamed } from '../../measures/catalogue';
import { dimensions } from '../../measures/dimensions';
import type { DimensionId, Measure } from '../../measures/measure';
import type { FigureRequest } from '../../measures/request';
import { periodBefore } from '../../view/periods';
import { monthsFor, periodFor, whereFor, type Scope } from '../scope';
import type { TopicPicture } from '../topic_picture';
import { nothingIn } from '../topic_words';

/** A measure by id; a page that names one that is not there is a mistake of ours. */
function known(id: string): Measure {
  const measure = measureNamed(id);
  if (!measure) throw new RangeError(`The catalogue has no measure ${id}.`);
  return measure;
}

/** Asks of one measure in the period of the view; words where the extracts hold none. */
function inPeriod(
  measure: Measure,
  ask: (period: string, scope: Scope) => Readonly<Record<string, FigureRequest>>,
): TopicPicture['asks'] {
  return (scope) => {
    const period = periodFor(measure, scope);
    return period === null ? nothingIn(measure, scope) : ask(period, scope);
  };
}

const labelled = (measure: Measure, by: DimensionId): string =>
  labelBy(measure, dimensions[by].label);

/** One measure by one dimension beside all of them, whichever group is chosen. */
function besideTheWhole(id: string, by: DimensionId, load: TopicPicture['load']): TopicPicture {
  const measure = known(id);
  return {
    title: labelled(measure, by),
    measures: [measure],
    asks: inPeriod(measure, (period, scope) => {
      const request = { measure: id, periods: [period], where: whereFor(measure, scope, [by]) };
      return { groups: { ...request, by: [by] }, whole: { ...request, by: [] } };
    }),
    load,
  };
}

/** One measure by one short dimension, as bars in its own order with intervals. */
export const profile = (id: string, by: DimensionId): TopicPicture =>
  besideTheWhole(id, by, () => import('./Profile.svelte'));

/** One measure on the map of the districts. */
export const districtMap = (id: string): TopicPicture =>
  besideTheWhole(id, 'district', () => import('./DistrictMapPicture.svelte'));

/** A proportion of districts or schools against how many it is of. */
export function funnel(id: string, by: 'district' | 'school'): TopicPicture {
  const measure = known(id);
  return {
    title: labelled(measure, by),
    measures: [measure],
    asks: inPeriod(measure, (period, scope) => {
      // Schools of the districts that are chosen; districts beside each other whichever is chosen.
      const where = whereFor(measure, scope, by === 'district' ? [by] : []);
      return { groups: { measure: id, periods: [period], by: [by], where } };
    }),
    load: () => import('./Funnel.svelte'),
  };
}

/** One measure by several characteristics, a small picture each. */
export function multiples(id: string, by: readonly DimensionId[]): TopicPicture {
  const measure = known(id);
  return {
    title: `${measure.label}: who`,
    measures: [measure],
    asks: inPeriod(measure, (period, scope) => {
      const request = { measure: id, periods: [period] };
      return {
        whole: { ...request, by: [], where: whereFor(measure, scope) },
        ...Object.fromEntries(
          by.map((each) => [
            each,
            { ...request, by: [each], where: whereFor(measure, scope, [each]) },
          ]),
        ),
      };
    }),
    load: () => import('./Multiples.svelte'),
  };
}

/** A rate on every school day of the year. */
export function calendar(id: string): TopicPicture {
  const measure = known(id);
  return {
    title: `${measure.label}: the school year`,
    measures: [measure],
    asks: inPeriod(measure, (period, scope) => {
      const request = { measure: id, periods: [period], where: whereFor(measure, scope) };
      return { days: { ...request, by: ['day'] }, weekdays: { ...request, by: ['weekday'] } };
    }),
    load: () => import('./Calendar.svelte'),
  };
}

/** The eleven bands of absence, this year over last. */
export const bands: TopicPicture = {
  title: 'Absence bands',
  measures: [known('absence_bands')],
  asks: inPeriod(known('absence_bands'), (period, scope) => ({
    bands: {
      measure: 'absence_bands',
      periods: [period, periodBefore(period)],
      by: ['absence_band'],
      where: whereFor(known('absence_bands'), scope, ['absence_band']),
    },
    persistent: {
      measure: 'persistent_absence',
      periods: [period],
      by: [],
      where: whereFor(known('persistent_absence'), scope),
    },
  })),
  load: () => import('./Bands.svelte'),
};

/** One measure split in some ways and drawn in a way of its own; each figure goes by its name. */
function ofOne(
  id: string,
  splits: Readonly<Record<string, readonly DimensionId[]>>,
  rest: Pick<TopicPicture, 'title' | 'load'>,
): TopicPicture {
  const measure = known(id);
  return {
    ...rest,
    measures: [measure],
    asks: inPeriod(measure, (period, scope) => {
      // What can be chosen in the picture stays in it beside what was chosen.
      const where = whereFor(measure, scope, Object.values(splits).flat());
      return Object.fromEntries(
        Object.entries(splits).map(([name, by]) => [
          name,
          { measure: id, periods: [period], by, where },
        ]),
      );
    }),
  };
}

/** Where leavers of Year 11 meant to go, what they were offered and where they were in December. */
export const intentionFlow = ofOne(
  'intention_to_december',
  {
    intended: ['intended_kind'],
    offered: ['offer'],
    became: ['december_kind'],
    intendedOffered: ['intended_kind', 'offer'],
    offeredBecame: ['offer', 'december_kind'],
  },
  { title: 'From intention to December', load: () => import('./IntentionFlow.svelte') },
);

/** Services that are open together. */
export const servicesTogether = ofOne(
  'services_together',
  { combinations: ['service_combination'] },
  { title: 'Services open together', load: () => import('./Upset.svelte') },
);

/** How far enforcement went for those who met the threshold. */
export const thresholdToCourt = ofOne(
  'threshold_to_court',
  { steps: ['threshold_step'] },
  {
    title: 'From threshold to court',
    load: () => import('./ThresholdToCourt.svelte'),
  },
);

/** How much of all absence falls on the most absent. */
export const concentration = ofOne(
  'absence_by_tenth',
  { tenths: ['absence_tenth'] },
  {
    title: 'How absence is concentrated',
    load: () => import('./Concentration.svelte'),
  },
);

/** Asks two or three measures over the months of the year shown and the one before. */
function overMonths(ids: Readonly<Record<string, string>>): TopicPicture['asks'] {
  const [first] = Object.values(ids);
  return (scope) => {
    const months = first === undefined ? [] : monthsFor(known(first), scope);
    if (months.length === 0) return nothingIn(known(first ?? ''), scope);
    return Object.fromEntries(
      Object.entries(ids).map(([name, id]) => [
        name,
        { measure: id, periods: months, by: [], where: whereFor(known(id), scope) },
      ]),
    );
  };
}

/** NEET with what the not known would add, month by month. */
export const neetBand: TopicPicture = {
  title: 'NEET and not known by month',
  measures: [known('neet'), known('neet_or_not_known')],
  asks: overMonths({ low: 'neet', high: 'neet_or_not_known', middle: 'neet_of_known' }),
  load: () => import('./NeetBand.svelte'),
};

export const joinersLeavers: TopicPicture = {
  title: 'Joining and leaving NEET',
  measures: [known('neet_joiners'), known('neet_leavers')],
  asks: overMonths({ joiners: 'neet_joiners', leavers: 'neet_leavers' }),
  load: () => import('./Joiners.svelte'),
};
