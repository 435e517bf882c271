import { describe, expect, test } from 'vitest';
import { kent } from '$lib/county/kent';
import type { PinDefinition } from '$lib/pins/pin';
import { definitionText, type ReportDefinition } from '$lib/reports/definition';
import { definitionFromPins } from '$lib/reports/from_pins';
import { faultsInWords, readDefinition } from '$lib/reports/read_definition';
import { keptPeriods, periodsNow } from '$lib/reports/relative_periods';
import { measureNamed } from '$lib/measures/catalogue';
import type { Scope } from '$lib/topics/scope';

const districts = kent.districts.map(({ code }) => code);
const [thanet = ''] = kent.districts
  .filter(({ name }) => name === 'Thanet')
  .map(({ code }) => code);

const whole: ReportDefinition = {
  format: 'waymark-report',
  version: 1,
  title: 'Everything a definition can say',
  subtitle: 'And no figure',
  purpose: 'tracking',
  profile: 'partners',
  view: {
    year: '2024-25',
    part: 'latest_term',
    months: { from: '2024-09', to: '2025-02' },
    districts: [thanet],
    groups: { sex: ['F'], sen: ['E', 'K'] },
  },
  comparator: 'england',
  sections: [
    {
      title: 'One',
      commentary: 'It *fell*.',
      figures: [
        { is: 'headlines', measures: ['neet', 'participation'] },
        {
          is: 'groups',
          measure: 'neet',
          by: 'district',
          view: { groups: {}, year: 'latest', months: 'latest' },
        },
        { is: 'series', measure: 'neet', over: 'months' },
        {
          is: 'asked',
          name: 'NEET by sex',
          requests: [
            {
              measure: 'neet',
              by: ['sex'],
              where: { district: [thanet] },
              periods: { basis: 'month_end', back: [12, 0] },
            },
          ],
          shows: ['2025-djf'],
        },
      ],
    },
    { title: 'Two', commentary: '', figures: [] },
  ],
};

/** The definition with one value put elsewhere; `undefined` takes it out. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = JSON.parse(definitionText(whole)) as Record<string | number, unknown>;
  let at: Record<string | number, unknown> = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return JSON.stringify(copy);
}
const faultsOf = (text: string) => faultsInWords(readDefinition(text, districts).faults);

describe('a definition', () => {
  test('comes back from its file as it was, and is the same bytes again', () => {
    const text = definitionText(whole);
    expect(readDefinition(text, districts)).toEqual({ definition: whole, faults: [] });
    const upsideDown = Object.fromEntries(Object.entries(whole).reverse());
    expect(definitionText(upsideDown as unknown as ReportDefinition)).toBe(text);
  });

  test.each<[readonly (string | number)[], unknown, string]>([
    [['title'], undefined, 'title: It is missing.'],
    [['title'], ' ', 'title: It must not be empty.'],
    [['title'], 'x'.repeat(201), 'title: It has 201 characters; 200 is the most.'],
    [['title'], 5, 'title: It must be a text. Found “5”.'],
    [['colour'], 'red', 'colour: Nothing of this name belongs here.'],
    [['purpose'], 'picked', 'purpose: There is no such purpose.'],
    [['profile'], 'raw', 'profile: There is no such disclosure profile.'],
    [['comparator'], 'france', 'comparator: There is no such comparator.'],
    [['version'], 0, 'version: It must be 1. Found “0”.'],
    [['version'], 2, 'The file is of version 2, made by a later version of Waymark'],
    [['format'], 'pack', 'The file is no definition of a report'],
    [['view'], [], 'view: It must be an object, in braces.'],
    [['view', 'year'], '2024-26', 'view.year: It must be “latest” or an academic year'],
    [['view', 'part'], 't7', 'view.part: There is no such part of a year.'],
    [['view', 'months', 'from'], '2025-03', 'view.months: These must be two months in order'],
    [['view', 'districts', 1], 'E07000999', 'view.districts[1]: There is no such code of '],
    [['view', 'groups', 'sex'], ['Q'], 'view.groups.sex[0]: There is no such code of sex here.'],
    [['view', 'groups', 'school'], ['1'], 'view.groups.school: This is nothing to filter by here.'],
    [['sections'], [], 'sections: It must not be an empty list.'],
    [['sections', 1, 'commentary'], null, 'sections[1].commentary: It must be a text.'],
    [
      ['sections', 0, 'commentary'],
      'x'.repeat(10_001),
      'sections[0].commentary: It has 10001 characters; 10000 is the most.',
    ],
    [
      ['sections', 0, 'figures', 0, 'measures', 1],
      'happiness',
      'sections[0].figures[0].measures[1]: There is no such measure in the dictionary. Found “happiness”.',
    ],
    [
      ['sections', 0, 'figures', 1, 'measure'],
      'constructor',
      'sections[0].figures[1].measure: There is no such measure',
    ],
    [
      ['sections', 0, 'figures', 1, 'by'],
      'service',
      'sections[0].figures[1].by: NEET cannot be split by this; it can by District',
    ],
    [
      ['sections', 0, 'figures', 1, 'view', 'year'],
      'never',
      'sections[0].figures[1].view.year: It must be “latest”',
    ],
    [
      ['sections', 0, 'figures', 2, 'measure'],
      'persistent_absence',
      'sections[0].figures[2].over: Persistent absence is not counted by the month.',
    ],
    [
      ['sections', 0, 'figures', 2, 'is'],
      'map',
      'sections[0].figures[2].is: There is no such kind',
    ],
    [
      ['sections', 0, 'figures', 3, 'requests', 0, 'periods', 'basis'],
      'term',
      'sections[0].figures[3].requests[0].periods.basis: There is no such kind of period of this measure.',
    ],
    [
      ['sections', 0, 'figures', 3, 'shows'],
      ['2024-25-t1'],
      'sections[0].figures[3].shows[0]: This is no period of NEET.',
    ],
    [
      ['sections', 0, 'figures', 3, 'requests', 0, 'where', 'district', 0],
      "'; drop table people",
      'sections[0].figures[3].requests[0].where.district[0]: There is no such code',
    ],
  ])('names what is wrong at %j', (path, value, sentence) => {
    expect(faultsOf(changed(path, value))).toContain(sentence);
  });

  test('names every fault at once', () => {
    const text = changed(['title'], 1).replace('"Two"', '2').replace('"F"', '"Q"');
    expect(faultsOf(text).split('\n')).toHaveLength(3);
  });

  test('takes nothing from a file but what it knows', () => {
    const text = definitionText(whole).replace('{', '{ "__proto__": { "polluted": true },');
    expect(faultsOf(text)).toBe('__proto__: Nothing of this name belongs here.');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const groups = definitionText(whole).replace('"sex": [', '"__proto__": [');
    expect(faultsOf(groups)).toBe('view.groups.__proto__: This is nothing to filter by here.');
  });

  test.each(['', '[]', 'null', '{', '"waymark-report"', '{"format":"waymark-report"}'])(
    'is not %j',
    (text) => {
      expect(readDefinition(text, districts).definition).toBeNull();
      expect(faultsOf(text)).not.toBe('');
    },
  );

  test('that is too long is not even read', () => {
    expect(faultsOf(' '.repeat(500_001))).toBe(
      'The file has 500001 characters; 500000 is the most.',
    );
  });
});

const months = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
/** NEET records from September 2023 up to a month, as months since the year 0. */
const coverageTo = (last: number) =>
  ({
    absenceYears: [2023, 2024],
    absenceYearsToDate: [2023, 2024],
    absenceTerms: [
      { academicYear: 2024, term: 5 },
      { academicYear: 2024, term: 6 },
    ],
    activityMonths: months(2023 * 12 + 8, last),
    serviceMonths: [],
  }) as unknown as Scope['coverage'];
const july = coverageTo(2025 * 12 + 6);
const august = coverageTo(2025 * 12 + 7);

describe('periods', () => {
  const neet = measureNamed('neet')!;
  const absence = measureNamed('persistent_absence')!;

  test('that are the latest follow the extracts of the next month', () => {
    const kept = keptPeriods(neet, ['2024-07', '2025-07'], july);
    expect(kept).toEqual({ basis: 'month_end', back: [12, 0] });
    expect(periodsNow(neet, kept, july)).toEqual(['2024-07', '2025-07']);
    expect(periodsNow(neet, kept, august)).toEqual(['2024-08', '2025-08']);
    const line = keptPeriods(neet, ['2024-12', '2025-01', '2025-07'], july);
    expect(periodsNow(neet, line, august)).toEqual(['2025-01', '2025-02', '2025-08']);
    const terms = keptPeriods(absence, ['2023-24-t6', '2024-25-t6'], july);
    expect(periodsNow(absence, terms, july)).toEqual(['2023-24-t6', '2024-25-t6']);
  });

  test('that were chosen stay, and so do those of two kinds', () => {
    for (const chosen of [['2025-06'], ['2024-djf'], ['2025-07', '2025-djf'], ['2024-25-t5']])
      expect(keptPeriods(neet, chosen, july)).toEqual(chosen);
    expect(periodsNow(neet, ['2025-06'], august)).toEqual(['2025-06']);
  });

  test('of a kind that the extracts lack are none', () => {
    expect(periodsNow(absence, { basis: 'month_end', back: [0] }, july)).toEqual([]);
  });
});

describe('a report of pinned figures', () => {
  const pin: PinDefinition = {
    version: 1,
    name: 'NEET by district',
    drawnAs: 'picture',
    requests: [{ measure: 'neet', periods: ['2025-djf'], by: ['district'], where: { sex: ['F'] } }],
    periods: ['2025-djf'],
    page: '/neet',
    fragment: 'v=1&sex=F',
    sample: false,
  };
  const model = { ...pin, name: 'A forecast', requests: [], periods: null };

  test('asks for them anew, and says which it cannot ask for', () => {
    const about = { title: 'Mine', purpose: 'tracking', profile: 'partners' } as const;
    const { definition, leftOut } = definitionFromPins([pin, model], july, about);
    expect(leftOut).toEqual(['A forecast']);
    expect(definition.sections[0]?.figures).toEqual([
      {
        is: 'asked',
        name: 'NEET by district',
        requests: [
          {
            measure: 'neet',
            by: ['district'],
            where: { sex: ['F'] },
            periods: { basis: 'december_to_february', back: [0] },
          },
        ],
        shows: { basis: 'december_to_february', back: [0] },
      },
    ]);
    expect(readDefinition(definitionText(definition), districts).definition).toEqual(definition);
  });
});
