import type { Page } from '@playwright/test';
import { groupsToFields, type Groups } from '../../lib/view/groups';

/** Milliseconds of each change of the view. */
export interface FilterTimes {
  /** Until the figures in words and tiles are painted. */
  readonly figures: readonly number[];
  /** Until every picture is drawn too. */
  readonly pictures: readonly number[];
  /** Of them, in which disclosure control judged all tables of the page, from the first to the last without pauses. */
  readonly judging: readonly number[];
}

export interface FilterRun {
  readonly districts: FilterTimes;
  readonly groups: FilterTimes;
  readonly years: FilterTimes;
  /** Milliseconds from the last of many changes, one every 30, to its figures: a key held down. */
  readonly held: number;
}

const groups: readonly Groups[] = [
  { sex: ['F'] },
  { sex: ['M'] },
  { sen: ['K'] },
  { sen: ['E'] },
  { free_school_meals: ['true'] },
  { free_school_meals: ['false'] },
  { sen: ['N'] },
  { year_group: ['12'] },
  { year_group: ['11'] },
];

/**
 * What a changed filter takes: the page at the address is the overview of loaded extracts at rest. It is sent from
 * one view to the next, each once the one before is drawn and the reader has looked at it for a moment.
 */
export async function filterRun(page: Page, districts: readonly string[]): Promise<FilterRun> {
  const fragment = (fields: readonly (readonly string[])[]): string =>
    ['v=1', ...fields.map((field) => field.join('='))].join('&');
  const each = (fragments: readonly string[]): Promise<FilterTimes> =>
    page.evaluate(timesOf, fragments);
  const byDistrict = [...districts, ...districts].map((code) => fragment([['district', code]]));
  return {
    districts: await each(byDistrict),
    groups: await each(groups.map((chosen) => fragment(groupsToFields(chosen)))),
    years: await each(['2023-24', '2022-23', '2024-25'].map((year) => fragment([['year', year]]))),
    held: await page.evaluate(heldTime, byDistrict),
  };
}

/** Runs in the page. */
async function timesOf(fragments: readonly string[]): Promise<FilterTimes> {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const words = () => document.querySelector('.words')?.textContent ?? '';
  const settled = () => document.querySelector('.tiles[aria-busy=false]') !== null;
  /** How long at least one of some measures of the page's own was under way. */
  const together = (name: string, since: number): number => {
    let [sum, to] = [0, 0];
    for (const { startTime, duration } of performance
      .getEntriesByName(name)
      .filter((each) => each.startTime >= since)
      .sort((a, b) => a.startTime - b.startTime)) {
      sum += Math.max(0, startTime + duration - Math.max(to, startTime));
      to = Math.max(to, startTime + duration);
    }
    return sum;
  };
  const times = { figures: [] as number[], pictures: [] as number[], judging: [] as number[] };
  for (const fragment of fragments) {
    const before = words();
    let drawn = 0;
    const watch = new MutationObserver(() => (drawn = performance.now()));
    watch.observe(document.querySelector('.overview')!, { childList: true, subtree: true });
    const start = performance.now();
    location.hash = fragment;
    do await painted();
    while (!settled() || words() === before);
    times.figures.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 900));
    times.pictures.push(drawn - start);
    times.judging.push(together('waymark protect', start));
    watch.disconnect();
  }
  return times;
}

/** Runs in the page. */
async function heldTime(fragments: readonly string[]): Promise<number> {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const pause = () => new Promise((done) => setTimeout(done, 30));
  for (const fragment of fragments) {
    location.hash = fragment;
    await pause();
  }
  const start = performance.now();
  do await painted();
  while (document.querySelector('.tiles[aria-busy=false]') === null);
  return performance.now() - start;
}
