import { formatCount, formatMany } from '../ui/format';
import { cleanFragment, type PageLimits } from './page_views';
import { freeName, longestName, mostViews, tidyName, type SavedView } from './saved_view';

/** What the file calls itself, so that another program's file is not taken for one. */
const format = 'waymark saved views';
const version = 1;
export const largestFile = 256 * 1024;
const longestFragment = 4000;
const mostSentences = 5;

export interface Read {
  readonly views: readonly SavedView[];
  /** What was left out or altered, in sentences. */
  readonly notes: readonly string[];
}

/** The views as text: what is kept in the browser, and what a file of them holds. */
export function viewsToText(views: readonly SavedView[]): string {
  const fields = views.map(({ name, page, fragment, savedOn }) => ({
    name,
    page,
    fragment,
    savedOn,
  }));
  return `${JSON.stringify({ format, version, views: fields }, null, 2)}\n`;
}

/**
 * Reads such a text, trusting nothing in it: every fragment goes through its page's own parser, and fields
 * that are not known are left behind. Answers a sentence when it is no list of views at all.
 */
export function viewsFromText(text: string, limits: PageLimits): Read | string {
  if (text.length > largestFile) return tooLarge();
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'This is not a file of saved views: it is not JSON. Choose a file that Waymark exported.';
  }
  const fields = asFields(content);
  if (fields?.['format'] !== format)
    return 'This is not a file of saved views. Choose a file that Waymark exported.';
  if (fields['version'] !== version)
    return 'These views were saved by another version of Waymark, which this one cannot read.';
  const listed = fields['views'];
  if (!Array.isArray(listed)) return 'The file of saved views holds no list of views.';
  if (listed.length > mostViews)
    return `The file holds ${formatCount(listed.length)} views; ${mostViews} is the most.`;
  const views: SavedView[] = [];
  const notes: string[] = [];
  for (const [index, entry] of listed.entries()) {
    const read = viewFrom(entry, limits);
    if (typeof read === 'string') {
      notes.push(`View ${index + 1} was left out: ${read}.`);
      continue;
    }
    const name = freeName(
      read.view.name,
      views.map((each) => each.name),
    );
    views.push({ ...read.view, name });
    if (!read.whole)
      notes.push(`“${name}” names something that does not exist here; it was kept without that.`);
  }
  return { views, notes: shortened(notes) };
}

export function tooLarge(): string {
  return `The file is larger than ${largestFile / 1024} kB, which no file of saved views is.`;
}

function viewFrom(
  entry: unknown,
  limits: PageLimits,
): { view: SavedView; whole: boolean } | string {
  const fields = asFields(entry);
  if (!fields) return 'it is no view';
  const { name, page, fragment, savedOn } = fields;
  if (typeof name !== 'string' || tidyName(name) === '') return 'it has no name';
  const tidy = tidyName(name);
  if (tidy.length > longestName) return `its name is longer than ${longestName} characters`;
  if (typeof page !== 'string' || typeof fragment !== 'string') return 'it does not say of what';
  if (fragment.length > longestFragment) return 'it is longer than any view';
  if (typeof savedOn !== 'string' || !isDate(savedOn)) return 'its date is not a date';
  const clean = cleanFragment(page, fragment, limits);
  if (clean === null) return 'it is of a page that has no views here';
  return { view: { name: tidy, page, fragment: clean.fragment, savedOn }, whole: clean.whole };
}

function asFields(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function shortened(notes: readonly string[]): readonly string[] {
  if (notes.length <= mostSentences) return notes;
  const rest = notes.length - mostSentences;
  return [...notes.slice(0, mostSentences), `The same goes for ${formatMany(rest, 'more view')}.`];
}
