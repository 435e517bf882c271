import { chromium, type Page, type Worker } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { filterRun, type FilterRun } from './filter_run';

export interface BrowserRun {
  /** Milliseconds from opening the page to the first paint, and to the first figure of the sample county. */
  readonly firstPaint: number;
  readonly firstSampleFigure: number;
  /** What a changed filter takes, on the overview of the sample county. */
  readonly filters: FilterRun;
  /** Milliseconds from opening the page to an engine that runs, sealed. */
  readonly start: number;
  /** Milliseconds from the first file opened to the last mart built. */
  readonly ready: number;
  /** Milliseconds of that spent on marts. */
  readonly marts: number;
  /**
   * Milliseconds the engine worked on each question of the overview, by its name. Timed in its worker:
   * an answer that waits in the page behind drawing is not the engine's time.
   */
  readonly questions: ReadonlyMap<string, readonly number[]>;
  /** Peak memory of the tab's process in megabytes; null where the system does not say. */
  readonly peakMegabytes: number | null;
  /** What the page complained of; null when all went well. */
  readonly trouble: string | null;
}

interface Timing {
  readonly name: string;
  /** Milliseconds by the clock that the page and its workers share. */
  readonly start: number;
  readonly duration: number;
}

/** Opens the built page in headless Chromium, loads the files as a person would, and asks for views. */
export async function runInBrowser(
  address: string,
  executablePath: string,
  paths: readonly string[],
  districts: readonly string[],
): Promise<BrowserRun> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const { firstPaint, firstSampleFigure, filters } = await coldStart(browser, address, districts);

    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${address}/data`);
    const seal = page.getByTitle('Where is my data?');
    await seal.filter({ hasText: /^\s*sealed/ }).waitFor();
    const start = await page.evaluate(() => performance.now());
    const engine = await engineOf(page);
    await engine.evaluate(timeRequests);
    await page.setInputFiles('input[type=file]', [...paths]);
    const loaded = await waitFor(async () => {
      const seen = await timingsOf(page, 'waymark ');
      const files = seen.filter((each) => each.name === 'load file');
      const builds = seen.filter((each) => each.name === 'build marts');
      // The rules across files are run when the figures stand already.
      const done =
        files.length === paths.length && seen.some(({ name }) => name === 'check across files');
      const alert = page.locator('[role=alert]');
      const trouble = (await alert.count()) > 0 ? await alert.first().innerText() : null;
      return done || trouble !== null ? { files, builds, trouble } : null;
    });
    const firstFile = Math.min(...loaded.files.map((each) => each.start));
    const lastBuild = Math.max(...loaded.builds.map((each) => each.start + each.duration));

    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    for (const fragment of viewsToAsk(districts)) {
      await atRest(page);
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
      await page.waitForTimeout(60);
    }
    await atRest(page);
    const questions = new Map<string, number[]>();
    const requests = await timingsOf(engine, 'request');
    for (const asked of await timingsOf(page, 'waymark ask ')) {
      const worked = requests
        .filter(({ start }) => start >= asked.start && start < asked.start + asked.duration)
        .reduce((sum, { duration }) => sum + duration, 0);
      questions.set(asked.name, [...(questions.get(asked.name) ?? []), worked]);
    }
    return {
      firstPaint,
      firstSampleFigure,
      filters,
      start,
      ready: lastBuild - firstFile,
      marts: loaded.builds.reduce((sum, each) => sum + each.duration, 0),
      questions,
      peakMegabytes: peakMegabytes('chrom'),
      trouble: loaded.trouble,
    };
  } finally {
    await browser.close();
  }
}

/** The worker that runs DuckDB's script. */
async function engineOf(page: Page): Promise<Worker> {
  for (const worker of page.workers())
    if (await worker.evaluate(() => 'duckdb' in globalThis).catch(() => false)) return worker;
  throw new Error('The page has no engine.');
}

/** Runs in the engine's worker: leaves the time of each request that it answers in its performance timeline. */
function timeRequests(): void {
  const place = globalThis as unknown as { onmessage: (event: MessageEvent) => Promise<void> };
  const answer = place.onmessage;
  place.onmessage = async (event) => {
    const start = performance.now();
    await answer(event);
    performance.measure('request', { start, end: performance.now() });
  };
}

/** What the page or a worker left in its performance timeline under names that begin so, less that beginning. */
function timingsOf(place: Page | Worker, beginning: string): Promise<Timing[]> {
  const read = (begins: string): Timing[] =>
    performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith(begins))
      .map(({ name, startTime, duration }) => ({
        name: name.slice(begins.length),
        start: performance.timeOrigin + startTime,
        duration,
      }));
  // Each has an "evaluate" of its own type.
  return 'goto' in place ? place.evaluate(read, beginning) : place.evaluate(read, beginning);
}

/** Views of two districts and two kinds of need at once: none is answered by what was asked for another. */
function viewsToAsk(districts: readonly string[]): readonly string[] {
  const needs = ['E,K', 'E,N', 'K,N'];
  return needs.flatMap((need) =>
    districts.map((code, index) => {
      const next = districts[(index + 1) % districts.length];
      return `v=1&district=${code}.${next}&sen=${need}&year_group=${(index % 4) + 9},${(index % 4) + 10}`;
    }),
  );
}

/** Waits until the overview shows the figures of its view and has drawn them. */
async function atRest(page: Page): Promise<void> {
  await page.waitForSelector('.overview[aria-busy=false] svg');
  await page.evaluate(
    () => new Promise((idle) => requestAnimationFrame(() => requestIdleCallback(idle))),
  );
}

type Browser = Awaited<ReturnType<typeof chromium.launch>>;

/** A fresh profile opens the page and explores the sample county. */
async function coldStart(
  browser: Browser,
  address: string,
  districts: readonly string[],
): Promise<Pick<BrowserRun, 'firstPaint' | 'firstSampleFigure' | 'filters'>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const firstPaint = await waitFor(() =>
    page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    ),
  );
  const clicked = Date.now();
  await page.getByRole('button', { name: 'Explore the sample county' }).click();
  await page.waitForSelector('.tiles .value, .words p', { timeout: 120_000 });
  const firstSampleFigure = firstPaint + (Date.now() - clicked);
  await page.waitForFunction(
    () => performance.getEntriesByName('waymark check across files').length > 0,
  );
  await atRest(page);
  const filters = await filterRun(page, districts);
  await context.close();
  return { firstPaint, firstSampleFigure, filters };
}

async function waitFor<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** The largest peak of any process of this Chromium, which is the tab's; Linux only. */
function peakMegabytes(profile: string): number | null {
  try {
    const peaks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => peakOf(pid, profile));
    return Math.max(...peaks.filter((peak) => peak !== null));
  } catch {
    return null;
  }
}

function peakOf(pid: string, executable: string): number | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (!command.includes('--type=renderer') || !command.includes(executable)) return null;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return null; // the process has ended
  }
}
