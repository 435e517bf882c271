import type { FindingsContent } from '../../disclosure/findings';
import { dimensions } from '../../measures/dimensions';
import type { Estimate } from '../../statistics/confidence';
import type { Outcome } from '../../statistics/outcome';
import { coInvolvement, type PairCount } from '../co_involvement';
import { findingsOf } from '../findings_of';
import type { Calculate, ModelInputs } from '../model';

export const calculateCoInvolvement: Calculate = (inputs, _settings, run): FindingsContent =>
  findingsOf(
    coInvolvement({ pairs: pairsOf(inputs) }, run),
    assumptions,
    ({ pairs, withheld }) => ({
      sentences: pairs
        .filter(({ beyondChance }) => beyondChance)
        .slice(0, 5)
        .map(({ sentence, both }) => ({ text: sentence, people: both })),
      tables: [
        {
          id: 'pairs',
          title: 'Pairs, from the strongest lift',
          columns: [
            { id: 'first', label: 'With', kind: 'text', names: true },
            { id: 'second', label: 'Also', kind: 'text', names: true },
            { id: 'both', label: 'People with both', kind: 'count' },
            { id: 'lift', label: 'Lift', kind: 'ratio' },
            { id: 'lift_lower', label: '95 % from', kind: 'ratio' },
            { id: 'lift_upper', label: 'to', kind: 'ratio' },
            { id: 'risk_ratio', label: 'Times as likely', kind: 'ratio' },
            { id: 'risk_difference', label: 'Difference', kind: 'percent' },
            { id: 'beyond_chance', label: 'Beyond chance', kind: 'text' },
          ],
          rows: pairs.map((pair) => ({
            cells: {
              first: unquoted(pair.first),
              second: unquoted(pair.second),
              both: pair.both,
              lift: valueOf(pair.lift),
              lift_lower: pair.lift.status === 'ok' ? pair.lift.result.lower : null,
              lift_upper: pair.lift.status === 'ok' ? pair.lift.result.upper : null,
              risk_ratio: valueOf(pair.riskRatio),
              risk_difference: valueOf(pair.riskDifference),
              beyond_chance: pair.beyondChance ? 'yes' : 'no',
            },
            people: pair.both,
          })),
          note: `${withheld.length} pairs are withheld, because few people are in one of their four groups.`,
        },
      ],
    }),
  );

const assumptions = [
  'A service counts when a spell of it touched the academic year; single events do not count.',
  'Persistent absence and suspension are those of the year; NEET is at any month end of it. Somebody too young or too old for one of them counts as without it.',
];

function pairsOf(inputs: ModelInputs): PairCount[] {
  const all = Number(inputs['population']?.[0]?.['people'] ?? 0);
  const things = (inputs['things'] ?? []).map((row) => ({
    thing: String(row['thing']),
    people: Number(row['people']),
  }));
  const both = new Map(
    (inputs['pairs'] ?? []).map((row) => [
      `${String(row['first_thing'])} ${String(row['second_thing'])}`,
      Number(row['people']),
    ]),
  );
  return things.flatMap((first, index) =>
    things.slice(index + 1).map((second): PairCount => {
      const together = both.get(`${first.thing} ${second.thing}`) ?? 0;
      return {
        first: say(first.thing),
        second: say(second.thing),
        table: {
          both: together,
          onlyFirst: first.people - together,
          onlySecond: second.people - together,
          neither: all - first.people - second.people + together,
        },
      };
    }),
  );
}

const outcomes: Readonly<Record<string, string>> = {
  persistent_absence: 'persistent absence',
  suspended: 'a suspension',
  neet: 'a time of being NEET',
};

function say(thing: string): string {
  return outcomes[thing] ?? `“${dimensions.service.values[thing] ?? thing}”`;
}

/** In a sentence a service stands in quotation marks; in a table it needs none. */
function unquoted(name: string): string {
  return name.replace(/[“”]/g, '');
}

function valueOf(outcome: Outcome<Estimate>): number | null {
  return outcome.status === 'ok' ? outcome.result.value : null;
}
