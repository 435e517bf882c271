import type { FindingsContent, FindingsRow } from '../../disclosure/findings';
import { probabilityAboveMean, shrinkTowardsMean } from '../../statistics/empirical_bayes';
import { makeRatioFunnel, placeInRatioFunnel } from '../../statistics/funnel_ratio';
import { answered, notAvailable, type Outcome } from '../../statistics/outcome';
import { indirectlyStandardised } from '../../statistics/standardised_rates';
import { findingsOf } from '../findings_of';
import type { Calculate, InputRow } from '../model';

interface Stratum {
  readonly district: string;
  readonly group: string;
  readonly events: number;
  readonly people: number;
}

interface Compared {
  readonly rows: readonly FindingsRow[];
  readonly sentences: readonly string[];
}

const assumptions = [
  'A group by year group, sex, special educational needs, free school meals and deprivation would have the county’s rate everywhere if nothing else differed.',
  'Events in a district follow a Poisson distribution about what is expected, widened for over-dispersion in the funnel.',
];

export const calculateFairComparison: Calculate = (inputs): FindingsContent =>
  findingsOf(compare((inputs['strata'] ?? []).map(stratumOf)), assumptions, (found) => ({
    sentences: found.sentences.map((text) => ({ text, people: null })),
    tables: [
      {
        id: 'districts',
        title: 'Districts against what their make-up would lead one to expect',
        columns: [
          { id: 'district', label: 'District', kind: 'text', dimension: 'district' },
          { id: 'observed', label: 'Counted', kind: 'count' },
          { id: 'expected', label: 'Expected', kind: 'count' },
          { id: 'ratio', label: 'Ratio', kind: 'ratio' },
          { id: 'lower', label: '95 % from', kind: 'ratio' },
          { id: 'upper', label: 'to', kind: 'ratio' },
          { id: 'place', label: 'In the funnel', kind: 'text' },
          { id: 'rate', label: 'Own rate', kind: 'percent' },
          { id: 'shrunk', label: 'Drawn to the county', kind: 'percent' },
          { id: 'probability', label: 'Chance of being above the county', kind: 'percent' },
        ],
        rows: found.rows,
        note: 'A ratio of 1 is what the make-up of the district’s young people explains. The chance of being above the county is of the district’s rate as it is, not of the ratio.',
      },
    ],
  }));

function stratumOf(row: InputRow): Stratum {
  const { period, district, numerator, denominator, ...group } = row;
  void period;
  return {
    district: String(district),
    group: Object.values(group).join(' '),
    events: Number(numerator),
    people: Number(denominator),
  };
}

function compare(strata: readonly Stratum[]): Outcome<Compared> {
  if (strata.length === 0) return notAvailable('There is nobody to compare.');
  const reference = totals(strata, ({ group }) => group);
  const districts = [...totals(strata, ({ district }) => district)]
    .filter(([code, { people }]) => code !== 'unknown' && people > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const standardised = districts.map(([code, own]) => {
    const outcome = indirectlyStandardised(
      own.events,
      strata
        .filter(({ district, people }) => district === code && people > 0)
        .map(({ group, people }) => ({
          population: people,
          referenceEvents: reference.get(group)?.events ?? 0,
          referencePopulation: reference.get(group)?.people ?? 0,
        })),
    );
    return { code, own, outcome };
  });
  const funnel = makeRatioFunnel(
    standardised.flatMap(({ outcome }) => (outcome.status === 'ok' ? [outcome.result] : [])),
    1,
  );
  const shrinkage = shrinkTowardsMean(
    districts.map(([, { events, people }]) => ({ numerator: events, denominator: people })),
    'binomial',
  );
  const flagged: string[] = [];
  const rows = standardised.map(({ code, own, outcome }, index): FindingsRow => {
    const area = { numerator: own.events, denominator: own.people };
    const shrunk = shrinkage.status === 'ok' ? shrinkage.result.areas[index] : null;
    const chance =
      shrinkage.status === 'ok' ? probabilityAboveMean(shrinkage.result, area) : shrinkage;
    const people = Math.min(own.events, own.people - own.events);
    const rates = {
      district: code,
      observed: own.events,
      rate: own.events / own.people,
      shrunk: shrunk?.estimate ?? null,
      probability: chance.status === 'ok' ? chance.result : null,
    };
    if (outcome.status !== 'ok') {
      return { cells: { ...rates, place: outcome.because }, people, status: outcome.status };
    }
    const { observed, expected, ratio } = outcome.result;
    const place =
      funnel.status === 'ok' ? placeInRatioFunnel(funnel.result, { observed, expected }) : null;
    if (place === 'above 99.8' || place === 'below 99.8') flagged.push(code);
    return {
      cells: {
        ...rates,
        expected,
        ratio: ratio.value,
        lower: ratio.lower,
        upper: ratio.upper,
        place: placeInWords(place),
      },
      people,
    };
  });
  const dispersion = funnel.status === 'ok' ? funnel.result.dispersion : 1;
  return answered({
    // Not in the order of the ratio: the place of a hidden row would tell its number.
    rows,
    sentences: [
      flagged.length === 0
        ? 'No district lies outside the 99.8 % limits once its make-up is allowed for.'
        : `${flagged.length === 1 ? 'One district lies' : `${flagged.length} districts lie`} outside the 99.8 % limits once its make-up is allowed for.`,
      `Districts vary ${dispersion.toFixed(1)} times as much as chance alone would make them; the limits allow for that.`,
    ],
  });
}

function placeInWords(place: string | null): string {
  if (place === null) return 'not placed';
  return place === 'within' ? 'within the limits' : `${place} %`;
}

function totals(
  strata: readonly Stratum[],
  keyOf: (stratum: Stratum) => string,
): Map<string, { events: number; people: number }> {
  const sums = new Map<string, { events: number; people: number }>();
  for (const stratum of strata) {
    const sum = sums.get(keyOf(stratum)) ?? { events: 0, people: 0 };
    sum.events += stratum.events;
    sum.people += stratum.people;
    sums.set(keyOf(stratum), sum);
  }
  return sums;
}
