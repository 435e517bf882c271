/** Everything but the characters XML 1.0 has (section 2.2, `Char`); a surrogate without its other half is none. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they are, a reader makes spaces of them in an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
};

/**
 * The text as XML can hold it. A character that XML forbids becomes U+FFFD, so that it is seen that something stood
 * there; every end of a line becomes one line feed, as a reader of XML makes of it anyway.
 */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NO_CHARACTER, '\u{FFFD}');
}

/** The text as content of an element or value of an attribute. */
export function escaped(text: string): string {
  return cleaned(text).replace(/[&<>"\t\n]/g, (character) => ENTITIES[character] ?? character);
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its content, which is XML already; an attribute that is undefined is left out. */
export function element(name: string, attributes: Attributes = {}, ...content: string[]): string {
  let start = name;
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) start += ` ${attribute}="${escaped(String(value))}"`;
  const inside = content.join('');
  return inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`;
}

/** A whole part of a file. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
