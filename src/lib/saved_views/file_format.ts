import { asFields, isDate, listFromText, listToText, shortened, type ListFile } from './list_file';
import { cleanFragment, type PageLimits } from './page_views';
import { freeName, longestName, mostViews, tidyName, type SavedView } from './saved_view';

export const viewsFile: ListFile = {
  format: 'waymark saved views',
  version: 1,
  entries: 'views',
  inFull: 'saved views',
  one: 'view',
  most: mostViews,
};
const longestFragment = 4000;

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
  return listToText(viewsFile, fields);
}

/**
 * Reads such a text, trusting nothing in it: every fragment goes through its page's own parser, and fields
 * that are not known are left behind. Answers a sentence when it is no list of views at all.
 */
export function viewsFromText(text: string, limits: PageLimits): Read | string {
  const listed = listFromText(text, viewsFile);
  if (typeof listed === 'string') return listed;
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
  return { views, notes: shortened(notes, viewsFile) };
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
