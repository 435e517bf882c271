import { createContext } from 'svelte';
import type { County } from '../county';
import type { SafeTable } from '../disclosure/safe_table';
import type { AskOptions } from '../engine/engine';
import type { FileReport } from '../intake/file_report';
import type { Coverage } from '../marts/coverage';
import type { FigureRequest } from '../measures/request';
import type { Provenance } from '../ui/provenance';
import type { FileRow } from './file_row';
import { provenanceOf } from './provenance_of';
import type { LoadStep, Workspace } from './workspace';

type Doing =
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
  #controllers = new Map<number, AbortController>();
  #startedAt = new Map<number, number>();
  #nextId = 1;

  constructor(county: County) {
    this.county = county;
  }

  reports = $derived(
    this.files.map((file) => file.report).filter((report): report is FileReport => report !== null),
  );
  loadedReports = $derived(this.reports.filter((report) => report.refused === null));
  busy = $derived(this.doing.is !== 'nothing');
  readonly provenance: Provenance = $derived.by(() =>
    provenanceOf(this.county, this.loadedReports, this.coverage, this.extractDate),
  );

  /** Loads files beside those that are loaded. Resolves when the figures are ready. */
  async load(sources: readonly File[]): Promise<void> {
    const rows = sources.map((source): [File, FileRow] => [
      source,
      {
        id: this.#nextId++,
        name: source.name,
        bytes: source.size,
        fileNo: null,
        table: null,
        rows: 0,
        of: 0,
        speed: null,
        state: 'waiting',
        report: null,
      },
    ]);
    this.files = [...this.files, ...rows.map(([, row]) => row)];
    const idOf = new Map<unknown, number>(rows.map(([source, row]) => [source, row.id]));
    for (const id of idOf.values()) this.#controllers.set(id, new AbortController());
    await this.#run((workspace) =>
      workspace.load(sources, {
        signalOf: (source) => this.#controllers.get(idOf.get(source) ?? 0)?.signal,
        onStep: (step) => this.#follow(workspace, step, (source) => idOf.get(source)),
      }),
    );
  }

  /** Loads a corrected file in the place of an earlier one. */
  async replace(row: FileRow, source: File): Promise<void> {
    const { fileNo } = row;
    if (fileNo === null || row.state !== 'loaded') {
      this.#forgetRow(row.id);
      return this.load([source]);
    }
    const id = this.#nextId++;
    this.#controllers.set(id, new AbortController());
    const next: FileRow = {
      ...row,
      id,
      name: source.name,
      bytes: source.size,
      fileNo: null,
      rows: 0,
      of: 0,
      speed: null,
      state: 'waiting',
      report: null,
    };
    this.files = [...this.files, next];
    await this.#run(async (workspace) => {
      await workspace.replace(fileNo, source, {
        signalOf: () => this.#controllers.get(id)?.signal,
        onStep: (step) => this.#follow(workspace, step, () => id),
      });
      const known = new Set(workspace.reports.map((report) => report.fileNo));
      if (!known.has(fileNo)) this.#forgetRow(row.id);
    });
  }

  /** Takes a file out of every figure. */
  async remove(row: FileRow): Promise<void> {
    const { fileNo } = row;
    this.#forgetRow(row.id);
    if (fileNo === null) return;
    await this.#run((workspace) =>
      workspace.remove(fileNo, {
        onStep: (step) => this.#follow(workspace, step, () => undefined),
      }),
    );
  }

  cancel(row: FileRow): void {
    this.#controllers.get(row.id)?.abort();
    if (row.state === 'waiting') this.#change(row.id, { state: 'cancelled' });
  }

  cancelAll(): void {
    for (const row of this.files) {
      if (row.state === 'waiting' || row.state === 'reading') this.cancel(row);
    }
  }

  /** Ends the engine and the decoder; every row is gone with them. */
  async wipe(): Promise<void> {
    this.cancelAll();
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
    const workspace = this.#open;
    if (!workspace) return 'Nothing is loaded.';
    try {
      return await workspace.figures(request, options);
    } catch (error) {
      if (error instanceof Error && error.name === 'RequestError') return error.message;
      throw error;
    }
  }

  async #run(work: (workspace: Workspace) => Promise<void>): Promise<void> {
    this.wiped = false;
    this.trouble = null;
    if (!this.#open) this.doing = { is: 'starting' };
    const opening = (this.#workspace ??= this.#start());
    try {
      const workspace = await opening;
      if (this.#workspace !== opening) return;
      this.#open = workspace;
      this.sealed = true;
      if (this.doing.is !== 'building') this.doing = { is: 'loading' };
      await work(workspace);
    } catch (error) {
      if (this.#workspace !== opening) return;
      if (!this.#open) this.#workspace = null;
      this.trouble = error instanceof Error ? error.message : String(error);
      this.files = this.files.map((row) =>
        row.state === 'waiting' || row.state === 'reading' ? { ...row, state: 'failed' } : row,
      );
    } finally {
      if (this.#workspace === opening || this.#workspace === null) this.doing = { is: 'nothing' };
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

  #follow(
    workspace: Workspace,
    step: LoadStep,
    idOf: (source: unknown) => number | undefined,
  ): void {
    if (this.#open !== workspace) return;
    switch (step.doing) {
      case 'opening': {
        const id = idOf(step.source);
        if (id === undefined) return;
        this.#startedAt.set(id, performance.now());
        this.doing = { is: 'loading' };
        this.#change(id, { fileNo: step.fileNo, state: 'reading' });
        return;
      }
      case 'reading':
        this.#changeFile(step.fileNo, (row) => ({
          table: step.table,
          rows: step.rows,
          of: step.of,
          speed: speedOf(step.rows, this.#startedAt.get(row.id)),
        }));
        return;
      case 'finished':
        this.#changeFile(step.fileNo, () => ({
          table: step.report.table,
          rows: step.report.rows,
          of: step.report.rows,
          state: step.report.refused === null ? 'loaded' : 'refused',
          report: step.report,
        }));
        return;
      case 'cancelled':
        this.#changeFile(step.fileNo, () => ({ state: 'cancelled' }));
        return;
      case 'building':
        this.doing = { is: 'building', mart: step.mart, done: step.done, of: step.of };
        return;
      case 'built': {
        // what the rules across files found may have changed for every file
        const reports = new Map(workspace.reports.map((report) => [report.fileNo, report]));
        this.files = this.files.map((row) => ({
          ...row,
          report: (row.fileNo === null ? undefined : reports.get(row.fileNo)) ?? row.report,
        }));
        this.coverage = workspace.coverage;
        this.extractDate = workspace.extractDate;
        this.generation += 1;
      }
    }
  }

  #change(id: number, change: Partial<FileRow>): void {
    this.files = this.files.map((row) => (row.id === id ? { ...row, ...change } : row));
  }

  #changeFile(fileNo: number, change: (row: FileRow) => Partial<FileRow>): void {
    this.files = this.files.map((row) =>
      row.fileNo === fileNo ? { ...row, ...change(row) } : row,
    );
  }

  #forgetRow(id: number): void {
    this.#controllers.delete(id);
    this.#startedAt.delete(id);
    this.files = this.files.filter((row) => row.id !== id);
  }
}

function speedOf(rows: number, startedAt: number | undefined): number | null {
  const seconds = (performance.now() - (startedAt ?? performance.now())) / 1000;
  return seconds > 0.05 ? rows / seconds : null;
}

export const [getSession, setSession] = createContext<Session>();
