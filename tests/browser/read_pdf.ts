// Reads what Chromium writes as PDF, as far as the tests ask: properties, the tags of its structure, and the words of
// each page by the tables of characters that its fonts bring.
import { inflateSync } from 'node:zlib';

export interface Pdf {
  readonly title: string;
  readonly language: string | null;
  /** How often each tag stands in the structure: `H1`, `Table`, `TH`. */
  readonly tags: ReadonlyMap<string, number>;
  /** The words of each page. */
  readonly pages: readonly string[];
}

interface Part {
  readonly dictionary: string;
  readonly stream: string;
}

export function readPdf(file: Buffer): Pdf {
  const parts = partsOf(file);
  const all = [...parts.values()].map(({ dictionary }) => dictionary);
  const tags = new Map<string, number>();
  for (const dictionary of all) {
    const tag = /\/Type \/StructElem/.test(dictionary) && /\/S \/(\w+)/.exec(dictionary)?.[1];
    if (tag) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  const catalogue = all.find((dictionary) => /\/Type \/Catalog/.test(dictionary)) ?? '';
  return {
    title: wordsOf(
      /\/Title\s*(\((?:[^\\)]|\\.)*\)|<[0-9A-Fa-f]*>)/.exec(all.join('\n'))?.[1] ?? '',
    ),
    language: /\/Lang\s*\(([^)]*)\)/.exec(catalogue)?.[1] ?? null,
    tags,
    pages: all
      .filter((dictionary) => /\/Type \/Page\b/.test(dictionary))
      .map((page) => textOfPage(page, parts)),
  };
}

/** Every object by its number, its stream unpacked, as Latin-1 so that a byte is a character. */
function partsOf(file: Buffer): Map<string, Part> {
  const text = file.toString('latin1');
  const parts = new Map<string, Part>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:\nendobj)/g)) {
    const [, number = '', body = ''] = found;
    const at = body.search(/stream\r?\n/);
    if (at < 0) parts.set(number, { dictionary: body, stream: '' });
    else {
      const dictionary = body.slice(0, at);
      const packed = body
        .slice(at)
        .replace(/^stream\r?\n/, '')
        .replace(/\r?\nendstream\s*$/, '');
      const isPacked = /FlateDecode/.test(dictionary);
      parts.set(number, { dictionary, stream: isPacked ? unpacked(packed) : packed });
    }
  }
  return parts;
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    // A picture or a font, which no text is read from.
    return '';
  }
}

/** A text of the properties: UTF-16 in hexadecimal digits, or plain characters in brackets. */
function wordsOf(written: string): string {
  if (!written.startsWith('<')) return written.slice(1, -1).replace(/\\(.)/g, '$1');
  return Buffer.from(written.slice(1, -1), 'hex').subarray(2).swap16().toString('utf16le');
}

const numbers = (text: string): string[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, n]) => n!);

/** The words of a page in the order in which they are written, those of one text together. */
function textOfPage(page: string, parts: ReadonlyMap<string, Part>): string {
  const follow = (text: string): string =>
    /^\s*(\d+) 0 R/.test(text) ? (parts.get(/(\d+)/.exec(text)![1]!)?.dictionary ?? '') : text;
  const resources = follow(page.slice(page.search(/\/Resources/) + '/Resources'.length));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const listed = /\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  for (const [, name = '', number = ''] of listed.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    const font = parts.get(number)?.dictionary ?? '';
    const table = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '';
    fonts.set(name, charactersOf(parts.get(table)?.stream ?? ''));
  }
  const contents = /\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? '';
  const drawn = numbers(contents).map((number) => parts.get(number)?.stream ?? '');
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, name, hex, array, ends] of drawn
    .join('\n')
    .matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\[([^\]]*)\] TJ|(\bET\b)/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    else if (ends !== undefined) text += ' ';
    else {
      const codes =
        hex ?? [...(array ?? '').matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, h]) => h).join('');
      for (const code of codes.match(/.{4}/g) ?? []) text += font.get(parseInt(code, 16)) ?? '';
    }
  }
  return text.replace(/\s+/g, ' ');
}

/** What a font's table says of its codes. */
function charactersOf(table: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  const word = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      characters.set(parseInt(from, 16), word(to));
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
        characters.set(code, String.fromCodePoint(parseInt(first, 16) + code - parseInt(from, 16)));
  return characters;
}
