import type { FigureContent } from '../charts/figure_content';
import type { SafeTable } from '../disclosure/safe_table';
import { groupContent } from '../explore/group_content';
import { groupName } from '../explore/groups';
import { seriesContent } from '../explore/series_content';
import { whatIsMeasured } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { FigureRequest } from '../measures/request';
import { peopleInWords, placeInWords, splitInWords } from '../pins/request_words';
import { seriesWords } from '../topics/panels/series_panel';
import { formatList } from '../ui/format';
import { periodLabel } from '../view/periods';
import type { Places } from '../words/places';
import { byUnit, measuresTable, type MeasureRow } from './measures_table';

/** What a pinned figure asks for now. */
export interface AskedNow {
  readonly requests: readonly FigureRequest[];
  /** The periods it shows. */
  readonly shows: readonly string[];
}

/** The split of a figure that shows one period of one measure by one dimension; null of any other. */
function splitOf({ requests: [request, ...others], shows }: AskedNow): FigureRequest | null {
  const isSplit = others.length === 0 && request?.by.length === 1 && shows.length === 1;
  return isSplit ? request : null;
}

/** What its groups are held against, where it is one split: the same, not split. */
export function wholeOf(asked: AskedNow): FigureRequest | null {
  const request = splitOf(asked);
  if (request === null) return null;
  const where = Object.entries(request.where).filter(
    ([id]) => !request.by.some((split) => split === id),
  );
  return { ...request, by: [], where: Object.fromEntries(where) };
}

/** Whom a request is about: "Thanet, Sex: Female". */
function whom(request: FigureRequest, places: Places): string {
  return [placeInWords(request, places), peopleInWords(request)]
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * A pinned figure anew: one split or one line as its page draws it, anything else as tables of a unit each.
 *
 * @param tables one for each request, in their order
 * @param whole what the groups of a split are held against
 */
export function askedContents(
  asked: AskedNow,
  tables: readonly SafeTable[],
  whole: SafeTable | null,
  places: Places,
): readonly FigureContent[] {
  const [table] = tables;
  const [request] = asked.requests;
  if (table === undefined || request === undefined) return [];
  const place = whom(request, places);
  const split = splitOf(asked);
  const [by] = table.by;
  if (split && by) {
    const period = asked.shows[0] ?? '';
    const of = { table, by, whole, place, period, places, selected: [], choosable: false };
    const content = groupContent(of);
    return content ? [content] : [];
  }
  if (tables.length === 1 && by === undefined && asked.shows.length > 1)
    return [seriesContent(seriesWords(table, asked.shows, 'the periods shown', place))];
  return byUnit(tables).map((of) => tableContent(of, asked, places));
}

function tableContent(
  tables: readonly SafeTable[],
  { shows, requests }: AskedNow,
  places: Places,
): FigureContent {
  const measures = [...new Set(tables.map(({ measure }) => measure))];
  const split = [...new Set(tables.flatMap(({ by }) => by))];
  const rows = tables.flatMap((table, index) =>
    table.rows
      .filter(({ period }) => shows.includes(period))
      .map((row): MeasureRow => {
        const groups = split.map((id) => {
          const code = row.keys[id];
          return code === undefined ? 'All' : groupName(id, code, places);
        });
        return {
          key: JSON.stringify([index, row.period, row.keys]),
          names: [table.measure.label, periodLabel(row.period), ...groups],
          measure: table.measure,
          row,
        };
      }),
  );
  const about = requests.find(({ measure }) => measure === measures[0]?.id);
  const what = formatList(measures.map(({ label }) => label));
  const of = about ? whom(about, places) : places.name;
  const by = about ? splitInWords(about) : '';
  const when = formatList([...new Set(shows.map(periodLabel))]);
  const title = [what, ...(by === '' ? [] : [by])].join(' ');
  return {
    title: `${title}, ${of}`,
    subtitle: measures.map((measure) => whatIsMeasured(measure, when)).join(' '),
    table: measuresTable(
      `${title}, ${of}, ${when}`,
      [
        { id: 'measure', label: 'Measure' },
        { id: 'period', label: 'Period' },
        ...split.map((id) => ({ id, label: dimensions[id].label })),
      ],
      rows,
    ),
    tables,
    periods: shows,
  };
}
