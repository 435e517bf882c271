import { createContext } from 'svelte';
import type { Target } from '../comparison/against';
import type { County } from '../county';
import { defaultPolicy } from '../disclosure/policy';
import type { SafeFindings } from '../disclosure/safe_findings';
import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import { purposes, type Purpose } from '../contract/purpose';
import type { AskOptions } from '../engine/engine';
import type { EngineState } from '../engine/recovering_engine';
import type { FileReport } from '../intake/file_report';
import type { Coverage } from '../marts/coverage';
import { RequestError, type FigureRequest } from '../measures/request';
import type { ModelSettings } from '../models/model';
import type { ModelRun } from '../models/model_run';
import type { Attempt } from '../platform/leak_attempts';
import { hasTimeToSpare } from '../platform/spare_time';
import { sha256 } from '../session_log/entries';
import { SessionLog } from '../session_log/session_log.svelte';
import type { Provenance } from '../ui/provenance';
import {
  changeBy,
  isUnderWay,
  waitingRow,
  withChange,
  withReports,
  type FileRow,
} from './file_row';
import type { ForEvidence } from './for_evidence';
import { keptOutInWords, type PageAsk, type PagePurpose } from './page_purpose';
import { provenanceOf } from './provenance_of';
import { ReadingAhead } from './reading_ahead';
import { ReadingFiles } from './reading_files';
import type { LoadOptions, LoadStep } from './load_step';
import type { RowsAbout } from './rows_about';
import type { Workspace } from './workspace';
import { openWorkspaceInBrowser, type BrowserWorkspace } from './workspace_in_browser';

export type Doing =
  | { readonly is: 'nothing' }
  | { readonly is: 'starting' }
  | { readonly is: 'loading' }
  | { readonly is: 'building'; readonly mart: string; readonly done: number; readonly of: number };

/** A workspace that is there or on its way. */
interface Opening {
  readonly arrives: Promise<BrowserWorkspace>;
  /** Set when it cannot be had, so that the next load starts another. */
  failed: boolean;
}

/**
 * What the page knows of the loaded extracts, as state that it follows. The engine is started by `warm`,
 * or when the first file comes, so that the page paints before any of it is fetched.
 */
export class Session {
  readonly county: County;
  /** What was done in this tab, without any data: for whoever answers for it. */
  readonly log = new SessionLog();
  files = $state.raw<readonly FileRow[]>([]);
  doing = $state.raw<Doing>({ is: 'nothing' });
  coverage = $state.raw<Coverage | null>(null);
  extractDate = $state.raw<string | null>(null);
  /** Rises whenever figures may have changed, so that pages ask again. */
  generation = $state(0);
  /** What went wrong with the engine, in words; null when all is well. */
  trouble = $state<string | null>(null);
  /** Whether a worker with a database runs, sealed. */
  sealed = $state(false);
  /** After how many minutes without a sign of anybody everything is wiped. */
  idleMinutes = $state(30);
  /** The disclosure profile in force: every figure on every page is made under it. */
  profile = $state.raw<DisclosurePolicy>(defaultPolicy);
  /** Whether it may be asked what is held about one pseudonym; off until somebody says why it is needed. */
  subjectAccess = $state(false);
  /** The purposes kept apart that the reader has added, so that every page shows what rests on them. */
  addedPurposes = $state.raw<readonly Purpose[]>([]);
  /** Set when everything was wiped, until the next load. */
  wiped = $state(false);

  #opening: Opening | null = null;
  #open: Workspace | null = null;
  #lastReports: readonly FileReport[] = [];
  readonly #reading = new ReadingFiles();
  readonly #ahead = new ReadingAhead(
    async (...asked) => this.#open?.readAhead(...asked),
    () => !this.busy && hasTimeToSpare(),
  );
  #nextId = 1;

  constructor(county: County) {
    this.county = county;
  }

  /** The same array until a report is another: pages ask anew after it, and the files' progress is no reason to. */
  readonly reports = $derived.by(() => {
    const reports = this.files.flatMap(({ report }) => report ?? []);
    const same = reports.every((report, i) => report === this.#lastReports[i]);
    if (!same || reports.length !== this.#lastReports.length) this.#lastReports = reports;
    return this.#lastReports;
  });
  readonly loadedReports = $derived(this.reports.filter((report) => report.refused === null));
  /** Whether files are still to be read: what has no figure yet may get one. */
  readonly moreToCome = $derived(this.files.some(isUnderWay));
  readonly busy = $derived(this.doing.is !== 'nothing');
  readonly provenance: Provenance = $derived.by(() =>
    provenanceOf(this.county, this.loadedReports, this.coverage, this.extractDate, this.profile),
  );

  /**
   * Starts the engine before it is needed, once the page has painted, so that the first file does not
   * wait for it. The load that comes meets a failure.
   */
  warm(): void {
    this.#opened();
  }

  /** Loads files beside those that are loaded. Resolves when the figures are ready. */
  async load(sources: readonly File[]): Promise<void> {
    for (const source of sources) this.#announce(source);
    await this.#run((workspace, options) => workspace.load(sources, options));
  }

  /** Loads a corrected file in the place of an earlier one, which stays when the new one is refused. */
  async replace(row: FileRow, source: File): Promise<void> {
    const { fileNo } = row;
    if (fileNo === null || row.state !== 'loaded') {
      this.#forgetRow(row);
      return this.load([source]);
    }
    this.#announce(source);
    await this.#run(async (workspace, options) => {
      await workspace.replace(fileNo, source, options);
      if (!workspace.reports.some((report) => report.fileNo === fileNo)) this.#forgetRow(row);
    });
  }

  /** Takes a file out of every figure. */
  async remove(row: FileRow): Promise<void> {
    const { fileNo } = row;
    this.#forgetRow(row);
    if (fileNo !== null) {
      void this.log.add('removed', { table: row.table ?? 'not known' });
      await this.#run((workspace, options) => workspace.remove(fileNo, options));
    }
  }

  cancel(row: FileRow): void {
    this.#reading.stop(row.id);
    if (row.state === 'waiting') {
      this.files = withChange(this.files, ({ id }) => id === row.id, { state: 'cancelled' });
    }
  }

  cancelAll(): void {
    for (const row of this.files.filter(isUnderWay)) this.cancel(row);
  }

  /**
   * Makes every figure anew under another disclosure profile.
   *
   * @param because why it is changed, in the reader's words; asked for when it is looser than the one before
   */
  use(profile: DisclosurePolicy, because: string | null): void {
    void this.log.add('profile', { from: this.profile.name, to: profile.name, because });
    this.profile = profile;
    this.#ahead.stop();
    if (this.#open) this.#open.policy = profile;
    this.generation += 1;
  }

  /** Writes into the log what the reader took out of the tab: its name, its hash and the profile it was made under. */
  async logHandedOut(how: 'exported' | 'copied', name: string, content: Blob): Promise<void> {
    const { name: profile } = this.profile;
    const hash = await sha256(new Uint8Array(await content.arrayBuffer()));
    await this.log.add(how, { name, bytes: content.size, content: hash, profile });
  }

  /**
   * Ends the engine and the decoder; every row is gone with them.
   *
   * @param because why, for the log
   */
  async wipe(because = 'asked for'): Promise<void> {
    this.#reading.clear();
    this.#ahead.stop();
    const workspace = this.#open;
    this.#open = null;
    this.#opening = null;
    this.files = [];
    this.coverage = null;
    this.extractDate = null;
    this.trouble = null;
    this.doing = { is: 'nothing' };
    this.sealed = false;
    this.subjectAccess = false;
    if (this.addedPurposes.length > 0) this.addedPurposes = [];
    this.wiped = true;
    this.generation += 1;
    void this.log.add('wiped', { because });
    await workspace?.close();
  }

  /**
   * The figures of one request, or in words why there are none, which may be that they are kept out of a page of this
   * purpose. Rejects only when the question was superseded or cancelled, or the engine failed.
   */
  async figures(
    request: FigureRequest,
    { purpose, ...options }: PageAsk = {},
  ): Promise<SafeTable | string> {
    if (!this.#open) return 'Nothing is loaded.';
    const why = this.#keptOut(this.#open.purposesOf(request), purpose);
    if (why !== null) return why;
    this.#ahead.after(request);
    try {
      return await this.#open.figures(request, options);
    } catch (error) {
      if (error instanceof Error && error.name === 'RequestError') return error.message;
      throw error;
    }
  }

  /**
   * What a model finds, or in words why it finds nothing, as `figures` does. Rejects only when it was cancelled, or the
   * engine or the calculation failed.
   */
  async findings(
    id: string,
    settings: ModelSettings,
    { purpose, ...options }: ModelRun & PageAsk = {},
  ): Promise<SafeFindings | string> {
    if (!this.#open) return 'Nothing is loaded.';
    const why = this.#keptOut(this.#open.purposesOf({ model: id, settings }), purpose);
    if (why !== null) return why;
    try {
      return await this.#open.findings(id, settings, options);
    } catch (error) {
      if (error instanceof Error && error.name === 'RequestError') return error.message;
      throw error;
    }
  }

  /**
   * What a pack of evidence is made with; null when nothing is loaded. What is kept out of a page of its purpose is kept
   * out of the pack, by a `RequestError`.
   */
  forEvidence(policy: DisclosurePolicy, purpose: PagePurpose): ForEvidence | null {
    const workspace = this.#open;
    if (!workspace) return null;
    const work = workspace.forEvidence(policy);
    return {
      ...work,
      figures: async (request, options) => {
        const why = this.#keptOut(workspace.purposesOf(request), purpose);
        if (why !== null) throw new RequestError(why);
        return work.figures(request, options);
      },
    };
  }

  /** The authority's own targets for a measure. Rejects as `figures` does. */
  async targets(measure: string, options?: AskOptions): Promise<readonly Target[]> {
    return (await this.#open?.targets(measure, options)) ?? [];
  }

  /** Tries to reach an address through the database; null when none runs. */
  async tryToReachOut(origin: string): Promise<readonly Attempt[] | null> {
    return (await this.#open?.tryToReachOut(origin)) ?? null;
  }

  /**
   * Lets the reader ask in this tab what is held about one pseudonym, or no longer.
   *
   * @param because why, in the reader's words; null to switch it off
   */
  allowSubjectAccess(because: string | null): void {
    this.subjectAccess = because !== null;
    void (because === null
      ? this.log.add('subject access switched off', {})
      : this.log.add('subject access switched on', { because }));
  }

  /**
   * Which loaded tables hold how many rows about the bearer of a pseudonym. That it was asked goes into the log, the
   * pseudonym nowhere. Rejects when the engine fails.
   */
  async rowsAbout(pseudonym: string): Promise<readonly RowsAbout[]> {
    if (!this.subjectAccess) throw new TypeError('Subject access is not switched on.');
    void this.log.add('a subject access question was asked', {});
    return (await this.#open?.rowsAbout(pseudonym)) ?? [];
  }

  /**
   * Adds a purpose that is kept apart to this tab, or takes it out again. Figures that are shown are asked for anew by
   * the layout.
   *
   * @param because why, in the reader's words; null to take it out
   */
  addPurpose(purpose: Purpose, because: string | null): void {
    const others = this.addedPurposes.filter((each) => each !== purpose);
    const { label } = purposes[purpose];
    this.#ahead.stop();
    this.addedPurposes = because === null ? others : [...others, purpose];
    void (because === null
      ? this.log.add('purpose taken out', { purpose: label })
      : this.log.add('purpose added', { purpose: label, because }));
  }

  /** The one place where it is decided what a page may show. */
  #keptOut(restsOn: readonly Purpose[], page: PagePurpose = 'several'): string | null {
    return keptOutInWords(restsOn, page, this.addedPurposes);
  }

  #announce(source: File): void {
    const row = waitingRow(this.#nextId++, source);
    this.#reading.add(row, source);
    this.files = [...this.files, row];
  }

  async #run(work: (workspace: Workspace, options: LoadOptions) => Promise<void>): Promise<void> {
    this.wiped = false;
    this.trouble = null;
    this.#ahead.stop();
    if (!this.sealed) this.doing = { is: 'starting' };
    const opening = this.#opened();
    const isCurrent = (): boolean => this.#opening === opening;
    try {
      const { workspace, started } = await opening.arrives;
      if (!isCurrent()) return;
      const done = work(workspace, {
        signalOf: (source) => this.#reading.signalOf(source),
        onStep: (step) => {
          if (isCurrent() && !opening.failed) this.#follow(workspace, step);
        },
      });
      await Promise.all([started, done]);
    } catch (error) {
      if (!isCurrent()) return;
      this.trouble = error instanceof Error ? error.message : String(error);
      this.files = withChange(this.files, isUnderWay, { state: 'failed' });
    } finally {
      if ((isCurrent() || this.#opening === null) && !this.files.some(isUnderWay)) {
        this.doing = { is: 'nothing' };
      }
    }
  }

  /** The workspace there is, or one that is started now. */
  #opened(): Opening {
    if (this.#opening && !this.#opening.failed) return this.#opening;
    const opening: Opening = {
      arrives: openWorkspaceInBrowser({
        districtCodes: this.county.districts.map((district) => district.code),
        onEngineState: (state) => {
          if (this.#opening === opening) this.#followEngine(state);
        },
      }),
      failed: false,
    };
    this.#opening = opening;
    void this.#keep(opening);
    return opening;
  }

  /** Keeps a workspace for figures, unless it was wiped before it came or its engine cannot be started. */
  async #keep(opening: Opening): Promise<void> {
    try {
      const { workspace, started } = await opening.arrives;
      if (this.#opening !== opening) return await workspace.close();
      workspace.policy = this.profile;
      this.#open = workspace;
      await started;
    } catch {
      opening.failed = true;
      if (this.#opening !== opening) return;
      const workspace = this.#open;
      this.#open = null;
      await workspace?.close().catch(() => {});
    }
  }

  #followEngine(state: EngineState): void {
    this.sealed = state.is === 'ready';
    this.trouble = state.is === 'ready' ? null : state.message;
    if (state.is !== 'ready') return;
    if (this.doing.is === 'starting') this.doing = { is: 'loading' };
    this.generation += 1;
  }

  #follow(workspace: Workspace, step: LoadStep): void {
    switch (step.doing) {
      case 'building':
        this.doing = { is: 'building', mart: step.mart, done: step.done, of: step.of };
        return;
      case 'built':
        this.files = withReports(this.files, workspace.reports);
        this.coverage = workspace.coverage;
        this.extractDate = workspace.extractDate;
        this.generation += 1;
        return;
      case 'checked':
        this.files = withReports(this.files, workspace.reports);
        return;
      case 'opening': {
        const id = this.#reading.idOf(step.source) ?? 0;
        this.#reading.start(id);
        if (this.doing.is !== 'starting') this.doing = { is: 'loading' };
        this.files = withChange(this.files, (row) => row.id === id, changeBy(step, 0));
        return;
      }
      default: {
        const row = this.files.find(({ fileNo }) => fileNo === step.fileNo);
        if (!row) return;
        if (step.doing === 'finished') this.#logLoaded(workspace, step.report);
        const change = changeBy(step, this.#reading.secondsSinceStart(row.id));
        this.files = withChange(this.files, ({ id }) => id === row.id, change);
      }
    }
  }

  #logLoaded(workspace: Workspace, { fileNo, table, rows, kept, refused }: FileReport): void {
    const of = { table: table ?? 'not known', rows, kept };
    void (refused === null
      ? this.log.add('loaded', { ...of, content: workspace.fingerprintOf(fileNo) })
      : this.log.add('refused', { ...of, rule: refused.rule }));
  }

  #forgetRow(row: FileRow): void {
    this.files = this.files.filter(({ id }) => id !== row.id);
  }
}

export const [getSession, setSession] = createContext<Session>();
