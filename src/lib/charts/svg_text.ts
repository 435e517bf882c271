import { inLight } from './light_tokens';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');

/**
 * A drawing as XML text, in the colours of the light theme. The same drawing gives the same text whichever document it
 * was made in: attributes stand in the order of their names, and ids, which the drawing library counts up as long as
 * it runs, are numbered anew.
 *
 * @param prefix begins every id, so that several drawings can stand in one file
 */
export function svgText(svg: SVGSVGElement, prefix = ''): string {
  const ids = new Map<string, string>();
  for (const { id } of svg.querySelectorAll('[id]')) {
    const kind = id.replace(/-?\d+$/, '');
    ids.set(id, `${prefix}${kind}-${ids.size + 1}`);
  }
  const renamed = (value: string): string =>
    value.replace(/url\(#([^)]+)\)/g, (whole, id: string) => {
      const name = ids.get(id);
      return name === undefined ? whole : `url(#${name})`;
    });

  const written = (key: string, value: string): string => {
    const named = (id: string): string => ids.get(id) ?? id;
    if (key === 'id') return named(value);
    if (key === 'aria-labelledby') return value.split(' ').map(named).join(' ');
    return inLight(renamed(value));
  };

  const textOf = (node: Node): string => {
    if (node.nodeType === 3) return escaped(node.textContent ?? '');
    return node.nodeType === 1 ? elementText(node as Element) : '';
  };
  const elementText = (element: Element): string => {
    const name = element.localName;
    const attributes = [...element.attributes]
      .map(({ name: key, value }): [string, string] => [key, written(key, value)])
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join('');
    const content = [...element.childNodes].map(textOf).join('');
    return content === ''
      ? `<${name}${attributes}/>`
      : `<${name}${attributes}>${content}</${name}>`;
  };
  return elementText(svg);
}
