import type { SafeTable } from '../disclosure/safe_table';
import { painted } from '../platform/painted';
import type { FigureRequest } from '../measures/request';
import type { Session } from '../workspace/session.svelte';
import type { OverviewFigure, OverviewFigures } from './overview_figures';

/** Stands for a figure that is not here yet, or whose files are not. */
const ON_ITS_WAY = 'This is being worked out.';

/** The tile of the first extracts to come in, and what it is held against. */
const ofFirstTile: readonly OverviewFigure[] = ['headline', 'headlineCounty'];
/** What is in no tile and in no sentence. */
const ofPicturesAlone: readonly OverviewFigure[] = [
  'neetMonths',
  'notKnownMonths',
  'services',
  'servicesCounty',
];

/** Whether there is no figure, because its tables or its periods are not loaded. */
const hasNothing = (answer: SafeTable | string): boolean =>
  typeof answer === 'string' || answer.rows.every(({ status }) => status === 'x');

/** Given the figures that are here as soon as they are; in the place of others, that they come. */
export interface OverviewProgress {
  /** The first tile can be shown. */
  readonly onFirst: (figures: OverviewFigures) => void;
  /** All tiles and sentences can be shown. */
  readonly onSaid: (figures: OverviewFigures) => void;
}

/**
 * Asks every figure of the overview: those of the first tile before the others, which the engine would else answer
 * between them, and those of pictures alone once tiles and sentences are painted. Rejects when the signal aborts or
 * the engine fails.
 */
export async function figuresFor(
  session: Pick<Session, 'figures' | 'moreToCome'>,
  requests: Readonly<Record<OverviewFigure, FigureRequest>>,
  signal: AbortSignal,
  { onFirst, onSaid }: OverviewProgress,
): Promise<OverviewFigures> {
  const names = Object.keys(requests) as OverviewFigure[];
  const missing = Object.fromEntries(names.map((name) => [name, ON_ITS_WAY]));
  let figures: OverviewFigures = missing as Record<OverviewFigure, string>;
  const ask = (asked: readonly OverviewFigure[]): Promise<unknown> =>
    Promise.all(
      asked.map(async (name) => {
        const answer = await session.figures(requests[name], { signal, lane: `overview ${name}` });
        const isToCome = session.moreToCome && hasNothing(answer);
        figures = { ...figures, [name]: isToCome ? ON_ITS_WAY : answer };
      }),
    );
  await ask(ofFirstTile);
  onFirst(figures);
  await ask(names.filter((name) => !ofFirstTile.includes(name) && !ofPicturesAlone.includes(name)));
  onSaid(figures);
  await painted();
  await ask(ofPicturesAlone);
  return figures;
}
