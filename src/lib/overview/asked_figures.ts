import type { Session } from '../workspace/session.svelte';
import type { FigureRequest } from '../measures/request';
import type { OverviewFigure, OverviewFigures } from './overview_figures';

/** Asks every figure of the overview. Rejects when the signal aborts or the engine fails. */
export async function figuresFor(
  session: Pick<Session, 'figures'>,
  requests: Readonly<Record<OverviewFigure, FigureRequest>>,
  signal: AbortSignal,
): Promise<OverviewFigures> {
  const names = Object.keys(requests) as OverviewFigure[];
  const answers = await Promise.all(
    names.map(async (name) => {
      const lane = `overview ${name}`;
      return [name, await session.figures(requests[name], { signal, lane })] as const;
    }),
  );
  return Object.fromEntries(answers) as OverviewFigures;
}
