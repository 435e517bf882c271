import type { NamedBlob } from '../intake/decoder';
import type { FileReport } from '../intake/file_report';

/** What a load is doing just now. */
export type LoadStep =
  | { readonly doing: 'opening'; readonly source: NamedBlob; readonly fileNo: number }
  | {
      readonly doing: 'reading';
      readonly fileNo: number;
      readonly table: string;
      readonly rows: number;
      readonly of: number;
    }
  | { readonly doing: 'finished'; readonly fileNo: number; readonly report: FileReport }
  | { readonly doing: 'cancelled'; readonly fileNo: number }
  | {
      readonly doing: 'building';
      readonly mart: string;
      readonly done: number;
      readonly of: number;
    }
  /** Figures may be asked anew. */
  | { readonly doing: 'built' }
  /** The reports tell of the rules across files. */
  | { readonly doing: 'checked' };

export interface LoadOptions {
  /** Stops the load after the files that are in already. */
  readonly signal?: AbortSignal;
  /** Stops one file; the others go on. */
  readonly signalOf?: (source: NamedBlob) => AbortSignal | undefined;
  readonly onStep?: (step: LoadStep) => void;
}
