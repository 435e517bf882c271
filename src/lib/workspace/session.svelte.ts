import { createContext } from 'svelte';
import type { County } from '../county';
import type { SafeTable } from '../disclosure/safe_table';
import type { AskOptions } from '../engine/engine';
import type { FileReport } from '../intake/file_report';
import type { Coverage } from '../marts/coverage';
import type { FigureRequest } from '../measures/request';
import type { Provenance } from '../ui/provenance';
import {
  changeBy,
  isUnderWay,
  waitingRow,
  withChange,
  withReports,
  type FileRow,
} from './file_row';
import { provenanceOf } from './provenance_of';
import { ReadingFiles } from './reading_files';
import type { LoadOptions, LoadStep } from './load_step';
import type { Workspace } from './workspace';

export type Doing =
  | { readonly is: 'nothing' }
  | { readonly is: 'starting' }
  | { readonly is: 'loading' }
  | { readonly is: 'building'; readonly mart: string; readonly done: number; readonly of: number };

/**
 * What the page knows of the loaded extracts, as state that it follows. The engine is started when the
 * first file comes, so that the page paints before any of it is fetched.
 */
export class Session {
  readonly county: County;
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
  /** Set when everything was wiped, until the next load. */
  wiped = $state(false);

  #workspace: Promise<Workspace> | null = null;
  #open: Workspace | null = null;
  readonly #reading = new ReadingFiles();
  #nextId = 1;

  constructor(county: County) {
    this.county = county;
  }

  readonly reports = $derived(
    this.files.map((file) => file.report).filter((report): report is FileReport => report !== null),
  );
  readonly loadedReports = $derived(this.reports.filter((report) => report.refused === null));
  readonly busy = $derived(this.doing.is !== 'nothing');
  readonly provenance: Provenance = $derived.by(() =>
    provenanceOf(this.county, this.loadedReports, this.coverage, this.extractDate),
  );

  /**
   * Starts the engine before it is needed, once the page has painted, so that the first file does not
   * wait for it. A failure is kept for the load that will meet it again.
   */
  async warm(): Promise<void> {
    const opening = (this.#workspace ??= this.#start());
    try {
      const workspace = await opening;
      if (this.#workspace !== opening) return await workspace.close();
      this.#open = workspace;
      this.sealed = true;
    } catch {
      if (this.#workspace === opening) this.#workspace = null;
    }
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

  /** Ends the engine and the decoder; every row is gone with them. */
  async wipe(): Promise<void> {
    this.#reading.clear();
    const workspace = this.#open;
    this.#open = null;
    this.#workspace = null;
    this.files = [];
    this.coverage = null;
    this.extractDate = null;
    this.trouble = null;
    this.doing = { is: 'nothing' };
    this.sealed = false;
    this.wiped = true;
    this.generation += 1;
    await workspace?.close();
  }

  /**
   * The figures of one request, or in words why there are none. Rejects only when the question was
   * superseded or cancelled, or the engine failed.
   */
  async figures(request: FigureRequest, options?: AskOptions): Promise<SafeTable | string> {
    if (!this.#open) return 'Nothing is loaded.';
    try {
      return await this.#open.figures(request, options);
    } catch (error) {
      if (error instanceof Error && error.name === 'RequestError') return error.message;
      throw error;
    }
  }

  #announce(source: File): void {
    const row = waitingRow(this.#nextId++, source);
    this.#reading.add(row, source);
    this.files = [...this.files, row];
  }

  async #run(work: (workspace: Workspace, options: LoadOptions) => Promise<void>): Promise<void> {
    this.wiped = false;
    this.trouble = null;
    if (!this.#open) this.doing = { is: 'starting' };
    const opening = (this.#workspace ??= this.#start());
    const isCurrent = (): boolean => this.#workspace === opening;
    try {
      const workspace = await opening;
      // Wiped while it was starting: nothing of it may stay.
      if (!isCurrent()) return await workspace.close();
      this.#open = workspace;
      this.sealed = true;
      await work(workspace, {
        signalOf: (source) => this.#reading.signalOf(source),
        onStep: (step) => {
          if (isCurrent()) this.#follow(workspace, step);
        },
      });
    } catch (error) {
      if (!isCurrent()) return;
      if (!this.#open) this.#workspace = null;
      this.trouble = error instanceof Error ? error.message : String(error);
      this.files = withChange(this.files, isUnderWay, { state: 'failed' });
    } finally {
      if ((isCurrent() || this.#workspace === null) && !this.files.some(isUnderWay)) {
        this.doing = { is: 'nothing' };
      }
    }
  }

  async #start(): Promise<Workspace> {
    const { openWorkspaceInBrowser } = await import('./workspace_in_browser');
    return openWorkspaceInBrowser({
      districtCodes: this.county.districts.map((district) => district.code),
      onEngineState: (state) => {
        this.trouble = state.is === 'ready' ? null : state.message;
        if (state.is === 'ready') this.generation += 1;
      },
    });
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
      case 'opening': {
        const id = this.#reading.idOf(step.source) ?? 0;
        this.#reading.start(id);
        this.doing = { is: 'loading' };
        this.files = withChange(this.files, (row) => row.id === id, changeBy(step, 0));
        return;
      }
      default: {
        const row = this.files.find(({ fileNo }) => fileNo === step.fileNo);
        if (!row) return;
        const change = changeBy(step, this.#reading.secondsSinceStart(row.id));
        this.files = withChange(this.files, ({ id }) => id === row.id, change);
      }
    }
  }

  #forgetRow(row: FileRow): void {
    this.files = this.files.filter(({ id }) => id !== row.id);
  }
}

export const [getSession, setSession] = createContext<Session>();
