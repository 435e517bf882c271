/**
 * Keeps the tab's storage empty. SvelteKit writes scroll positions there when the page is hidden or
 * left; they hold no data, but a page that says it keeps nothing keeps nothing.
 */
export function keepStorageEmpty(): void {
  const clear = () => sessionStorage.clear();
  clear();
  // The router writes before the page is left, and pagehide comes after.
  addEventListener('pagehide', clear);
  // It also writes when the page is hidden, in a listener of its own that may come after this one.
  addEventListener('visibilitychange', () => setTimeout(clear));
}

/** Somewhere to keep one text. */
export interface Place {
  /** The text, or null when nothing is kept or may be. */
  read(): string | null;
  /** Keeps a text in place of the last, or with null nothing. Throws when the browser refuses. */
  write(text: string | null): void;
}

/**
 * The one thing that outlives the tab, and only when the reader asks for it: the views they gave a name
 * (`saved_views/`), which are addresses within the program. Nothing else is ever kept.
 */
const savedViews = 'waymark saved views';

export const savedViewsPlace: Place = {
  read: () => {
    try {
      return localStorage.getItem(savedViews);
    } catch {
      return null;
    }
  },
  write: (text) => {
    if (text === null) localStorage.removeItem(savedViews);
    else localStorage.setItem(savedViews, text);
  },
};
