/** What somebody wrote in a pack, as paragraphs of plain text: whatever signs stand in it stay signs. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
