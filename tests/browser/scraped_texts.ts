// Everything of a page that is text: what is seen, what is spoken, what is hidden, and what a program could read.
import type { Page } from '@playwright/test';

/** A piece of text small enough that a number in it belongs to the name in it. */
export interface ScrapedText {
  readonly where: string;
  readonly text: string;
}

/** Longer ones are of many groups; what is inside them is scraped by itself. */
const longest = 400;

/** Texts and attributes of the document: hidden elements, templates and comments too. */
export function documentTexts(page: Page, names: readonly string[]): Promise<ScrapedText[]> {
  return page.evaluate(
    ([named, most]) => {
      const found: ScrapedText[] = [];
      const geometry =
        /^(?:[xyrd]|[xyc][xy12]?|r[xy]|width|height|transform|viewBox|points|(?:font|stroke)-.*)$/;
      const attributesOf = (element: Element): string =>
        [...element.attributes]
          .filter(({ name }) => !(element instanceof SVGElement && geometry.test(name)))
          .filter(({ name }) => !['class', 'tabindex', 'id', 'for'].includes(name))
          .map(({ value }) => value)
          .join(' ');
      const walk = (root: Document | DocumentFragment | ShadowRoot) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!(node instanceof Element)) {
            found.push({ where: node.nodeName, text: node.nodeValue ?? '' });
            continue;
          }
          if (node.shadowRoot) walk(node.shadowRoot);
          if (node instanceof HTMLTemplateElement) walk(node.content);
          if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
            found.push({ where: `typed into ${node.nodeName}`, text: node.value });
          for (const { name, value } of node.attributes)
            found.push({ where: `${node.nodeName} ${name}`, text: value });
          // A row of a table is about one group: what stands anywhere in it is beside that group's name.
          const text = node.textContent ?? '';
          const about = named.filter((name) => text.includes(name));
          if (about.length === 0 || text.length > most) continue;
          const inside = [node, ...node.querySelectorAll('*')].map(attributesOf);
          // What is not about one group alone is read cell by cell.
          if (about.length === 1 || /^(?:TR|LI|P)$/.test(node.nodeName))
            found.push({ where: node.nodeName, text: [...textsOf(node), ...inside].join(' ') });
        }
      };
      function textsOf(element: Element): string[] {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          texts.push(node.nodeValue ?? '');
        return texts;
      }
      walk(document);
      found.push(
        { where: 'address', text: decodeURIComponent(location.href) },
        { where: 'state of the history', text: JSON.stringify(history.state) ?? '' },
        { where: 'name of the window', text: window.name },
        { where: 'cookies', text: document.cookie },
        ...[localStorage, sessionStorage].flatMap((store) =>
          Object.entries(store).map(([key, text]) => ({
            where: `storage ${key}`,
            text: `${text}`,
          })),
        ),
        ...performance.getEntries().map(({ name }) => ({ where: 'timings', text: name })),
      );
      return found;
    },
    [names, longest] as const,
  );
}

interface SpokenNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
}

/** What the page gives to assistive technology: each node by itself, and the small ones with all inside them. */
export async function spokenTexts(page: Page): Promise<ScrapedText[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: SpokenNode[];
  };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const own = ({ name, description, value }: SpokenNode): string =>
    [name, description, value].map((each) => String(each?.value ?? '')).join(' ');
  const whole = (node: SpokenNode): string =>
    [own(node), ...(node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).map(whole)].join(' ');
  return nodes.flatMap((node) => {
    const where = `spoken ${String(node.role?.value ?? '')}`;
    const isRow = node.role?.value === 'row';
    return [{ where, text: own(node) }, ...(isRow ? [{ where, text: whole(node) }] : [])];
  });
}
