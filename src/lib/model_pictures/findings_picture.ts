import type { Draw } from '../charts/picture';
import type { SafeFindings, SafeFindingsTable } from '../disclosure/safe_findings';
import type { TableModel } from '../ui/table';
import type { Places } from '../words/places';

/** What a picture may draw on beside its own table. */
export interface PictureContext {
  readonly findings: SafeFindings;
  readonly places: Places;
  /** What the model was asked, in words ("Of: NEET"), because a picture is soon parted from its page. */
  readonly asked: string;
}

/** A picture of a model's table, in words and ready to draw at any width. */
export interface FindingsPicture {
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, in which unit, and how to read the shapes. */
  readonly subtitle: string;
  readonly draw: Draw;
  /** Where the picture shows more, or other, than the findings' table of the same name. */
  readonly table?: TableModel;
  readonly minWidth?: number;
  readonly maxWidth?: number;
}

/** The pictures of a table; none where its rows do not carry one. */
export type PicturesOf = (
  table: SafeFindingsTable,
  context: PictureContext,
) => readonly FindingsPicture[];

/** The subtitle's parts as sentences. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}
