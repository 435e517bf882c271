// Text that comes from a definition or from data, put everywhere a report has text.
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { kent } from '$lib/county/kent';
import { settings } from '$lib/disclosure/settings';
import type { ReportDefinition } from '$lib/reports/definition';
import { figuresOf, type Report } from '$lib/reports/report';
import type { ReportFile } from '$lib/reports/report_files';
import { runReport } from '$lib/reports/run_report';
import type { ReportSource } from '$lib/reports/source';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { filesOf, made, textOf } from './sample_reports';

const hostile = `"><script>alert(1)</script><img src=x onerror="alert(1)"> </style></title> [a](javascript:alert(1)) \\22 ; } ' & =1+1`;

/** A school that is called by what would be run if anything were: schools are named by what stands in the extract. */
const tables = [
  shownRow('2024-25', 40, 200, { school: hostile }),
  shownRow('2024-25', 50, 250, { school: '=2+5' }),
  hiddenRow('2024-25', { school: '@SUM(1)' }),
];

const definition: ReportDefinition = {
  format: 'waymark-report',
  version: 1,
  title: hostile,
  subtitle: hostile,
  purpose: 'several',
  profile: 'partners',
  view: { year: '2024-25', districts: [], groups: {} },
  comparator: 'last_year',
  sections: [
    {
      title: hostile,
      commentary: hostile,
      figures: [
        { is: 'groups', measure: 'persistent_absence', by: 'school' },
        {
          is: 'asked',
          name: hostile,
          requests: [{ measure: 'neet', by: [], where: {}, periods: ['2025-01'] }],
          shows: ['2025-01'],
        },
      ],
    },
  ],
};

const source: ReportSource = {
  county: { ...kent, name: `Kent ${hostile}`, loadPublished: () => Promise.resolve([]) },
  coverage: {
    absenceYears: [2024],
    absenceYearsToDate: [2024],
    absenceTerms: [],
    activityMonths: [],
    serviceMonths: [],
  } as unknown as ReportSource['coverage'],
  holdings: new Set(),
  policy: settings.partners,
  provenance: {
    county: `Kent ${hostile}`,
    covers: hostile,
    status: 'mixed',
    sample: true,
    profile: hostile,
    symbols: settings.partners.symbols,
    files: [
      {
        name: hostile,
        table: 'people',
        source: hostile,
        extractedOn: '2025-07-31',
        status: 'final',
      },
    ],
  },
  figures: ({ measure, by }) =>
    Promise.resolve(
      measure === 'neet'
        ? `It went wrong: ${hostile}`
        : {
            ...fakeTable(measure, by.length > 0 ? tables : [shownRow('2024-25', 90, 450)], by),
            policy: settings.partners,
          },
    ),
};

let report: Report;
let files: readonly ReportFile[];
beforeAll(async () => {
  report = await runReport(definition, source, { made });
  files = await filesOf(report);
});

test('is shown as text, and nothing of it is run or leads anywhere', () => {
  const page = textOf(files, 'report.html');
  const { document } = parseHTML(page);
  expect(document.querySelectorAll('script, img, iframe, object, embed, form')).toHaveLength(0);
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^#/);
    }
  expect(document.querySelectorAll('style').length).toBe(
    1 + document.querySelectorAll('svg style').length,
  );
  expect(document.querySelector('h1')?.textContent).toBe(hostile);
  expect(document.querySelector('figure svg')?.textContent).toContain('<script>');
  expect(document.querySelector('figure table')?.textContent).toContain(hostile);
  expect(document.querySelector('.gap')?.textContent).toContain(hostile);
  expect(document.querySelector('.commentary')?.textContent).toContain('[a](javascript:alert(1))');
});

test('cannot end the style sheet that names it at the foot of each page', () => {
  const { document } = parseHTML(textOf(files, 'report.html'));
  const style = document.querySelector('head style')?.textContent ?? '';
  const foot = /@bottom-left \{ content: ("[^"]*")/.exec(style)?.[1] ?? '';
  expect(foot).toContain('script');
  expect(foot.slice(1, -1)).not.toMatch(/["<>]|\\22 ;/);
});

test('is no formula in a CSV, and inert in a picture', () => {
  const csv = files.find(({ path }) => path.endsWith('.csv'))?.content ?? '';
  expect(csv).not.toMatch(/(^|,)"?[=@+]/m);
  const svg = files.find(({ path }) => path.endsWith('.svg'))?.content ?? '';
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toMatch(/<script|<img|\son\w+="/);
  expect(figuresOf(report)).toHaveLength(1);
});
