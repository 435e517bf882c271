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
