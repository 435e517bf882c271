import type { Target } from '../comparison/against';
import { engineTableName } from '../contract/engine_form';
import { defaultPolicy } from '../disclosure/policy';
import { protectFindings } from '../disclosure/protect_findings';
import type { SafeFindings } from '../disclosure/safe_findings';
import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import type { AskOptions, Engine } from '../engine/engine';
import type { Decoder, NamedBlob } from '../intake/decoder';
import type { FileReport } from '../intake/file_report';
import type { Coverage } from '../marts/coverage';
import { measureNamed } from '../measures/catalogue';
import { martsOf } from '../measures/marts_of';
import { isCovered } from '../measures/covered';
import type { DimensionId, Measure } from '../measures/measure';
import type { Period } from '../measures/period';
import { whatIsMissing, whySwitchedOff } from '../measures/needs';
import { RequestError, type FigureRequest } from '../measures/request';
import type { Calculator } from '../models/calculator';
import { modelNamed } from '../models/catalogue';
import { find, martsOfModel, settingsOf } from '../models/find';
import type { ModelSettings } from '../models/model';
import type { ModelRun } from '../models/model_run';
import { modelParameters } from './model_parameters';
import { tryToReachOut } from './reach_out';
import type { Round } from './reading_ahead';
import { rowsAbout, type RowsAbout } from './rows_about';
import { readTargets } from './targets';
import type { Purpose } from '../contract/purpose';
import type { Attempt } from '../platform/leak_attempts';
import { timed } from '../platform/timed';
import { BuiltMarts } from './built_marts';
import { lastMonthOf } from './covered_years';
import { askedFigures, KeptFigures, type Figures, type Standing } from './figures';
import { engineVersionOf, type ForEvidence } from './for_evidence';
import { HeldFiles } from './held_files';
import { contractTable, inParts, loadFile } from './load_file';
import type { LoadOptions } from './load_step';
import { purposesOfFigure, purposesOfModel } from './purposes';

export interface WorkspaceOptions {
  readonly engine: Engine;
  readonly decoder: Decoder;
  /** GSS codes of the county's districts. */
  readonly districtCodes: readonly string[];
  readonly policy?: DisclosurePolicy;
  readonly calculator: Calculator;
  /** How figures are had of what stands now; asked each time when left out. */
  readonly figures?: (standing: Standing) => Figures;
}

/**
 * One set of extracts: its files, the engine they stand in, the marts over them and the figures asked
 * of them. The page and the command line both talk to this.
 */
export class Workspace {
  readonly #decoder: Decoder;
  readonly #calculator: Calculator;
  readonly #districtCodes: readonly string[];
  /** The disclosure policy of figures and findings that are asked for from now on. */
  policy: DisclosurePolicy;
  #engine: Engine;
  readonly #files = new HeldFiles();
  #nextFileNo = 1;
  #marts: BuiltMarts;
  /** Loading, removing and building run one after the other. */
  #lastTurn: Promise<void> = Promise.resolve();
  /** The build of the marts that is under way, for which figures wait. */
  #built: Promise<void>;
  readonly #figuresOf: (standing: Standing) => Figures;
  /** Figures, and the build of which they are. */
  #figures: { readonly of: Promise<void>; readonly are: Figures } | null = null;

  constructor({
    engine,
    decoder,
    districtCodes,
    policy = defaultPolicy,
    calculator,
    figures = askedFigures,
  }: WorkspaceOptions) {
    this.#calculator = calculator;
    this.#figuresOf = figures;
    this.#engine = engine;
    this.#decoder = decoder;
    this.#districtCodes = districtCodes;
    this.policy = policy;
    this.#marts = new BuiltMarts(engine, districtCodes);
    // Loads do not wait for it, so that the first file is read while the engine starts: what they ask of the
    // engine comes after it, and fails as it does.
    this.#built = this.#marts.prepare();
    this.#built.catch(() => {});
  }

  get coverage(): Coverage {
    return this.#marts.coverage;
  }

  /** The day the extracts stand at, as an ISO date; null before anything is loaded. */
  get extractDate(): string | null {
    return this.#marts.extractDate;
  }

  /** What intake has to say of every file, in the order they were given. */
  get reports(): readonly FileReport[] {
    return this.#files.reports;
  }

  /**
   * What the content of a loaded file is recognised by: the SHA-256, as hexadecimal digits, of the SHA-256 of
   * each of its pieces of 8 MB. Null for a file that was refused or is not there.
   */
  fingerprintOf(fileNo: number): string | null {
    return this.#files.get(fileNo)?.fingerprint ?? null;
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
    const held = this.#files.all;
    const recovering = this.#engine;
    this.#engine = engine;
    this.#marts = new BuiltMarts(engine, this.#districtCodes);
    try {
      await this.#marts.prepare();
      for (const [fileNo, { source, report }] of held) {
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
    return this.#standing().figures(measure, request, options);
  }

  /**
   * Asks what the reader may want next, beside figures that were asked for already, while nothing else is to be
   * done. Rejects as they do.
   */
  async readAhead(request: FigureRequest, round: Round, signal: AbortSignal): Promise<void> {
    await this.#built;
    const measure = this.#measure(request.measure);
    await this.#withMarts(martsOf(measure));
    await this.#standing().readAhead(measure, request, round, signal);
  }

  /**
   * What a model finds in the extracts, after disclosure control. Throws a `RequestError` when the model
   * is not known or lacks a table.
   */
  async findings(
    id: string,
    chosen: ModelSettings = {},
    options: ModelRun & AskOptions = {},
  ): Promise<SafeFindings> {
    await this.#built;
    const model = modelNamed(id);
    if (!model) throw new RequestError(`There is no model "${id}".`);
    const missing = whatIsMissing(model, this.#files.holdings);
    if (missing) throw new RequestError(missing);
    const settings = settingsOf(model, chosen);
    await this.#withMarts(martsOfModel(model, settings));
    const known = {
      parameters: modelParameters(model, this.coverage, this.extractDate),
      coverage: this.coverage,
    };
    const found = await find(this.#engine, this.#calculator, model, known, settings, options);
    return protectFindings(found, this.policy);
  }

  /** What a pack of evidence is made with, its figures under a policy of its own. */
  forEvidence(policy: DisclosurePolicy): ForEvidence {
    let own: { readonly of: Promise<void>; readonly are: Figures } | null = null;
    return {
      hashFiles: async (options = {}) => {
        const loaded = this.#files.all.map(([, file]) => file);
        const { hashFiles } = await import('./hash_files');
        return hashFiles(
          loaded.filter(({ report }) => report.refused === null),
          options,
        );
      },
      engineVersion: () => engineVersionOf(this.#engine),
      figures: async (request, options) => {
        await this.#built;
        const measure = this.#measure(request.measure);
        this.#refuseSwitchedOff(request);
        await this.#withMarts(martsOf(measure));
        own ??= {
          of: this.#built,
          are: new KeptFigures({ ...this.#standingNow(), policy: () => policy }),
        };
        if (own.of !== this.#built)
          throw new RequestError('Extracts were loaded or removed meanwhile. Make it again.');
        return own.are.figures(measure, request, options);
      },
    };
  }

  /** The purposes kept apart whose tables a figure, or what a model finds with these settings, rests on. */
  purposesOf(asked: FigureRequest | { readonly model: string; readonly settings: ModelSettings }) {
    const restsOn: readonly Purpose[] =
      'model' in asked ? purposesOfModel(asked.model, asked.settings) : purposesOfFigure(asked);
    return restsOn;
  }

  /** The authority's own targets for a measure, from the extract of that name; none when it is not loaded. */
  async targets(measure: string, options?: AskOptions): Promise<readonly Target[]> {
    await this.#built;
    return readTargets(this.#engine, measure, options);
  }

  /** Why a measure cannot be shown with the files at hand, as a sentence; null when it can. */
  missingFor(measure: Measure): string | null {
    return whatIsMissing(measure, this.#files.holdings);
  }

  /** Tries to reach an address, a web origin, through the database; tells what came of each way. */
  tryToReachOut(origin: string): Promise<readonly Attempt[]> {
    return tryToReachOut(this.#engine, origin);
  }

  /** Which loaded tables hold how many rows about the bearer of a pseudonym, and nothing of what they say. */
  rowsAbout(pseudonym: string): Promise<readonly RowsAbout[]> {
    // In turn, so that no file comes or goes meanwhile.
    let found: readonly RowsAbout[] = [];
    const asked = this.#inTurn(async () => {
      const known = await this.#decoder.find(pseudonym.trim());
      found = await rowsAbout(this.#engine, this.#files.loaded, known);
    });
    return asked.then(() => found);
  }

  /** Ends the engine and the decoder; every row is gone with them. */
  async close(): Promise<void> {
    this.#files.clear();
    this.#figures = null;
    this.#marts = new BuiltMarts(this.#engine, this.#districtCodes);
    await this.#decoder.wipe();
    this.#decoder.close();
    this.#calculator.close();
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
    const files = this.#files.accepted;
    for (const dimension of [...by, ...(Object.keys(where) as DimensionId[])]) {
      const why = whySwitchedOff(dimension, files);
      if (why !== null) throw new RequestError(why);
    }
  }

  /** The figures of the extracts as they are now; those of an earlier build are forgotten. */
  #standing(): Figures {
    if (this.#figures?.of !== this.#built) {
      this.#figures = { of: this.#built, are: this.#figuresOf(this.#standingNow()) };
    }
    return this.#figures.are;
  }

  #standingNow(): Standing {
    const { coverage } = this;
    return {
      engine: () => this.#engine,
      policy: () => this.policy,
      covered: (measure: Measure, period: Period) => isCovered(measure, coverage, period),
      lastMonthOf: (year: string) => lastMonthOf(coverage, year),
    };
  }

  /** Resolves when these marts stand over what is loaded. */
  async #withMarts(names: readonly string[]): Promise<void> {
    for (let built; built !== this.#built;) {
      built = this.#built;
      await built;
      await this.#marts.need(names);
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #loadFile(source: NamedBlob, fileNo: number, options: LoadOptions): Promise<void> {
    const outcome = await loadFile(
      { engine: this.#engine, decoder: this.#decoder, loaded: this.#files.fingerprints(fileNo) },
      source,
      fileNo,
      options,
    );
    if (outcome === 'cancelled') {
      options.onStep?.({ doing: 'cancelled', fileNo });
      return;
    }
    const { report, fingerprint } = outcome;
    this.#files.hold(fileNo, source, report, fingerprint);
    if (fingerprint !== null && report.table !== null) {
      this.#marts.touch(contractTable(report.table));
    }
    options.onStep?.({ doing: 'finished', fileNo, report });
  }

  async #drop(fileNo: number): Promise<void> {
    const file = this.#files.get(fileNo);
    if (!file) return;
    this.#files.drop(fileNo);
    await this.#decoder.forget(fileNo);
    if (file.report.refused === null && file.report.table !== null) {
      const table = contractTable(file.report.table);
      await this.#marts.letGo(table, this.#files);
      await this.#engine.run(`drop table ${engineTableName(table, fileNo)}`);
    }
  }

  /**
   * Resolves when figures may be asked, or after the last part of a load, when the rules across files have
   * been run too: figures do not wait for these.
   */
  async #build({ onStep }: LoadOptions, last = true): Promise<void> {
    const build = timed('build marts', () =>
      this.#marts.build(this.#files, last, (mart, done, of) =>
        onStep?.({ doing: 'building', mart, done, of }),
      ),
    );
    this.#built = build;
    build.catch(() => {});
    await build;
    onStep?.({ doing: 'built' });
    if (!last) return;
    await timed('check across files', () => this.#marts.checkAcrossFiles(this.#files));
    onStep?.({ doing: 'checked' });
  }
}
