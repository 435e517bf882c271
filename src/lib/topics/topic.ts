import type { Purpose } from '../contract/purpose';
import type { DimensionId } from '../measures/measure';
import type { ModelSettings } from '../models/model';
import type { TopicPicture } from './topic_picture';

/** One figure of a page. Its measure is named by id; its period and filters follow the view. */
export type PanelSpec = {
  /** Takes the whole width; half of it if left out. */
  readonly wide?: true;
} & (
  | {
      /** One measure split by one dimension, every group beside the others. */
      readonly is: 'groups';
      readonly measure: string;
      readonly by: DimensionId;
    }
  | {
      /** One measure over time: its months, or every period of its kind. */
      readonly is: 'series';
      readonly measure: string;
      readonly over: 'months' | 'periods';
    }
  | {
      /** A picture of its own. */
      readonly is: 'picture';
      readonly picture: TopicPicture;
    }
  | {
      /** What a model finds, worked out when the reader asks for it. */
      readonly is: 'model';
      readonly model: string;
      readonly settings?: ModelSettings;
    }
);

export interface Section {
  readonly title: string;
  /** What to look for, in a sentence. */
  readonly intro?: string;
  readonly panels: readonly PanelSpec[];
}

/** A page of the catalogue: what it opens with, and its sections. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** What the page is for: what is held for another purpose may be kept out of it. */
  readonly purpose: Purpose;
  /** Measures that are told in words and tiles at the top, by id. */
  readonly headlines: readonly string[];
  readonly sections: readonly Section[];
}
