import { characteristics } from './characteristics';
import type { Described, Dimension } from './dimension';
import type { DimensionId } from './dimension_ids';
import { kinds } from './kinds';

export type { Dimension } from './dimension';

const described: Readonly<Record<DimensionId, Described>> = { ...characteristics, ...kinds };

/** Every dimension by its id. */
export const dimensions = Object.fromEntries(
  Object.entries(described).map(([id, rest]) => [id, { id, ...rest }]),
) as unknown as Readonly<Record<DimensionId, Dimension>>;
