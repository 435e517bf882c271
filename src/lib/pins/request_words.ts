import { inSentence } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import type { FigureRequest } from '../measures/request';
import { groupsInWords } from '../topics/topic_words';
import { formatList } from '../ui/format';
import { nameOf, type Places } from '../words/places';

/** The districts a request is about, or the county. */
export function placeInWords({ where }: Pick<FigureRequest, 'where'>, places: Places): string {
  const codes = where.district ?? where.home_district ?? [];
  return codes.length === 0 ? places.name : formatList(codes.map((code) => nameOf(places, code)));
}

/** The groups of people a request is about: "Sex: Female"; empty when it is everybody. */
export function peopleInWords({ where }: Pick<FigureRequest, 'where'>): string {
  return groupsInWords(where, ['district', 'home_district']).join(', ');
}

/** "by district and sex"; empty where it is not split. */
export function splitInWords({ by }: Pick<FigureRequest, 'by'>): string {
  return by.length === 0
    ? ''
    : `by ${formatList(by.map((id) => inSentence(dimensions[id].label)))}`;
}

/** What a request is about beside its measure and its periods: "Thanet; Sex: Female; by district". */
export function viewInWords(request: Pick<FigureRequest, 'where' | 'by'>, places: Places): string {
  return [placeInWords(request, places), peopleInWords(request), splitInWords(request)]
    .filter((part) => part !== '')
    .join('; ');
}
