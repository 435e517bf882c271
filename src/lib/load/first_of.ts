import { formatList } from '../ui/format';

/** The first few of many names, and how many more there are. */
export function firstOf(names: readonly string[]): string {
  const most = 4;
  if (names.length <= most) return formatList(names);
  return formatList([...names.slice(0, most - 1), `${names.length - most + 1} other measures`]);
}
