import { engineTableName } from '../contract/engine_form';
import { defaultPolicy } from '../disclosure/policy';
import { protect } from '../disclosure/protect';
import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import type { AskOptions, Engine } from '../engine/engine';
import type { Decoder, NamedBlob } from '../intake/decoder';
import type { FileReport } from '../intake/file_report';
import { martsOfCoverage, nothingCovered, readCoverage, type Coverage } from '../marts/coverage';
import { findAcrossFiles } from '../marts/checks';
import { MartKeeper } from '../marts/mart_keeper';
import { findRepeatedRows } from '../marts/repeated_rows';
import {
  pointViews,
  prepareStaging,
  viewName,
  writeSettings,
  type LoadedFile,
} from '../marts/staging';
import { firstMeasures, measureNamed } from '../measures/catalogue';
import { martsOf } from '../measures/marts_of';
import { count } from '../measures/count';
import { isCovered } from '../measures/covered';
import type { DimensionId, Measure } from '../measures/measure';
import { whatIsMissing, whySwitchedOff } from '../measures/needs';
import { RequestError, type FigureRequest } from '../measures/request';
import { timed } from '../platform/timed';
import { reportWith } from './cross_file_findings';
import { extractDateOf } from './extract_date';
import { contractTable, inParts, loadFile } from './load_file';
import type { LoadOptions } from './load_step';

export interface WorkspaceOptions {
  readonly engine: Engine;
  readonly decoder: Decoder;
  /** GSS codes of the county's districts. */
  readonly districtCodes: readonly string[];
  readonly policy?: DisclosurePolicy;
}

/** A file in the engine, or one that was refused and is only reported. */
interface KnownFile {
  readonly source: NamedBlob;
  /** What the decoder said of it. */
  readonly decoded: FileReport;
  /** The same and what the rules across files found. */
  report: FileReport;
  /** Recognises the same content when it is dropped again; null for a refused file. */
  readonly fingerprint: string | null;
}

/**
 * One set of extracts: its files, the engine they stand in, the marts over them and the figures asked
 * of them. The page and the command line both talk to this.
 */
export class Workspace {
  readonly #decoder: Decoder;
  readonly #districtCodes: readonly string[];
  readonly policy: DisclosurePolicy;
  #engine: Engine;
  #files = new Map<number, KnownFile>();
  #nextFileNo = 1;
  #marts: MartKeeper;
  /** Views and settings that differ from what the marts were built of; null when all may. */
  #changed: Set<string> | null = new Set();
  #coverage: Coverage = nothingCovered;
  #extractDate: string | null = null;
  /** Loading, removing and building run one after the other. */
  #lastTurn: Promise<void>;
  /** The build of the marts that is under way, for which figures wait. */
  #built: Promise<void>;

  constructor({ engine, decoder, districtCodes, policy = defaultPolicy }: WorkspaceOptions) {
    this.#engine = engine;
    this.#decoder = decoder;
    this.#districtCodes = districtCodes;
    this.policy = policy;
    this.#marts = new MartKeeper(engine);
    this.#lastTurn = prepareStaging(engine);
    this.#lastTurn.catch(() => {});
    this.#built = this.#lastTurn;
  }

  get coverage(): Coverage {
    return this.#coverage;
  }

  /** The day the extracts stand at, as an ISO date; null before anything is loaded. */
  get extractDate(): string | null {
    return this.#extractDate;
  }

  /** What intake has to say of every file, in the order they were given. */
  get reports(): readonly FileReport[] {
    return [...this.#files.values()].map((file) => file.report);
  }

  /**
   * Loads files one after the other, then builds the marts anew. A file that is refused or cancelled
   * leaves nothing behind; the others are loaded all the same. The tables behind the first figures come
   * first and the registers, which take the longest, last: the reader has figures while they are read.
   */
  load(sources: readonly NamedBlob[], options: LoadOptions = {}): Promise<void> {
    return this.#inTurn(async () => {
      const parts = inParts(sources);
      for (const part of parts) {
        for (const source of part) {
          if (options.signal?.aborted) break;
          await timed('load file', () => this.#loadFile(source, this.#nextFileNo++, options));
        }
        await this.#build(options, part === parts.at(-1));
      }
    });
  }

  /** Takes a file out, and builds the marts anew. */
  remove(fileNo: number, options: LoadOptions = {}): Promise<void> {
    return this.#inTurn(async () => {
      await this.#drop(fileNo);
      await this.#build(options);
    });
  }

  /** Loads a corrected file in the place of an earlier one, which stays if the new one is refused. */
  replace(fileNo: number, source: NamedBlob, options: LoadOptions = {}): Promise<void> {
    return this.#inTurn(async () => {
      const replacement = this.#nextFileNo++;
      await this.#loadFile(source, replacement, options);
      const report = this.#files.get(replacement)?.report;
      if (report && report.refused === null) await this.#drop(fileNo);
      await this.#build(options);
    });
  }

  /**
   * Fills a fresh engine with the files of one that was lost. The files are read again from disk; the
   * engine is given as an argument because the workspace's own one waits for it.
   */
  async reload(engine: Engine): Promise<void> {
    const known = [...this.#files];
    const recovering = this.#engine;
    this.#engine = engine;
    this.#marts = new MartKeeper(engine);
    this.#changed = new Set();
    try {
      await prepareStaging(engine);
      for (const [fileNo, { source, report }] of known) {
        if (report.refused !== null) continue;
        await this.#decoder.forget(fileNo);
        await this.#loadFile(source, fileNo, {});
      }
      await this.#build({});
    } finally {
      this.#engine = recovering;
      this.#marts = this.#marts.over(recovering);
    }
  }

  /**
   * The figures of one request, after disclosure control. Throws a `RequestError` when the measure is
   * not known, lacks a table, or cannot be split or filtered as asked.
   */
  async figures(request: FigureRequest, options?: AskOptions): Promise<SafeTable> {
    await this.#built;
    const measure = this.#measure(request.measure);
    this.#refuseSwitchedOff(request);
    await this.#withMarts(martsOf(measure));
    const counts = await count(
      this.#engine,
      measure,
      request,
      (period) => isCovered(measure, this.#coverage, period),
      options,
    );
    return protect(counts, this.policy);
  }

  /** Why a measure cannot be shown with the files at hand, as a sentence; null when it can. */
  missingFor(measure: Measure): string | null {
    return whatIsMissing(measure, this.#tables());
  }

  /** Ends the engine and the decoder; every row is gone with them. */
  async close(): Promise<void> {
    this.#files.clear();
    this.#coverage = nothingCovered;
    await this.#decoder.wipe();
    this.#decoder.close();
    await this.#engine.close();
  }

  #measure(id: string): Measure {
    const measure = measureNamed(id);
    if (!measure) throw new RequestError(`There is no measure "${id}".`);
    const missing = this.missingFor(measure);
    if (missing) throw new RequestError(missing);
    return measure;
  }

  #refuseSwitchedOff({ by, where }: FigureRequest): void {
    const files = this.reports.filter((report) => report.refused === null);
    for (const dimension of [...by, ...(Object.keys(where) as DimensionId[])]) {
      const why = whySwitchedOff(dimension, files);
      if (why !== null) throw new RequestError(why);
    }
  }

  /** Resolves when these marts stand over what is loaded. */
  async #withMarts(names: readonly string[]): Promise<void> {
    for (let built; built !== this.#built;) {
      built = this.#built;
      await built;
      await this.#marts.build(names);
    }
  }

  #tables(): ReadonlySet<string> {
    return new Set(this.#loaded().map((file) => file.table));
  }

  #loaded(): LoadedFile[] {
    return [...this.#files.values()]
      .filter(({ report }) => report.refused === null && report.table !== null)
      .map(({ report }) => ({ fileNo: report.fileNo, table: report.table ?? '' }));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #loadFile(source: NamedBlob, fileNo: number, options: LoadOptions): Promise<void> {
    const outcome = await loadFile(
      { engine: this.#engine, decoder: this.#decoder, loaded: this.#fingerprints(fileNo) },
      source,
      fileNo,
      options,
    );
    if (outcome === 'cancelled') {
      options.onStep?.({ doing: 'cancelled', fileNo });
      return;
    }
    const { report, fingerprint } = outcome;
    this.#files.set(fileNo, { source, decoded: report, report, fingerprint });
    if (fingerprint !== null && report.table !== null) {
      this.#changed?.add(viewName(contractTable(report.table)));
    }
    options.onStep?.({ doing: 'finished', fileNo, report });
  }

  /** Of the files in the engine, less the one that is being read again. */
  #fingerprints(exceptFileNo: number): ReadonlySet<string> {
    const others = [...this.#files].filter(([fileNo]) => fileNo !== exceptFileNo);
    return new Set(others.map(([, file]) => file.fingerprint).filter((print) => print !== null));
  }

  async #drop(fileNo: number): Promise<void> {
    const file = this.#files.get(fileNo);
    if (!file) return;
    this.#files.delete(fileNo);
    await this.#decoder.forget(fileNo);
    if (file.report.refused === null && file.report.table !== null) {
      const contract = contractTable(file.report.table);
      this.#changed?.add(viewName(contract));
      const table = engineTableName(contract, fileNo);
      // The views look at the table, so they are pointed elsewhere first.
      await pointViews(this.#engine, this.#loaded(), new Set(), new Set([viewName(contract)]));
      await this.#engine.run(`drop table ${table}`);
    }
  }

  /** @param last whether nothing more is to be loaded just now, so that the rules across files are run */
  #build(options: LoadOptions, last = true): Promise<void> {
    const build = timed('build marts', () => this.#buildNow(options, last));
    this.#built = build;
    build.catch(() => {});
    return build;
  }

  async #buildNow({ onStep }: LoadOptions, last: boolean): Promise<void> {
    const files = this.#loaded();
    const tables = this.#tables();
    const changed = this.#changed ?? undefined;
    // Until the build has gone well, nothing may be taken to stand.
    this.#changed = null;
    const before = this.#extractDate;
    this.#extractDate = await this.#pointAndDate(files, changed);
    if (this.#extractDate !== before) changed?.add('settings').add('county_districts');
    await this.#marts.takeDown(changed);
    await writeSettings(this.#engine, this.#extractDate ?? '2000-01-01', this.#districtCodes);
    const shownFirst = firstMeasures.filter((measure) => whatIsMissing(measure, tables) === null);
    await this.#marts.build(
      [...martsOfCoverage(tables), ...shownFirst.flatMap(martsOf)],
      (mart, done, of) => onStep?.({ doing: 'building', mart, done, of }),
    );
    this.#coverage = await readCoverage(this.#engine, tables);
    this.#changed = new Set();
    if (last) await this.#runRulesAcrossFiles(files);
    onStep?.({ doing: 'built' });
  }

  /** Points the views at the files less the rows they repeat; answers the day the extracts stand at. */
  async #pointAndDate(
    files: readonly LoadedFile[],
    changed: ReadonlySet<string> | undefined,
  ): Promise<string | null> {
    await pointViews(this.#engine, files, new Set(), changed);
    const withRepeats = await findRepeatedRows(this.#engine, files, changed);
    if (withRepeats.size > 0) await pointViews(this.#engine, files, withRepeats, changed);
    return files.length === 0 ? null : extractDateOf(this.#engine, this.reports);
  }

  async #runRulesAcrossFiles(files: readonly LoadedFile[]): Promise<void> {
    const needed = this.#tables().has('attendance')
      ? ['people_kept', 'register_sessions']
      : ['people_kept'];
    await this.#marts.build(needed);
    const findings = await findAcrossFiles(this.#engine, files);
    for (const [fileNo, file] of this.#files) {
      file.report = reportWith(
        file.decoded,
        findings.filter((finding) => finding.fileNo === fileNo),
      );
    }
  }
}
