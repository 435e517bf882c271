import { savedViewsPlace, type Place } from '../platform/no_storage';
import { formatMany } from '../ui/format';
import { viewsFromText, viewsToText } from './file_format';
import { cleanFragment, type PageLimits } from './page_views';
import {
  freeName,
  isIdentifying,
  mostViews,
  nameTrouble,
  sameName,
  tidyName,
  type SavedView,
} from './saved_view';

const full = `${mostViews} views are the most that are kept. Delete one first.`;
const refused =
  'This browser does not let Waymark keep anything, so the change is not kept. Export a file instead, or copy the link.';

/** The named views of this browser. What changes is read anew first, for another tab may have changed it. */
export class SavedViews {
  views = $state.raw<readonly SavedView[]>([]);
  /** Whether something is kept that cannot be read as views, by this version at least. */
  unreadable = $state(false);

  readonly #place: Place;
  readonly #limits: PageLimits;

  constructor(place: Place, limits: PageLimits) {
    this.#place = place;
    this.#limits = limits;
    this.refresh();
  }

  /** Takes the views as they are kept now. */
  refresh(): void {
    const text = this.#place.read();
    const read = text === null ? { views: [] } : viewsFromText(text, this.#limits);
    this.unreadable = typeof read === 'string';
    this.views = typeof read === 'string' ? [] : read.views;
  }

  /** Keeps a view under a name. Like every change here it answers why not, in words, or null. */
  save(name: string, page: string, fragment: string, savedOn: string): string | null {
    this.refresh();
    const clean = cleanFragment(page, fragment, this.#limits);
    if (clean === null) return 'This page has no view to save.';
    if (this.views.length >= mostViews) return full;
    const view = { name: tidyName(name), page, fragment: clean.fragment, savedOn };
    return (
      nameTrouble(
        name,
        this.views.map((each) => each.name),
      ) ?? this.#keep([...this.views, view])
    );
  }

  rename(from: string, to: string): string | null {
    this.refresh();
    const others = this.views.filter((each) => !sameName(each.name, from)).map(({ name }) => name);
    const name = tidyName(to);
    return (
      nameTrouble(to, others) ??
      this.#keep(this.views.map((each) => (sameName(each.name, from) ? { ...each, name } : each)))
    );
  }

  delete(name: string): string | null {
    this.refresh();
    return this.#keep(this.views.filter((each) => !sameName(each.name, name)));
  }

  /** Takes every view away, and what could not be read. */
  deleteAll(): string | null {
    const trouble = this.#write(null);
    this.refresh();
    return trouble;
  }

  exported(): string {
    return viewsToText(this.views);
  }

  /** Adds the views of a file to those that are kept; answers in sentences what came of it. */
  add(text: string): { readonly done: boolean; readonly sentences: readonly string[] } {
    this.refresh();
    const read = viewsFromText(text, this.#limits);
    if (typeof read === 'string') return { done: false, sentences: [read] };
    const views = [...this.views];
    const named = read.views.filter(({ name }) => !isIdentifying(name));
    for (const view of named) {
      const isSame = (each: SavedView) =>
        sameName(each.name, view.name) &&
        each.page === view.page &&
        each.fragment === view.fragment;
      if (views.some(isSame)) continue;
      const names = views.map(({ name }) => name);
      views.push({ ...view, name: freeName(view.name, names) });
    }
    const added = views.length - this.views.length;
    const known = named.length - added;
    const refusedNames = read.views.length - named.length;
    if (views.length > mostViews) return { done: false, sentences: [full] };
    const trouble = this.#keep(views);
    if (trouble) return { done: false, sentences: [trouble] };
    const first =
      `${formatMany(added, 'view')} added.` + (known > 0 ? ` ${known} were here already.` : '');
    const leftOut =
      refusedNames === 0
        ? []
        : [
            `${formatMany(refusedNames, 'view')} left out: the name looks as if it held an identifier of a person.`,
          ];
    return { done: true, sentences: [first, ...leftOut, ...read.notes] };
  }

  #keep(views: readonly SavedView[]): string | null {
    if (this.unreadable)
      return 'What is kept here cannot be read. Delete it first, under “Where is my data?”.';
    const trouble = this.#write(views.length === 0 ? null : viewsToText(views));
    if (trouble === null) this.views = views;
    return trouble;
  }

  #write(text: string | null): string | null {
    try {
      this.#place.write(text);
      return null;
    } catch {
      return refused;
    }
  }
}

let ofThisBrowser: SavedViews | null = null;

/** The one list of this tab: its dialog, the search and the privacy panel show the same. */
export function savedViewsHere(limits: PageLimits): SavedViews {
  ofThisBrowser ??= new SavedViews(savedViewsPlace, limits);
  return ofThisBrowser;
}
