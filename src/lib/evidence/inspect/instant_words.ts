import { formatDate } from '../../ui/format';

/** 2026-01-31T09:30:00.000Z as "31 January 2026, 09:30 UTC": the same for every reader, wherever they are. */
export const formatInstant = (instant: string): string =>
  `${formatDate(instant)}, ${instant.slice(11, 16)} UTC`;

/** The days from which rows are, as a file says. */
export function daysBetween(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${formatDate(from)} to ${formatDate(to)}`;
  if (from !== null) return `from ${formatDate(from)}`;
  return to === null ? 'not said' : `to ${formatDate(to)}`;
}
