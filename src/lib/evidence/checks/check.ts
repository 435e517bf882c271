/** What was found of one thing in a pack. */
export type Verdict = 'valid' | 'altered' | 'missing' | 'unexpected' | 'not sealed' | 'unknown key';

/** One thing that was checked. */
export interface Check {
  readonly what: 'file' | 'bag' | 'crate' | 'record' | 'zip' | 'seal' | 'key';
  /** The file it is about, by its name in the pack, where it is about one. */
  readonly file: string | null;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** A check without a file, or of one. */
export const check = (
  what: Check['what'],
  verdict: Verdict,
  sentence: string,
  file: string | null = null,
): Check => ({ what, file, verdict, sentence });
