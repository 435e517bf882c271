import type { DimensionId, PeriodBasis } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import type { Groups } from '../view/groups';
import type { Months } from '../view/months';
import { parts, type Comparator } from '../view/view';

/** What a report can be for; figures that rest on what is held for another purpose are kept out of it. */
export const reportPurposes = ['tracking', 'attendance', 'enforcement', 'several'] as const;
export type ReportPurpose = (typeof reportPurposes)[number];

/** The last term that the extracts hold whole, or a part of the year as pages have it. */
export const reportParts = ['latest_term', ...parts] as const;
export type ReportPart = (typeof reportParts)[number];

/** What a figure is about. `latest` is the last year for which the extracts hold the figure. */
export interface ReportView {
  readonly year: 'latest' | (string & {});
  readonly part?: ReportPart;
  /** What is counted by the month is shown at the last of these, or at the last that the extracts hold. */
  readonly months?: Months | 'latest';
  /** Codes; none is the whole county. */
  readonly districts: readonly string[];
  readonly groups: Groups;
}

/**
 * Periods by name, or so many periods of a kind back from the last that the extracts hold: `[12, 0]` of months is the
 * last month and the same month a year before.
 */
export type AskedPeriods =
  readonly string[] | { readonly basis: PeriodBasis; readonly back: readonly number[] };

export interface AskedRequest extends Omit<FigureRequest, 'periods'> {
  readonly periods: AskedPeriods;
}

/** A figure of a report. It names what is asked, and holds nothing of the answer. */
export type FigureSpec = {
  /** What it is about where that is not what the report is about; what is left out is as in the report. */
  readonly view?: Partial<ReportView>;
} & (
  | { readonly is: 'headlines'; readonly measures: readonly string[] }
  | { readonly is: 'groups'; readonly measure: string; readonly by: DimensionId }
  | { readonly is: 'series'; readonly measure: string; readonly over: 'months' | 'periods' }
  | {
      /** A figure that a reader pinned, with filters of its own: the report's view does not change it. */
      readonly is: 'asked';
      readonly name: string;
      readonly requests: readonly AskedRequest[];
      /** The periods it shows, of which it may ask for more. */
      readonly shows: AskedPeriods;
    }
);

export interface SectionDefinition {
  readonly title: string;
  /** In the subset of Markdown that `commentary.ts` reads. */
  readonly commentary: string;
  readonly figures: readonly FigureSpec[];
  /** What an inspector asks, how far the data can be relied on, and what was done since; of evidence alone. */
  readonly question?: string;
  readonly quality?: string;
  readonly since?: string;
}

/** A report without any data: run on next month's extracts it is next month's report. */
export interface ReportDefinition {
  readonly format: 'waymark-report';
  readonly version: 1;
  readonly title: string;
  readonly subtitle?: string;
  readonly purpose: ReportPurpose;
  /** The id of the disclosure profile that it is made under. */
  readonly profile: string;
  /** The id of the template of evidence that it began with; its sections then answer questions of an inspector. */
  readonly evidence?: string;
  readonly view: ReportView;
  readonly comparator: Comparator;
  readonly sections: readonly SectionDefinition[];
}

/** The order in which a file names things; what is not here follows in the order of the alphabet. */
const order = [
  ...['format', 'version', 'title', 'subtitle', 'purpose', 'profile', 'evidence'],
  ...['view', 'comparator', 'question', 'commentary', 'figures', 'quality', 'since', 'sections'],
  ...['is', 'name', 'measure', 'measures', 'by', 'over', 'where', 'requests', 'periods', 'shows'],
  ...['year', 'part', 'months', 'from', 'to', 'districts', 'groups', 'basis', 'back'],
];

const place = (key: string): number => {
  const found = order.indexOf(key);
  return found < 0 ? order.length : found;
};

/** A definition as the text of its file: the same definition is the same bytes, however it was put together. */
export function definitionText(definition: ReportDefinition): string {
  const inOrder = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(
            ([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1),
          ),
        )
      : value;
  return `${JSON.stringify(definition, inOrder, 2)}\n`;
}
