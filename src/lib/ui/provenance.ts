import { createContext } from 'svelte';
import type { Symbols } from '../disclosure/safe_table';

/** A file that the figures on the page rest on. */
export interface SourceFile {
  readonly name: string;
  readonly table: string;
  /** The system it was extracted from, where the file says. */
  readonly source: string | null;
  /** ISO date, where the file says. */
  readonly extractedOn: string | null;
  readonly status: 'provisional' | 'final' | null;
}

/** Where the figures come from; shown in the header, with every figure and inside every picture. */
export interface Provenance {
  readonly county: string;
  /** What the figures cover: "2024/25 to 31 July 2025"; null before any data is loaded. */
  readonly covers: string | null;
  readonly status: 'provisional' | 'final' | 'mixed' | null;
  readonly sample: boolean;
  /** The name of the disclosure profile that the figures are shown under. */
  readonly profile: string;
  /** What stands in files made under it where there is no number. */
  readonly symbols: Symbols;
  readonly files: readonly SourceFile[];
}

/** Given as a function, so that readers follow it as files come and go. */
export const [getProvenance, setProvenance] = createContext<() => Provenance>();

/** "Source: Kent County Council, 3 files extracted to 31 July 2025" for print and pictures. */
export function sourceLine(provenance: Provenance, tables: readonly string[] = []): string {
  const files = provenance.files.filter(
    (file) => tables.length === 0 || tables.includes(file.table),
  );
  const sources = [...new Set(files.map((file) => file.source).filter((name) => name !== null))];
  const named = sources.length > 0 ? sources.join(', ') : `${provenance.county} extracts`;
  const status = provenance.status === null ? '' : `, ${provenance.status} data`;
  const sample = provenance.sample ? 'SAMPLE DATA: everyone is invented. ' : '';
  return `${sample}Source: ${named}${status}. Disclosure profile: ${provenance.profile}. Made with Waymark.`;
}
