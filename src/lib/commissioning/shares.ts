import type { SafeCell, SafeTable } from '../disclosure/safe_table';
import { differenceOfProportions } from '../statistics/gaps';
import { formatList } from '../ui/format';
import { nameOf, type Places } from '../words/places';
import { districtOf, rowsFor } from '../words/rows';

/** A district's part of the county's need beside its part of the open cases of a service. */
export interface DistrictShare {
  readonly code: string;
  readonly name: string;
  readonly need: number;
  readonly cases: number;
  readonly needShare: number;
  readonly caseShare: number;
  /** Share of cases less share of need: below zero where the service reaches less than the need. */
  readonly gap: number;
  /** Whether the gap is more than chance would make (95 %). */
  readonly beyondChance: boolean;
  /** How many of the county's cases it would have at its share of need. */
  readonly casesAtNeed: number;
}

export interface Shares {
  /** Least reached for its need first. */
  readonly districts: readonly DistrictShare[];
  readonly needTotal: number;
  readonly caseTotal: number;
}

/** Why there are no shares, as a sentence. */
export interface Withheld {
  readonly withheld: string;
}

interface Counted {
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The counts of a table by district, or why they cannot be added up. A district without a row has none:
 * the catalogue has no row where nobody is counted.
 */
function countsOf(
  table: SafeTable,
  period: string,
  what: string,
  places: Places,
): Counted | Withheld {
  const rows = rowsFor(table, period);
  const cells = new Map<string, SafeCell>(
    rows.flatMap((row) => {
      const code = districtOf(row);
      return code === null ? [] : [[code, row.numerator] as const];
    }),
  );
  const without = places.districts.filter(({ code }) => cells.get(code)?.value === null);
  if (cells.size === 0 || without.some(({ code }) => cells.get(code)?.status === 'x')) {
    return { withheld: `There are no figures of ${what} by district for this period.` };
  }
  // Nobody in the denominator is nobody in need, and is said so by the table as not applicable.
  const hidden = without.filter(({ code }) => cells.get(code)?.status !== 'z');
  if (hidden.length > 0) {
    const names = formatList(hidden.map(({ code }) => nameOf(places, code)));
    return {
      withheld: `The shares are withheld: ${what} in ${names} ${hidden.length === 1 ? 'is' : 'are'} hidden to protect people, and a share of the whole would let it be worked out.`,
    };
  }
  return {
    counts: new Map(places.districts.map(({ code }) => [code, cells.get(code)?.value ?? 0])),
  };
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/**
 * The shares of the known districts, from shown counts alone: they add up to the sum of what is shown,
 * never to a total that holds a hidden number.
 *
 * @param words what is counted, for the sentence that says why shares are withheld
 */
export function sharesOf(
  need: { readonly table: SafeTable; readonly period: string; readonly words: string },
  service: { readonly table: SafeTable; readonly period: string; readonly words: string },
  places: Places,
): Shares | Withheld {
  const needed = countsOf(need.table, need.period, need.words, places);
  if ('withheld' in needed) return needed;
  const open = countsOf(service.table, service.period, service.words, places);
  if ('withheld' in open) return open;
  const [needTotal, caseTotal] = [total(needed.counts), total(open.counts)];
  if (needTotal === 0 || caseTotal === 0) {
    const none = needTotal === 0 ? need.words : service.words;
    return { withheld: `There is nothing to share out: ${none} is none in every district.` };
  }
  const districts = places.districts.map(({ code, name }): DistrictShare => {
    const [needs, cases] = [needed.counts.get(code) ?? 0, open.counts.get(code) ?? 0];
    const [needShare, caseShare] = [needs / needTotal, cases / caseTotal];
    const gap = differenceOfProportions(
      { numerator: cases, denominator: caseTotal },
      { numerator: needs, denominator: needTotal },
    );
    return {
      code,
      name,
      need: needs,
      cases,
      needShare,
      caseShare,
      gap: caseShare - needShare,
      beyondChance: gap.status === 'ok' && (gap.result.lower > 0 || gap.result.upper < 0),
      casesAtNeed: needShare * caseTotal,
    };
  });
  return {
    districts: districts.sort((a, b) => a.gap - b.gap || a.name.localeCompare(b.name, 'en-GB')),
    needTotal,
    caseTotal,
  };
}
