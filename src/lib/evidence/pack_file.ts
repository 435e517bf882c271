import type { DisclosurePolicy } from '../disclosure/safe_table';
import {
  count,
  day,
  exactly,
  hash,
  id,
  instant,
  listOf,
  number,
  object,
  orNull,
  text,
  yesOrNo,
  type Shape,
} from './shape/shapes';
import { versioned } from './shape/versioned';

/** An extract that figures of the pack rest on. No row of it is in the pack. */
export interface Extract {
  /** Of the file. */
  readonly name: string;
  /** Of the contract. */
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  /** The day it was taken, and the days its rows are from; null where it does not say. */
  readonly extracted: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A part of the pack: a question that an inspector asks, and what answers it. */
export interface Section {
  readonly title: string;
  readonly question: string;
  /** Ids of figures. */
  readonly figures: readonly string[];
  /** What the authority says of them; a small subset of Markdown, never HTML. */
  readonly commentary: string;
  /** How far the data can be relied on, and what was done since. */
  readonly quality: string;
  readonly since: string;
}

/** What is said of a whole pack. */
export interface PackDetails {
  readonly title: string;
  /** The id of the template it was made from. */
  readonly template: string;
  readonly county: string;
  readonly made: string;
  readonly app_version: string;
  readonly profile: DisclosurePolicy;
  /** Whether everybody in it is invented. */
  readonly sample: boolean;
  /** Who may use it and for what, as a sentence. */
  readonly conditions: string;
  readonly extracts: readonly Extract[];
  readonly sections: readonly Section[];
}

/** `data/pack.json`. */
export interface PackFile extends PackDetails {
  /** Whose seal the pack was given when it was made; null when it was not sealed. */
  readonly signer: { readonly authority: string; readonly fingerprint: string } | null;
}

export const PACK = 'data/pack.json';
export const PACK_FORMAT = 'waymark-evidence-pack';

export const profileShape = object<DisclosurePolicy>({
  id: text,
  name: text,
  use: text,
  threshold: count,
  zero: exactly('shown', 'hidden'),
  complementary: yesOrNo,
  differencing: yesOrNo,
  roundingBase: orNull(count) as Shape<5 | 10 | null>,
  smallGroup: count,
  dominance: number,
  symbols: object({ c: text, z: text, x: text, low: text, u: text }),
});

export const packShape = versioned<PackFile>(PACK_FORMAT, {
  title: text,
  template: text,
  county: text,
  made: instant,
  app_version: text,
  profile: profileShape,
  sample: yesOrNo,
  conditions: text,
  extracts: listOf(
    object<Extract>({
      name: text,
      table: text,
      rows: count,
      sha256: hash,
      extracted: orNull(day),
      from: orNull(day),
      to: orNull(day),
    }),
  ),
  sections: listOf(
    object<Section>({
      title: text,
      question: text,
      figures: listOf(id),
      commentary: text,
      quality: text,
      since: text,
    }),
  ),
  signer: orNull(object({ authority: text, fingerprint: text })),
});
