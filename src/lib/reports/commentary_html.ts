import type { Block, Commentary, Inline } from './commentary';
import { markup, type Html } from './html';

/** Commentary as HTML. It holds no attribute but a list's first number. */
export function commentaryHtml(blocks: Commentary): Html {
  return markup`${blocks.map((block) => markup`${blockHtml(block)}\n`)}`;
}

function blockHtml(block: Block): Html {
  switch (block.is) {
    case 'paragraph':
      return markup`<p>${block.inlines.map(inlineHtml)}</p>`;
    case 'heading':
      return block.level === 3
        ? markup`<h3>${block.inlines.map(inlineHtml)}</h3>`
        : markup`<h4>${block.inlines.map(inlineHtml)}</h4>`;
    case 'quote':
      return markup`<blockquote>${block.blocks.map(blockHtml)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => markup`<li>${item.map(blockHtml)}</li>`);
      return block.from === null
        ? markup`<ul>${items}</ul>`
        : markup`<ol start="${block.from}">${items}</ol>`;
    }
  }
}

function inlineHtml(inline: Inline): Html {
  switch (inline.is) {
    case 'text':
      return markup`${inline.text}`;
    case 'break':
      return markup`<br>`;
    case 'emphasis':
      return markup`<em>${inline.inlines.map(inlineHtml)}</em>`;
    case 'strong':
      return markup`<strong>${inline.inlines.map(inlineHtml)}</strong>`;
  }
}
