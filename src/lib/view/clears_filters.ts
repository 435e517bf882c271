/**
 * Whether a key press is the one that clears the filters of a page: Escape, unless something nearer to the
 * reader has taken it, such as a mark of a picture, a field or a select.
 */
export function clearsFilters(event: KeyboardEvent): boolean {
  const typing =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  return event.key === 'Escape' && !event.defaultPrevented && !typing;
}
