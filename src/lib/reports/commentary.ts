import type { BlockContent, DefinitionContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Part of a line of commentary. */
export type Inline =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'emphasis' | 'strong'; readonly inlines: readonly Inline[] }
  | { readonly is: 'break' };

/** A block of commentary. */
export type Block =
  | { readonly is: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly is: 'heading'; readonly level: 3 | 4; readonly inlines: readonly Inline[] }
  | {
      readonly is: 'list';
      /** The number of the first entry; null where they are not numbered. */
      readonly from: number | null;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly is: 'quote'; readonly blocks: readonly Block[] };

/** What somebody wrote about figures. Nothing in it can lead anywhere or be run. */
export type Commentary = readonly Block[];

/** Lists and quotes within each other beyond this depth are shown as they were written. */
const deepest = 6;
/** More signs of emphasis and quotes than this are no prose, and would take the parser seconds to pair. */
const mostSigns = 1000;

/**
 * Reads commentary: paragraphs, emphasis, strong, lists, headings of level 3 and 4 and block quotes of Markdown.
 * Whatever else stands in it (links, pictures, HTML, code, tables) is text as it was written.
 */
export function readCommentary(markdown: string): Commentary {
  if ((markdown.match(/[*_>]/g) ?? []).length > mostSigns)
    return [{ is: 'paragraph', inlines: [{ is: 'text', text: markdown }] }];
  return blocksOf(fromMarkdown(markdown).children, markdown, 0);
}

type AnyBlock = RootContent | BlockContent | DefinitionContent;

function blocksOf(nodes: readonly AnyBlock[], source: string, depth: number): readonly Block[] {
  return nodes.map((node) => blockOf(node, source, depth));
}

function blockOf(node: AnyBlock, source: string, depth: number): Block {
  const asWritten: Block = {
    is: 'paragraph',
    inlines: [{ is: 'text', text: sourceOf(node, source) }],
  };
  switch (node.type) {
    case 'paragraph':
      return { is: 'paragraph', inlines: inlinesOf(node.children, source, 0) };
    case 'heading':
      return node.depth === 3 || node.depth === 4
        ? { is: 'heading', level: node.depth, inlines: inlinesOf(node.children, source, 0) }
        : asWritten;
    case 'list':
      if (depth >= deepest) return asWritten;
      return {
        is: 'list',
        from: node.ordered ? (node.start ?? 1) : null,
        items: node.children.map(({ children }) => blocksOf(children, source, depth + 1)),
      };
    case 'blockquote':
      if (depth >= deepest) return asWritten;
      return { is: 'quote', blocks: blocksOf(node.children, source, depth + 1) };
    default:
      return asWritten;
  }
}

function inlinesOf(
  nodes: readonly PhrasingContent[],
  source: string,
  depth: number,
): readonly Inline[] {
  return nodes.map((node): Inline => {
    switch (node.type) {
      case 'text':
        return { is: 'text', text: node.value };
      case 'break':
        return { is: 'break' };
      case 'emphasis':
      case 'strong':
        return depth < deepest
          ? { is: node.type, inlines: inlinesOf(node.children, source, depth + 1) }
          : { is: 'text', text: sourceOf(node, source) };
      default:
        return { is: 'text', text: sourceOf(node, source) };
    }
  });
}

function sourceOf({ position }: Nodes, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
