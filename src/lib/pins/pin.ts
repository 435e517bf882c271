import type { Component } from 'svelte';
import type { FigureContent } from '../charts/figure_content';
import type { SafeTable } from '../disclosure/safe_table';
import type { DimensionId } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import type { Provenance } from '../ui/provenance';
import type { TableModel } from '../ui/table';

/** A figure with all it takes to show it again after its page has gone. */
export interface PinnedContent extends FigureContent {
  readonly download?: TableModel;
  readonly restsOn?: readonly string[];
  readonly made?: Component;
  readonly minWidth?: number;
  readonly credit?: string;
}

/** Where a figure stood when it was pinned. */
export interface PinnedAt {
  /** The page's path within the program: `/overview`. */
  readonly page: string;
  /** Without `#`, as the page writes it. */
  readonly fragment: string;
}

/**
 * What a report needs to ask for a pinned figure anew. No figure is in it; so the title, which states the
 * finding, is not either.
 */
export interface PinDefinition extends PinnedAt {
  readonly version: 1;
  /** Which figure it is, as its table is named. */
  readonly name: string;
  readonly drawnAs: 'picture' | 'table';
  /** None where a model found it: the page and its fragment say which, and how it was asked. */
  readonly requests: readonly FigureRequest[];
  /** The periods it shows, of which it may ask for more; null where a model found it. */
  readonly periods: readonly string[] | null;
  /** Whether it is of invented people. */
  readonly sample: boolean;
}

/** A figure that the reader keeps beside others. */
export interface Pin {
  readonly id: number;
  /** The same for the same figure, however often it is drawn. */
  readonly key: string;
  readonly content: PinnedContent;
  readonly definition: PinDefinition;
  /** Where its data came from, which other files may have replaced since. */
  readonly provenance: Provenance;
  /** Which state of the loaded data it was made from. */
  readonly generation: number;
}

/** What was asked for to make a safe table, read off the table itself. */
export function requestOf(table: SafeTable): FigureRequest {
  const where = Object.entries(table.where)
    .filter(([, codes]) => codes.length > 0)
    .map(([id, codes]): [string, readonly string[]] => [id, [...codes].sort()])
    .sort(([one], [other]) => one.localeCompare(other));
  return {
    measure: table.measure.id,
    periods: [...new Set(table.rows.map(({ period }) => period))],
    by: [...table.by],
    where: Object.fromEntries(where) as Partial<Record<DimensionId, readonly string[]>>,
  };
}

export function definitionOf(content: PinnedContent, at: PinnedAt, sample: boolean): PinDefinition {
  return {
    version: 1,
    name: content.table.caption,
    drawnAs: content.draw ? 'picture' : 'table',
    requests: content.tables.map(requestOf),
    periods: content.tables.length > 0 ? content.periods : null,
    page: at.page,
    fragment: at.fragment,
    sample,
  };
}

/**
 * What tells one figure from another: what it shows of what. The same figure on two pages is one; findings of a
 * model are told apart by how it was asked, which stands in the address.
 */
export function keyOf(content: PinnedContent, at: PinnedAt): string {
  const { name, drawnAs, requests } = definitionOf(content, at, false);
  const asked = requests.length > 0 ? requests : [at.page, at.fragment];
  return JSON.stringify([name, content.subtitle, drawnAs, asked]);
}
