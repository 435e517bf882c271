import { measureNamed } from '../measures/catalogue';
import { dimensions } from '../measures/dimensions';
import type { DimensionId, Measure, PeriodBasis } from '../measures/measure';
import { parsePeriod } from '../measures/period';
import { basisFor } from '../measures/statement';
import { formatList } from '../ui/format';
import type { AskedPeriods, AskedRequest, FigureSpec } from './definition';
import { readGroups, readPartOfView } from './read_view';
import type { Reading } from './reading';

const most = { headlines: 12, requests: 8, periods: 240, split: 4, name: 300 } as const;

const kinds = ['headlines', 'groups', 'series', 'asked'] as const;

/** One figure; null where something in it is wrong. */
export function readFigure(reading: Reading, districts: readonly string[]): FigureSpec | null {
  const is = new Map(reading.entries() ?? []).get('is');
  if (is === undefined)
    return reading.fault('It must say what it “is”: headlines, groups, series or asked.', false);
  switch (is.oneOf(kinds, 'kind of figure')) {
    case 'headlines': {
      const found = reading.properties(['is', 'measures'], ['view']);
      const list = found?.measures?.list(most.headlines, 1);
      const measures = (list ?? []).flatMap((each) => readMeasure(each) ?? []);
      const view = viewOf(found?.view, districts);
      return list?.length === measures.length && view
        ? { is: 'headlines', measures: measures.map(({ id }) => id), ...view }
        : null;
    }
    case 'groups': {
      const found = reading.properties(['is', 'measure', 'by'], ['view']);
      const measure = found?.measure && readMeasure(found.measure);
      const by = measure && found.by && readDimension(found.by, measure);
      const view = viewOf(found?.view, districts);
      return measure && by && view ? { is: 'groups', measure: measure.id, by, ...view } : null;
    }
    case 'series': {
      const found = reading.properties(['is', 'measure', 'over'], ['view']);
      const measure = found?.measure && readMeasure(found.measure);
      const over = found?.over?.oneOf(['months', 'periods'], 'line');
      const view = viewOf(found?.view, districts);
      if (!measure || !over || !view) return null;
      const monthly = measure.periodBases.some((each) => each === 'month_end' || each === 'month');
      if (over === 'months' && !monthly)
        return found.over!.fault(`${measure.label} is not counted by the month.`);
      return { is: 'series', measure: measure.id, over, ...view };
    }
    case 'asked':
      return readAsked(reading, districts);
    case null:
      return null;
  }
}

/** The figure's own view as a part of it; null where there is one that is wrong. */
function viewOf(reading: Reading | null | undefined, districts: readonly string[]) {
  if (!reading) return {};
  const view = readPartOfView(reading, districts);
  return view && { view };
}

function readAsked(reading: Reading, districts: readonly string[]): FigureSpec | null {
  const found = reading.properties(['is', 'name', 'requests', 'shows']);
  const name = found?.name?.text(most.name) ?? null;
  const list = found?.requests?.list(most.requests, 1);
  const requests = (list ?? []).flatMap((each) => readRequest(each, districts) ?? []);
  const first = measureNamed(requests[0]?.measure ?? '');
  const shows = first && found?.shows ? readPeriods(found.shows, first) : null;
  return name !== null && list?.length === requests.length && shows
    ? { is: 'asked', name, requests, shows }
    : null;
}

function readRequest(reading: Reading, districts: readonly string[]): AskedRequest | null {
  const found = reading.properties(['measure', 'by', 'where', 'periods']);
  const measure = found?.measure && readMeasure(found.measure);
  if (!measure) return null;
  const list = found.by?.list(most.split);
  const by = (list ?? []).flatMap((each) => readDimension(each, measure) ?? []);
  const where = found.where && readGroups(found.where, districts, measure.dimensions);
  const periods = found.periods && readPeriods(found.periods, measure);
  return list?.length === by.length && where && periods
    ? { measure: measure.id, by, where, periods }
    : null;
}

function readMeasure(reading: Reading): Measure | null {
  const { value } = reading;
  const found = typeof value === 'string' ? measureNamed(value) : null;
  return found ?? reading.fault('There is no such measure in the dictionary.');
}

function readDimension(reading: Reading, measure: Measure): DimensionId | null {
  const found = measure.dimensions.find((id) => id === reading.value);
  if (found) return found;
  const all = formatList(measure.dimensions.map((id) => dimensions[id].label));
  return reading.fault(`${measure.label} cannot be split by this; it can by ${all}.`);
}

function readPeriods(reading: Reading, measure: Measure): AskedPeriods | null {
  return Array.isArray(reading.value)
    ? readNamed(reading, measure)
    : readRelative(reading, measure.periodBases);
}

function readNamed(reading: Reading, measure: Measure): readonly string[] | null {
  const list = reading.list(most.periods, 1);
  if (list === null) return null;
  const periods = list.flatMap((each) => {
    const period = typeof each.value === 'string' ? parsePeriod(each.value) : null;
    if (period && measure.periodBases.includes(basisFor(measure, period)))
      return [each.value as string];
    each.fault(`This is no period of ${measure.label}.`);
    return [];
  });
  return periods.length === list.length ? periods : null;
}

function readRelative(reading: Reading, bases: readonly PeriodBasis[]): AskedPeriods | null {
  const found = reading.properties(['basis', 'back']);
  const basis = found?.basis?.oneOf(bases, 'kind of period of this measure');
  const list = found?.back?.list(most.periods, 1);
  const back = (list ?? []).flatMap((each) => {
    const { value } = each;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1200)
      return [value];
    each.fault('It must be a whole number from 0, of periods before the latest.');
    return [];
  });
  return basis && list?.length === back.length ? { basis, back } : null;
}
