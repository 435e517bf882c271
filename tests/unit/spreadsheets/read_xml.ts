/** An element as a reader of XML sees it; shares nothing with what writes the files. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

const TOKEN =
  /<\?[^>]*\?>\s*|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/gy;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads a part, and throws at whatever is not well formed. */
export function readXml(text: string): Node {
  if (/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('a character that XML forbids');
  const root = { name: '', attributes: {}, children: [] as (Node | string)[] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not XML: ${text.slice(at, at + 80)}`);
    const [, closes, name, attributes = '', empty, words] = match;
    const parent = open[open.length - 1]!;
    if (words !== undefined) parent.children.push(decoded(words));
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else if (name !== undefined) {
      const node = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.pop()?.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (elements.length !== 1) throw new Error('not one root');
  return elements[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (found[name!] !== undefined) throw new Error(`the attribute ${name} twice`);
    found[name!] = decoded(value!);
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&([^;]*);?/g, (_, code: string) => {
    const character = code.startsWith('#')
      ? String.fromCodePoint(Number(code.slice(1)))
      : NAMED[code];
    if (character === undefined) throw new Error(`unknown entity ${code}`);
    return character;
  });
}

/** Every element of a name under a node, in the order of the text. */
export function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** The one element of a name under a node. */
export function one(node: Node, name: string): Node {
  const found = all(node, name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0]!;
}

export function textOf(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
