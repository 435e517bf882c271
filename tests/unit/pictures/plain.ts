/** Words without the spaces that do not break, so that tests read like the page. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
