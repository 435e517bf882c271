import type { HowMade } from '../charts/how_made';
import type { Draw } from '../charts/picture';
import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import type { Provenance } from '../ui/provenance';
import type { TableModel } from '../ui/table';
import type { Commentary } from './commentary';
import type { ReportDefinition } from './definition';

/** A figure of a report, made of safe tables alone. */
export interface ReportFigure {
  readonly is: 'figure';
  /** Its place among all figures, from 1; those that could not be made have theirs too. */
  readonly number: number;
  /** The finding, without a full stop. */
  readonly title: string;
  /** What is measured, in which unit, over which period, of whom. */
  readonly subtitle: string;
  /** What else the figures say, a sentence each. */
  readonly says: readonly string[];
  /** What its page shows as a table. */
  readonly table: TableModel;
  /** What its file holds, which may be more. */
  readonly download: TableModel;
  readonly tables: readonly SafeTable[];
  /** The periods it shows, of which its tables may hold more. */
  readonly periods: readonly string[];
  /** What to take care of, a sentence each. */
  readonly notes: readonly string[];
  readonly made: HowMade;
  /** Draws its picture; null where it is a table alone. */
  readonly draw: Draw | null;
  /** What the picture shows, for who does not see it. */
  readonly alternative: string;
}

/** A figure that could not be made, and why. */
export interface ReportGap {
  readonly is: 'gap';
  readonly number: number;
  readonly name: string;
  readonly why: string;
}

/** What a section says to an inspector beside its commentary. */
export interface SectionEvidence {
  readonly question: Commentary;
  /** How far the data can be relied on. */
  readonly quality: Commentary;
  /** What was done since. */
  readonly since: Commentary;
}

export interface ReportSection {
  readonly title: string;
  readonly commentary: Commentary;
  readonly figures: readonly (ReportFigure | ReportGap)[];
  /** Null of a report that is no evidence. */
  readonly evidence: SectionEvidence | null;
}

/** A report that has been run on extracts. */
export interface Report {
  readonly title: string;
  readonly subtitle: string | null;
  /** When, as an ISO instant; given, so that the same extracts make the same report. */
  readonly made: string;
  /** Whom it is about, in words: "Thanet". */
  readonly place: string;
  readonly definition: ReportDefinition;
  readonly provenance: Provenance;
  readonly policy: DisclosurePolicy;
  readonly sections: readonly ReportSection[];
}

/** All figures that could be made, in their order. */
export function figuresOf({ sections }: Pick<Report, 'sections'>): readonly ReportFigure[] {
  return sections.flatMap(({ figures }) =>
    figures.flatMap((figure) => (figure.is === 'figure' ? [figure] : [])),
  );
}

/** All that could not. */
export function gapsOf({ sections }: Pick<Report, 'sections'>): readonly ReportGap[] {
  return sections.flatMap(({ figures }) =>
    figures.flatMap((figure) => (figure.is === 'gap' ? [figure] : [])),
  );
}
