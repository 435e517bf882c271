import { measureNamed } from '../measures/catalogue';
import type { FigureRequest } from '../measures/request';
import { formatList } from '../ui/format';
import { periodLabel } from '../view/periods';
import type { Places } from '../words/places';
import type { Pin } from './pin';
import { peopleInWords, placeInWords, splitInWords } from './request_words';

/** One measure that several pinned figures are of, with what tells them apart. */
export interface SameMeasure {
  readonly measure: string;
  /** Says in which of its aspects the figures differ. */
  readonly sentence: string;
  /** What each is of, with its place in the order from 1. */
  readonly views: readonly { readonly number: number; readonly words: string }[];
}

type Aspect = 'place' | 'groups' | 'periods' | 'split' | 'extracts';
type View = Readonly<Record<Aspect, string>>;

const aspects: Readonly<Record<Aspect, string>> = {
  place: 'place',
  groups: 'groups of people',
  periods: 'period',
  split: 'how they are split',
  extracts: 'the extracts they were made from',
};

/** The measures that more than one of the figures is of, so that nobody compares unlike things unawares. */
export function sameMeasures(pins: readonly Pin[], places: Places): readonly SameMeasure[] {
  const ids = new Set(
    pins.flatMap(({ definition }) => definition.requests.map(({ measure }) => measure)),
  );
  return [...ids].flatMap((id) => {
    const among = pins.flatMap((pin, index) => {
      const requests = pin.definition.requests.filter(({ measure }) => measure === id);
      return requests.length === 0
        ? []
        : [{ number: index + 1, view: viewOf(requests, pin, places) }];
    });
    if (among.length < 2) return [];
    const differing = (Object.keys(aspects) as Aspect[]).filter(
      (aspect) => new Set(among.map(({ view }) => view[aspect])).size > 1,
    );
    const sentence =
      differing.length === 0
        ? 'They are of the same place, people and period, and split the same way.'
        : `They differ in ${formatList(differing.map((aspect) => aspects[aspect]))}.`;
    const views = among.map(({ number, view: { place, groups, periods, split } }) => ({
      number,
      words: [place, groups, periods, split].filter((part) => part !== '').join('; '),
    }));
    return [{ measure: measureNamed(id)?.label ?? id, sentence, views }];
  });
}

function viewOf(requests: readonly FigureRequest[], pin: Pin, places: Places): View {
  const each = (words: (request: FigureRequest) => string) =>
    formatList([...new Set(requests.map(words))].filter((part) => part !== ''));
  return {
    place: each((request) => placeInWords(request, places)),
    groups: each(peopleInWords),
    periods: periodWords(pin.definition.periods ?? requests.flatMap(({ periods }) => periods)),
    split: each(splitInWords),
    extracts: `${pin.definition.sample} ${pin.generation}`,
  };
}

/** One or two periods by name; of more, the first and the last. */
function periodWords(periods: readonly string[]): string {
  const ordered = [...new Set(periods)].sort();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return '';
  return ordered.length <= 2
    ? formatList(ordered.map(periodLabel))
    : `${periodLabel(first)} to ${periodLabel(last)}`;
}
