import type { Session } from '../workspace/session.svelte';
import type { FigureRequest } from '../measures/request';
import type { OverviewFigure, OverviewFigures } from './overview_figures';

/** Stands for a figure that is not here yet. */
const ON_ITS_WAY = 'This is being worked out.';

/** The tile of the first extracts to come in, and what it is held against. */
const firstFigures: readonly OverviewFigure[] = ['headline', 'headlineCounty'];

/**
 * Asks every figure of the overview, those of the first tile before the others. Rejects when the signal
 * aborts or the engine fails.
 *
 * @param onFirst given the first tile's figures as soon as they are here; in the place of others, that they come
 */
export async function figuresFor(
  session: Pick<Session, 'figures'>,
  requests: Readonly<Record<OverviewFigure, FigureRequest>>,
  signal: AbortSignal,
  onFirst: (figures: OverviewFigures) => void = () => {},
): Promise<OverviewFigures> {
  const names = Object.keys(requests) as OverviewFigure[];
  const missing = Object.fromEntries(names.map((name) => [name, ON_ITS_WAY]));
  let figures: OverviewFigures = missing as Record<OverviewFigure, string>;
  const ask = async (name: OverviewFigure): Promise<void> => {
    const answer = await session.figures(requests[name], { signal, lane: `overview ${name}` });
    figures = { ...figures, [name]: answer };
  };
  const first = Promise.all(firstFigures.map(ask));
  const others = Promise.all(names.filter((name) => !firstFigures.includes(name)).map(ask));
  others.catch(() => {});
  await first;
  onFirst(figures);
  await others;
  return figures;
}
