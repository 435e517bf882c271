import { formatList } from '../../ui/format';
import { periodLabel } from '../../view/periods';
import type { FigureRecord } from '../records';
import { groupLabel, splitLabel } from './group_words';

/** What a figure asked for, as a sentence: "NEET, by District, only Sex: Female or Male." */
export function askedWords({ measure, request: { by, where } }: FigureRecord): string {
  const split = by.length > 0 ? `, by ${formatList(by.map(splitLabel))}` : '';
  const filters = Object.entries(where).map(
    ([id, codes]) => `${splitLabel(id)}: ${codes.map((code) => groupLabel(id, code)).join(' or ')}`,
  );
  const only = filters.length > 0 ? `, only ${filters.join('; ')}` : '';
  return `${measure.label}${split}${only}.`;
}

export const periodsWords = ({ periods }: FigureRecord): string =>
  periods.length > 0 ? periods.map(periodLabel).join('; ') : 'none';
