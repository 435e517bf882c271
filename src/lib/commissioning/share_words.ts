import { formatCount, formatList, formatPercent, formatPoints, upperFirst } from '../ui/format';
import type { TableModel } from '../ui/table';
import type { DistrictShare, Shares } from './shares';

/** How need and service are called, and when they were counted. */
export interface ShareNames {
  readonly county: string;
  /** "NEET or not known". */
  readonly need: string;
  readonly needPeriod: string;
  /** "Early Help", "any service". */
  readonly service: string;
  readonly servicePeriod: string;
}

/** "7.0 points less than its share of need", "level with its share of need". */
export function sayShareGap({ gap, beyondChance }: DistrictShare): string {
  const size = formatPoints(gap);
  if (!/[1-9]/.test(size)) return 'level with its share of need';
  const way = gap < 0 ? 'less' : 'more';
  return `${size} ${way} than its share of need${beyondChance ? '' : ', which could be chance'}`;
}

/** One district as a line that stands by itself, for the short list. */
export function sayShareLine(district: DistrictShare, names: ShareNames): string {
  const { name, needShare, caseShare, cases, casesAtNeed } = district;
  const need = `${formatPercent(needShare)} of ${names.county}’s need (${names.need}, ${names.needPeriod})`;
  const open = `${formatPercent(caseShare)} of open cases of ${names.service} (${names.servicePeriod})`;
  const would = `${formatCount(cases)} open cases; ${formatCount(casesAtNeed)} would be its share of need`;
  return `${name}: ${need}, ${open}: ${sayShareGap(district)} (${would}).`;
}

/** The finding, as the picture's title. */
export function sayShares({ districts }: Shares, { need, service }: ShareNames): string {
  const short = districts.filter(({ gap, beyondChance }) => gap < 0 && beyondChance);
  if (short.length === 0) {
    return `No district’s share of ${service} is clearly less than its share of ${need}`;
  }
  const names = short.map(({ name }) => name);
  return `${formatList(names)} ${names.length === 1 ? 'has' : 'have'} clearly less of ${service} than of ${need}`;
}

/** The widest gaps either way in sentences, and what to make of them. */
export function sayWidestShares(shares: Shares, names: ShareNames): readonly string[] {
  const say = (district: DistrictShare): string =>
    `${district.name} has ${formatPercent(district.needShare)} of the need and ${formatPercent(district.caseShare)} of the open cases`;
  const sure = shares.districts.filter(({ beyondChance }) => beyondChance);
  const least = sure.find(({ gap }) => gap < 0);
  const most = sure.findLast(({ gap }) => gap > 0);
  const about = `${upperFirst(names.need)} (${names.needPeriod}) beside open cases of ${names.service} (${names.servicePeriod})`;
  if (!least && !most) {
    return [`${about}: in no district do the two shares differ by more than chance would make.`];
  }
  return [
    ...(least ? [`${about}: ${say(least)}, ${sayShareGap(least)}.`] : []),
    ...(most ? [`${least ? '' : `${about}: `}${say(most)}, ${sayShareGap(most)}.`] : []),
  ];
}

const ok = (value: number) => ({ value, status: 'ok' as const });

/** The same as a table, a row a district. */
export function shareTable(shares: Shares, names: ShareNames): TableModel {
  return {
    caption: `Share of need (${names.need}) and of open cases of ${names.service} by district`,
    columns: [
      { id: 'district', label: 'District', kind: 'text' },
      { id: 'need', label: `In need: ${names.need}`, kind: 'count' },
      { id: 'need_share', label: 'Share of need', kind: 'percent' },
      { id: 'cases', label: `Open cases: ${names.service}`, kind: 'count' },
      { id: 'case_share', label: 'Share of cases', kind: 'percent' },
      { id: 'gap', label: 'Cases less need, points', kind: 'points' },
      { id: 'cases_at_need', label: 'Cases at its share of need', kind: 'count' },
      { id: 'chance', label: 'Chance', kind: 'text' },
    ],
    rows: shares.districts.map((each) => ({
      key: each.code,
      filters: each.code,
      cells: [
        each.name,
        ok(each.need),
        ok(each.needShare),
        ok(each.cases),
        ok(each.caseShare),
        ok(each.gap),
        ok(each.casesAtNeed),
        each.beyondChance ? 'more than chance' : 'could be chance',
      ],
    })),
  };
}
