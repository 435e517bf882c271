import type { Engine } from '../engine/engine';
import { findAcrossFiles } from '../marts/checks';
import { martsOfCoverage, nothingCovered, readCoverage, type Coverage } from '../marts/coverage';
import { MartKeeper, type OnMart } from '../marts/mart_keeper';
import { findRepeatedRows } from '../marts/repeated_rows';
import { pointViews, prepareStaging, viewName, writeSettings } from '../marts/staging';
import type { Table } from '../contract/table';
import { firstMeasures } from '../measures/catalogue';
import { martsOf } from '../measures/marts_of';
import { whatIsMissing } from '../measures/needs';
import { extractDateOf } from './extract_date';
import type { HeldFiles } from './held_files';

/** The views, settings and marts over the files of a workspace, in one engine. */
export class BuiltMarts {
  readonly #engine: Engine;
  readonly #districtCodes: readonly string[];
  readonly #keeper: MartKeeper;
  /** Views and settings that differ from what the marts were built of; null when all may. */
  #changed: Set<string> | null = new Set();
  coverage: Coverage = nothingCovered;
  /** The day the extracts stand at, as an ISO date; null before anything is loaded. */
  extractDate: string | null = null;

  constructor(engine: Engine, districtCodes: readonly string[], keeper = new MartKeeper(engine)) {
    this.#engine = engine;
    this.#districtCodes = districtCodes;
    this.#keeper = keeper;
  }

  /** The same, asked through another engine that reaches the same database. */
  over(engine: Engine): BuiltMarts {
    const same = new BuiltMarts(engine, this.#districtCodes, this.#keeper.over(engine));
    same.#changed = this.#changed;
    same.coverage = this.coverage;
    same.extractDate = this.extractDate;
    return same;
  }

  /** Makes a fresh engine ready for files. */
  prepare(): Promise<void> {
    return prepareStaging(this.#engine);
  }

  /** A file of this table has come or is about to go. */
  touch(table: Table): void {
    this.#changed?.add(viewName(table));
  }

  /** Points the view of a table at the files that are held now, so that a file's own table can go. */
  letGo(table: Table, files: HeldFiles): Promise<void> {
    this.touch(table);
    return pointViews(this.#engine, files.loaded, new Set(), new Set([viewName(table)]));
  }

  /** Resolves when these marts stand. */
  need(marts: readonly string[]): Promise<void> {
    return this.#keeper.build(marts);
  }

  /**
   * Brings views and marts in step with the files: those the first page needs are built, the others when
   * a figure needs them.
   *
   * @param last whether nothing more is to be loaded just now
   */
  async build(files: HeldFiles, last: boolean, onMart?: OnMart): Promise<void> {
    const changed = this.#changed ?? undefined;
    // Until the build has gone well, nothing may be taken to stand.
    this.#changed = null;
    await pointViews(this.#engine, files.loaded, new Set(), changed);
    const withRepeats = await findRepeatedRows(this.#engine, files.loaded, changed);
    if (withRepeats.size > 0) await pointViews(this.#engine, files.loaded, withRepeats, changed);

    const before = this.extractDate;
    this.extractDate =
      files.loaded.length === 0 ? null : await extractDateOf(this.#engine, files.reports);
    if (this.extractDate !== before) changed?.add('settings');
    await this.#keeper.takeDown(changed);
    if (this.extractDate !== before || changed === undefined) {
      await writeSettings(this.#engine, this.extractDate ?? '2000-01-01', this.#districtCodes);
    }
    const holdings = last ? files.holdings : withoutAbsence(files.holdings);
    const shownFirst = firstMeasures.filter((each) => whatIsMissing(each, holdings) === null);
    await this.#keeper.build(
      [...martsOfCoverage(holdings), ...shownFirst.flatMap(martsOf)],
      onMart,
    );
    this.coverage = await readCoverage(this.#engine, holdings);
    this.#changed = new Set();
  }

  /** Runs the rules across files, and adds what they find to the files' reports. */
  async checkAcrossFiles(files: HeldFiles): Promise<void> {
    if (files.loaded.length === 0) return;
    const registers = files.holdings.has('attendance') ? ['register_sessions'] : [];
    await this.#keeper.build(['people_kept', ...registers]);
    files.report(await findAcrossFiles(this.#engine, files.loaded));
  }
}

/** While registers are still to come: all that census returns give would be built a second time with them. */
function withoutAbsence(holdings: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...holdings].filter((each) => !/^attendance(_totals)?\b/.test(each)));
}
