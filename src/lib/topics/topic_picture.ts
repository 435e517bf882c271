import type { Component } from 'svelte';
import type { SafeTable } from '../disclosure/safe_table';
import type { DimensionId, Measure } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import type { Scope } from './scope';

/** What a picture of its own is given: its figures by name, all of them there. */
export interface PictureProps {
  readonly tables: Readonly<Record<string, SafeTable>>;
  readonly asks: Readonly<Record<string, FigureRequest>>;
  readonly scope: Scope;
  readonly onfilter: (dimension: DimensionId, code: string) => void;
}

/** A picture that is more than one measure split or over time. */
export interface TopicPicture {
  readonly title: string;
  readonly measures: readonly Measure[];
  /** What it asks in a view, or in words why there is nothing to ask. */
  readonly asks: (scope: Scope) => Readonly<Record<string, FigureRequest>> | string;
  /** Loaded when it is first shown. */
  readonly load: () => Promise<{ readonly default: Component<PictureProps> }>;
}
