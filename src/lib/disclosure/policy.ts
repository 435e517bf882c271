import type { DisclosurePolicy } from './safe_table';
import { settings } from './settings';

/** What the page and the command line apply unless they are told otherwise. */
export const defaultPolicy: DisclosurePolicy = settings.explore;

/** Hides nothing; who uses it must say so to the reader. */
export const rawPolicy: DisclosurePolicy = settings.raw;
