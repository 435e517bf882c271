import { MAIN } from './xlsx_names';
import { element, escaped, xmlDocument } from './xml';

/** Each different word of the workbook once; cells name it by its place. */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #used = 0;

  placeOf(word: string): number {
    this.#used += 1;
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.#places.size);
    return this.#places.size - 1;
  }

  part(): string {
    const items = [...this.#places.keys()].map((word) =>
      element('si', {}, element('t', { 'xml:space': 'preserve' }, escaped(withoutCodes(word)))),
    );
    const counts = { count: this.#used, uniqueCount: items.length };
    return xmlDocument(element('sst', { xmlns: MAIN, ...counts }, ...items));
  }
}

/**
 * Excel reads `_x0041_` in a text as the character with that number (ECMA-376 part 1, 22.9.2.19), so that words could
 * turn into others; the underscore before it is written as its own code.
 */
export function withoutCodes(word: string): string {
  return word.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
