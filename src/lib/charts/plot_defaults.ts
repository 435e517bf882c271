import type { PlotOptions } from '@observablehq/plot';

/**
 * What every picture shares: colours come from the tokens, so a change of theme needs no redraw. The document is named
 * because the drawing library looks for one in a window, and the command line has none.
 */
export const plotDefaults = {
  get document() {
    return document;
  },
  style: {
    background: 'none',
    color: 'var(--text)',
    fontFamily: 'inherit',
    fontSize: '12px',
    overflow: 'visible',
  },
} satisfies PlotOptions;

/** Text that stays readable over lines and fills. */
export const halo = { stroke: 'var(--surface)', strokeWidth: 4, fill: 'var(--text)' } as const;
