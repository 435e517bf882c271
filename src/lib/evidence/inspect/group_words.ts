import { kent } from '../../county';
import { groupName } from '../../explore/groups';
import { dimensions } from '../../measures/dimensions';
import type { DimensionId } from '../../measures/measure';

/** Names that every object answers to, and none of them a code. */
const inherited = (name: string): boolean => name in Object.prototype;

const isDimension = (id: string): id is DimensionId => Object.hasOwn(dimensions, id);

/** The name of what a figure is split by; what a pack calls it where it is not known here. */
export const splitLabel = (id: string): string => (isDimension(id) ? dimensions[id].label : id);

/** A group of a pack in words; its code where it is not known here. */
export const groupLabel = (dimension: string, code: string): string =>
  isDimension(dimension) && !inherited(code) ? groupName(dimension, code, kent) : code;
