import type { FileReport } from '../intake/file_report';
import type { NamedBlob } from '../intake/decoder';
import type { CrossFileFinding } from '../marts/checks';
import type { LoadedFile } from '../marts/staging';
import { holdingsOf } from '../measures/needs';
import { reportWith } from './cross_file_findings';

/** A file in the engine, or one that was refused and is only reported. */
export interface HeldFile {
  readonly source: NamedBlob;
  /** What the decoder said of it. */
  readonly decoded: FileReport;
  /** The same and what the rules across files found. */
  readonly report: FileReport;
  /** Recognises the same content when it is dropped again; null for a refused file. */
  readonly fingerprint: string | null;
}

/** The files of a workspace by number, in the order in which they were given. */
export class HeldFiles {
  readonly #files = new Map<number, HeldFile>();

  get(fileNo: number): HeldFile | null {
    return this.#files.get(fileNo) ?? null;
  }

  get all(): readonly (readonly [number, HeldFile])[] {
    return [...this.#files];
  }

  get reports(): readonly FileReport[] {
    return [...this.#files.values()].map(({ report }) => report);
  }

  get accepted(): readonly FileReport[] {
    return this.reports.filter(({ refused }) => refused === null);
  }

  /** The files that stand in the engine. */
  get loaded(): readonly LoadedFile[] {
    return this.accepted.flatMap(({ fileNo, table }) =>
      table === null ? [] : [{ fileNo, table }],
    );
  }

  /** What is loaded, for measures to see whether they can be made. */
  get holdings(): ReadonlySet<string> {
    return holdingsOf(this.accepted);
  }

  hold(fileNo: number, source: NamedBlob, report: FileReport, fingerprint: string | null): void {
    this.#files.set(fileNo, { source, decoded: report, report, fingerprint });
  }

  drop(fileNo: number): void {
    this.#files.delete(fileNo);
  }

  clear(): void {
    this.#files.clear();
  }

  /** Of the files in the engine, less one that is being read again. */
  fingerprints(exceptFileNo: number): ReadonlySet<string> {
    return new Set(
      this.all
        .filter(([fileNo]) => fileNo !== exceptFileNo)
        .map(([, { fingerprint }]) => fingerprint)
        .filter((print) => print !== null),
    );
  }

  /** Sets what the rules across files found, beside what the decoder said. */
  report(findings: readonly CrossFileFinding[]): void {
    for (const [fileNo, file] of this.#files) {
      const own = findings.filter((finding) => finding.fileNo === fileNo);
      this.#files.set(fileNo, { ...file, report: reportWith(file.decoded, own) });
    }
  }
}
