import type { PlotOptions } from '@observablehq/plot';

/** What every picture shares: colours come from the tokens, so a change of theme needs no redraw. */
export const plotDefaults = {
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
