import type { FigureContent } from '../charts/figure_content';
import type { PublishedFigure } from '../county';
import type { SafeTable } from '../disclosure/safe_table';
import { groupContent } from '../explore/group_content';
import { labelBy } from '../explore/measure_words';
import { seriesContent } from '../explore/series_content';
import { measureNamed } from '../measures/catalogue';
import { dimensions } from '../measures/dimensions';
import type { Measure } from '../measures/measure';
import { whatIsMissing } from '../measures/needs';
import { RequestError, type FigureRequest } from '../measures/request';
import { headlineRequests, headlinesOf, type Headline } from '../topics/headlines';
import { chosenGroups, groupRequests, placeOfGroups } from '../topics/panels/group_panel';
import { overInWords, seriesRequests, seriesWords } from '../topics/panels/series_panel';
import type { Scope } from '../topics/scope';
import { ignoredInWords, nothingIn, placeInWords } from '../topics/topic_words';
import { periodLabel } from '../view/periods';
import { askedContents, wholeOf } from './asked_figures';
import type { FigureSpec } from './definition';
import { headlineContents, type ToldContent } from './headline_figures';
import { periodsNow } from './relative_periods';

/** What a figure is made with. */
export interface Tools {
  /** A table, or in words why there is none. */
  readonly ask: (request: FigureRequest) => Promise<SafeTable | string>;
  /** What a figure of a measure is about. */
  readonly scopeOf: (measure: Measure) => Scope;
  readonly published: readonly PublishedFigure[];
}

/** The figures that one entry of a definition makes, with notes on them; or in words why there are none. */
export type MadeFigures =
  { readonly contents: readonly (ToldContent & { readonly notes: readonly string[] })[] } | string;

/** What a figure is called before it is made. */
export function nameOfSpec(spec: FigureSpec): string {
  switch (spec.is) {
    case 'headlines':
      return 'Headline figures';
    case 'groups':
      return labelBy(measureOf(spec.measure), dimensions[spec.by].label);
    case 'series':
      return `${measureOf(spec.measure).label} over time`;
    case 'asked':
      return spec.name;
  }
}

/** Makes the figures of one entry of a definition. Rejects when it is cancelled. */
export function figuresOfSpec(spec: FigureSpec, tools: Tools): Promise<MadeFigures> {
  switch (spec.is) {
    case 'headlines':
      return headlines(spec.measures.map(measureOf), tools);
    case 'groups':
      return groups(spec, tools);
    case 'series':
      return series(spec, tools);
    case 'asked':
      return asked(spec, tools);
  }
}

function measureOf(id: string): Measure {
  const measure = measureNamed(id);
  if (measure === null) throw new RequestError(`There is no measure "${id}".`);
  return measure;
}

/** One figure, with what its filters could not follow. */
function one(content: FigureContent, measure: Measure, scope: Scope): MadeFigures {
  const ignored = ignoredInWords([measure], scope);
  return { contents: [{ ...content, says: [], notes: ignored === null ? [] : [ignored] }] };
}

async function headlines(
  measures: readonly Measure[],
  { ask, scopeOf, published }: Tools,
): Promise<MadeFigures> {
  const found: Headline[] = [];
  const notes: string[] = [];
  for (const measure of measures) {
    const scope = scopeOf(measure);
    const requests = headlineRequests([measure], scope);
    if (typeof requests === 'string') {
      notes.push(nothingIn(measure, scope));
      continue;
    }
    const tables: Record<string, SafeTable | string> = {};
    for (const [name, request] of Object.entries(requests)) tables[name] = await ask(request);
    const why = Object.values(tables).find((table) => typeof table === 'string');
    if (why === undefined) found.push(...headlinesOf([measure], requests, tables));
    else notes.push(why.startsWith(measure.label) ? why : `${measure.label}: ${why}`);
    const ignored = ignoredInWords([measure], scope);
    if (ignored !== null) notes.push(`${measure.label}: ${ignored}`);
  }
  const [first] = measures;
  if (first === undefined || found.length === 0) return [...new Set(notes)].join(' ');
  const scope = scopeOf(first);
  const everybody = Object.keys(scope.view.groups).length === 0;
  const contents = headlineContents(found, scope, everybody ? published : []);
  return {
    contents: contents.map((content, index) => ({ ...content, notes: index === 0 ? notes : [] })),
  };
}

async function groups(
  { measure: id, by }: FigureSpec & { readonly is: 'groups' },
  { ask, scopeOf }: Tools,
): Promise<MadeFigures> {
  const measure = measureOf(id);
  const scope = scopeOf(measure);
  const requests = groupRequests(measure, by, scope);
  if (typeof requests === 'string') return requests;
  const table = await ask(requests.groups);
  const whole = await ask(requests.whole);
  if (typeof table === 'string') return table;
  if (typeof whole === 'string') return whole;
  const period = requests.groups.periods[0] ?? '';
  const content = groupContent({
    table,
    by,
    whole,
    place: placeOfGroups(by, scope),
    period,
    places: scope.county,
    selected: chosenGroups(by, scope),
    choosable: false,
  });
  return content === null
    ? `There is no group to show in ${periodLabel(period)}.`
    : one(content, measure, scope);
}

async function series(
  { measure: id, over }: FigureSpec & { readonly is: 'series' },
  { ask, scopeOf }: Tools,
): Promise<MadeFigures> {
  const measure = measureOf(id);
  const scope = scopeOf(measure);
  const requests = seriesRequests(measure, over, scope);
  if (typeof requests === 'string') return requests;
  const table = await ask(requests.line);
  if (typeof table === 'string') return table;
  const words = seriesWords(table, requests.line.periods, overInWords[over], placeInWords(scope));
  return one(seriesContent(words), measure, scope);
}

async function asked(
  { requests, shows }: FigureSpec & { readonly is: 'asked' },
  { ask, scopeOf }: Tools,
): Promise<MadeFigures> {
  const first = measureOf(requests[0]?.measure ?? '');
  const { coverage, county, holdings } = scopeOf(first);
  const now = {
    requests: requests.map((request) => ({
      ...request,
      periods: periodsNow(measureOf(request.measure), request.periods, coverage),
    })),
    shows: periodsNow(first, shows, coverage),
  };
  const empty = now.requests.find(({ periods }) => periods.length === 0);
  if (empty || now.shows.length === 0) {
    const measure = measureOf((empty ?? now.requests[0])?.measure ?? first.id);
    return (
      whatIsMissing(measure, holdings) ??
      `The extracts hold no period of ${measure.label} of the kind that is asked for.`
    );
  }
  const tables: SafeTable[] = [];
  for (const request of now.requests) {
    const table = await ask(request);
    if (typeof table === 'string') return table;
    tables.push(table);
  }
  const wholeAsked = wholeOf(now);
  const whole = wholeAsked ? await ask(wholeAsked) : null;
  const contents = askedContents(now, tables, typeof whole === 'object' ? whole : null, county);
  return contents.length === 0
    ? `There is no group to show in ${now.shows.map(periodLabel).join(', ')}.`
    : { contents: contents.map((content) => ({ ...content, says: [], notes: [] })) };
}
