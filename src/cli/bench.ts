import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kent } from '$lib/county/kent';
import { MartKeeper } from '$lib/marts/mart_keeper';
import { firstMeasures } from '$lib/measures/catalogue';
import { martsOf } from '$lib/measures/marts_of';
import { overviewRequests } from '$lib/overview/overview_figures';
import { defaultView } from '$lib/view/view';
import { measureNamed } from '$lib/measures/catalogue';
import { nameOf } from '$lib/measures/count';
import { parsePeriod } from '$lib/measures/period';
import { statementFor } from '$lib/measures/statement';
import { named } from '$lib/engine/sql';
import type { Asked } from './bench/ask_catalogue';
import { catalogueInBrowser, catalogueInNode } from './bench/catalogue_run';
import { runInBrowser, type BrowserRun } from './bench/browser_run';
import type { FilterTimes } from './bench/filter_run';
import { startNativeEngine, type NativeEngine } from './bench/native_engine';
import { loadNatively } from './bench/native_load';
import { findChromium } from './chromium.mjs';
import { main as writeSamples } from './samples';
import { createSite, listen } from './serve.mjs';

const usage = `npm run bench [-- --rows N]
npm run bench -- --catalogue DIR [--node]

Loads a synthetic county of N attendance rows (10,000,000 if left out) into the built page in headless
Chromium and into native DuckDB on one thread, and prints times, ratios and peak memory.
The county is written to bench-data/ once and used again.

--catalogue asks every measure and every model of the extracts in DIR instead, in headless Chromium
(--node: in the page's engine under Node), and prints the slowest.`;

const rounds = 12;

interface NativeRun {
  readonly load: number;
  readonly marts: number;
  readonly questions: ReadonlyMap<string, number>;
}

/** Prints the benchmark; answers the exit code. It asserts nothing: whether a ratio will do is for the reader. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '10000000' },
      catalogue: { type: 'string' },
      node: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  const rows = Number(values.rows);
  if (values.help || !Number.isInteger(rows) || rows < 1) {
    process.stdout.write(`${usage}\n`);
    return values.help ? 0 : 1;
  }
  const executablePath = findChromium();
  if (executablePath === null) {
    process.stderr.write(
      'The benchmark needs a Chrome or Chromium. Run npm test once to get one.\n',
    );
    return 1;
  }
  if (values.catalogue !== undefined)
    return benchCatalogue(resolve(values.catalogue), values.node ? null : executablePath);
  const folder = await countyOf(rows);
  const paths = readdirSync(folder)
    .filter((name) => /\.(parquet|csv)$/.test(name))
    .sort()
    .map((name) => join(folder, name));

  say(`Building the page`);
  const vite = resolve('node_modules/vite/bin/vite.js');
  spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { stdio: 'ignore' });
  const server = await createSite(resolve('build'));
  const port = await listen(server, 4300, true);
  say(`Chromium: the page`);
  const page = await runInBrowser(
    `http://localhost:${port}`,
    executablePath,
    paths,
    kent.districts.map((district) => district.code),
  );
  server.closeAllConnections();
  server.close();

  say(`Native DuckDB, one thread: the same files`);
  const native = await runNatively(paths);
  print(rows, page, native);
  return page.trouble === null ? 0 : 1;
}

/** Prints how long the measures and models take, the slowest first. */
async function benchCatalogue(folder: string, chromium: string | null): Promise<number> {
  const { measures, models } =
    chromium === null ? await catalogueInNode(folder) : await catalogueInBrowser(folder, chromium);
  const slowest = (asked: readonly Asked[], most: number): string =>
    [...asked]
      .sort((a, b) => b.later - a.later)
      .slice(0, most)
      .map(
        ({ name, first, later }) =>
          `  ${later.toFixed(1)} ms (first ${first.toFixed(0)} ms)  ${name}`,
      )
      .join('\n');
  const over = (limit: number): number => measures.filter(({ later }) => later > limit).length;
  process.stdout.write(
    `${measures.length} questions of measures: ${over(10)} over 10 ms, ${over(30)} over 30 ms, ${over(100)} over 100 ms; the slowest:\n${slowest(measures, 12)}\n\nModels:\n${slowest(models, models.length)}\n`,
  );
  return 0;
}

/** The county's folder; written when it is not there yet. */
async function countyOf(rows: number): Promise<string> {
  const folder = resolve('bench-data', String(rows));
  if (!existsSync(join(folder, 'people.parquet'))) {
    say(`Writing a county of ${rows.toLocaleString('en-GB')} attendance rows to ${folder}`);
    // One pupil has about 363 sessions a year; 43 % of a county's people are pupils, unless more must be.
    const people = Math.round(Math.min(rows / 363 / 0.43, Math.max((rows / 363) * 1.002, 250_000)));
    await writeSamples([
      '--people',
      String(people),
      '--years',
      '1',
      '--attendance-rows',
      String(rows),
      '--out',
      folder,
    ]);
  }
  return folder;
}

async function runNatively(paths: readonly string[]): Promise<NativeRun> {
  const engine = await startNativeEngine();
  const began = performance.now();
  await loadNatively(
    engine,
    paths,
    kent.districts.map((district) => district.code),
    '2025-07-31',
  );
  const loaded = performance.now();
  await new MartKeeper(engine).build(firstMeasures.flatMap(martsOf));
  const built = performance.now();
  const questions = new Map<string, number>();
  for (const request of Object.values(overviewRequests(defaultView, '2024-25', '2025-06'))) {
    const measure = measureNamed(request.measure);
    const period = parsePeriod(request.periods.at(-1) ?? '');
    if (!measure || !period) continue;
    const { text, parameters } = statementFor(measure, period, request);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await timeOf(engine, text, parameters));
    }
    questions.set(nameOf(request), median(times));
  }
  await engine.close();
  return { load: loaded - began, marts: built - loaded, questions };
}

async function timeOf(
  engine: NativeEngine,
  text: string,
  parameters: Parameters<typeof named>[1],
): Promise<number> {
  const start = performance.now();
  await engine.ask(named(text, parameters));
  return performance.now() - start;
}

/** What was measured, in the page, natively, and the ratio. */
type Line = [string, string, string, string];

function print(rows: number, page: BrowserRun, native: NativeRun): void {
  const lines: Line[] = [
    ['', 'page', 'native', 'ratio'],
    ['attendance rows', rows.toLocaleString('en-GB'), '', ''],
    ['shell painted', ms(page.firstPaint), '', ''],
    ['first sample figure', ms(page.firstSampleFigure), '', ''],
    ...filterLines('changed district', page.filters.districts),
    ...filterLines('changed group', page.filters.groups),
    ...filterLines('changed year', page.filters.years),
    timesLine('disclosure control of the tables of a page', page.filters.groups.judging),
    ['key held down, last change to its figures', ms(page.filters.held), '', ''],
    ['engine and decoder started', ms(page.start), '', ''],
    line('load', page.ready - page.marts, native.load),
    line('marts', page.marts, native.marts),
    line('load to ready', page.ready, native.load + native.marts),
  ];
  for (const [question, natively] of native.questions) {
    const times = page.questions.get(question);
    if (times) lines.push(line(`question: ${question}`, median(times), natively, 1));
  }
  lines.push([
    'peak memory of the tab',
    page.peakMegabytes === null ? 'not known' : `${Math.round(page.peakMegabytes)} MB`,
    '',
    '',
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((each) => (each[column] ?? '').length)),
  );
  for (const each of lines) {
    say(
      each
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
  if (page.trouble !== null) say(`The page reported: ${page.trouble}`);
}

/** The times of a kind of change. */
function filterLines(what: string, { figures, pictures }: FilterTimes): Line[] {
  return [
    timesLine(`${what} to changed figures`, figures),
    timesLine(`${what} to changed pictures`, pictures),
  ];
}

/** Median and 95th percentile. */
function timesLine(what: string, times: readonly number[]): Line {
  return [what, `${ms(median(times))}, 95 %: ${ms(percentile(times, 0.95))}`, '', ''];
}

function line(
  what: string,
  page: number,
  native: number,
  places = 0,
): [string, string, string, string] {
  return [what, ms(page, places), ms(native, places), (page / native).toFixed(2)];
}

function ms(milliseconds: number, places = 0): string {
  return `${milliseconds.toFixed(places)} ms`;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
