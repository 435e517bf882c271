import type { HashedFile } from '../../workspace/for_evidence';
import type { Places } from '../../words/places';
import type { Extract } from '../pack_file';
import type { FigureRecord } from '../records';

/** What is known of the making of a pack beside its report. */
export interface PackFacts {
  readonly engine: FigureRecord['engine'];
  readonly extracts: readonly Extract[];
  readonly appVersion: string;
  /** Who may use the pack and for what, as a sentence. */
  readonly conditions: string;
  /** Whose seal it will be given, for its pages; null when it is not sealed. */
  readonly signer: { readonly authority: string; readonly fingerprint: string } | null;
  readonly places: Places;
}

/** A loaded file as a pack describes it. */
export function extractOf({ report, sha256 }: HashedFile): Extract {
  const { file, table, rows, metadata } = report;
  const extracted = /^\d{4}-\d{2}-\d{2}$/.exec(metadata.extracted_on ?? '')?.[0] ?? null;
  return { name: file, table: table ?? '', rows, sha256, extracted, from: null, to: null };
}
