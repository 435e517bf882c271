// Every template on the committed sample county. The registers of the last year are left out to keep it quick: census
// totals stand for the years before.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kent } from '$lib/county/kent';
import { settings } from '$lib/disclosure/settings';
import type { SafeTable } from '$lib/disclosure/safe_table';
import { safeTableCsv } from '$lib/disclosure/safe_table_csv';
import { requestOf } from '$lib/pins/pin';
import { definitionText, type ReportDefinition } from '$lib/reports/definition';
import { readDefinition } from '$lib/reports/read_definition';
import { figuresOf, gapsOf, type Report, type ReportFigure } from '$lib/reports/report';
import { drawReport } from '$lib/reports/draw_report';
import { reportFolder, reportZip } from '$lib/reports/report_folder';
import { workbookOf } from '$lib/reports/workbook_of';
import { evidenceTemplates } from '$lib/reports/evidence_templates';
import { definitionOf, templates } from '$lib/reports/templates';
import type { FigureRequest } from '$lib/measures/request';
import type { Workspace } from '$lib/workspace/workspace';
import { loadInto } from '../workspace/workspace_with_files';
import { openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { withDocument } from '../../../src/cli/report/document';
import { parseArguments } from '../../../src/cli/figures/arguments';
import { tablesOf } from '../../../src/cli/figures/tables';
import { filesOf, runOn, textOf } from './sample_reports';

const [thanet = ''] = kent.districts
  .filter(({ name }) => name === 'Thanet')
  .map(({ code }) => code);
const files = readdirSync('data-samples').filter(
  (name) => /\.(parquet|csv)$/.test(name) && !/^(attendance-|licences|targets)/.test(name),
);

let workspace: Workspace;
const reports = new Map<string, Report>();

beforeAll(async () => {
  workspace = await openWorkspaceInNode(settings.partners);
  await loadInto(
    workspace,
    [...files, 'attendance-2024-25.parquet'].map((name) => join('data-samples', name)),
  );
  for (const template of templates) {
    const district = template.takesDistrict ? thanet : null;
    reports.set(template.id, await runOn(workspace, definitionOf(template, district, kent)));
  }
});
afterAll(() => workspace.close());

const reportOf = (id: string): Report => reports.get(id)!;
const allFigures = (): readonly (readonly [Report, ReportFigure])[] =>
  [...reports.values()].flatMap((report) =>
    figuresOf(report).map((figure) => [report, figure] as const),
  );

/** The same request by the command line's own way: its words, its reader, its tables. */
async function byCommandLine(table: SafeTable): Promise<SafeTable> {
  const { measure, periods, by, where } = requestOf(table);
  const filters = Object.entries(where).flatMap(([id, codes]) => [
    '--where',
    `${id}=${codes?.join(',') ?? ''}`,
  ]);
  const split = by.length === 0 ? [] : ['--by', by.join(',')];
  const asked = ['--measure', measure, '--period', periods.join(','), ...split, ...filters];
  workspace.policy = table.policy;
  const [answer] = await tablesOf(workspace, parseArguments(asked));
  return answer!;
}

describe('templates', () => {
  test('are definitions as a file may hold them', () => {
    const districts = kent.districts.map(({ code }) => code);
    for (const { definition } of templates)
      expect(readDefinition(definitionText(definition), districts)).toEqual({
        definition,
        faults: [],
      });
  });

  test('say something to look for in every section, and hold no placeholder', () => {
    for (const { definition } of templates)
      for (const { commentary, figures } of definition.sections) {
        expect(commentary.length).toBeGreaterThan(60);
        expect(commentary).not.toMatch(/\[|lorem|todo|xx|…/i);
        expect(figures.length).toBeGreaterThan(0);
      }
  });

  test('make every figure on the sample county', () => {
    expect([...reports.values()].flatMap(gapsOf)).toEqual([]);
    expect(allFigures().length).toBeGreaterThan(80);
  });

  test('of evidence make every figure too', async () => {
    for (const { definition } of evidenceTemplates) {
      const report = await runOn(workspace, definition);
      expect(gapsOf(report), definition.title).toEqual([]);
      expect(figuresOf(report).length).toBeGreaterThanOrEqual(definition.sections.length);
    }
  });

  test('of a district name it, and need one', () => {
    expect(reportOf('district_profile').title).toBe('District profile: Thanet');
    const profile = templates.find(({ id }) => id === 'district_profile')!;
    expect(() => definitionOf(profile, null, kent)).toThrow('is of one district');
    expect(() => definitionOf(profile, 'E07000999', kent)).toThrow('Kent has no district');
  });
});

describe('figures', () => {
  test('are those that the command line prints for the same request', async () => {
    const different = new Map(
      allFigures()
        .flatMap(([, { tables }]) => tables)
        .map((table) => [JSON.stringify([table.policy.id, requestOf(table)]), table]),
    );
    expect(different.size).toBeGreaterThan(60);
    for (const table of different.values())
      expect(safeTableCsv([await byCommandLine(table)])).toBe(safeTableCsv([table]));
  });

  test('stand in their tables as they are in the safe tables behind them', () => {
    for (const [, { table, tables, periods, title }] of allFigures()) {
      const safe = new Set(
        tables.flatMap(({ rows }) =>
          rows
            .filter(({ period }) => periods.includes(period))
            .flatMap((row) => [row.numerator, row.denominator, row.value, row.lower, row.upper]),
        ),
      );
      const cells = table.rows.flatMap((row) =>
        row.cells.filter((cell) => typeof cell === 'object'),
      );
      expect(cells.length, title).toBeGreaterThan(0);
      // What a measure lacks is not applicable; the county's row of a ranking comes of the table that is not split.
      const strange = cells.filter((cell) => !safe.has(cell) && cell.status !== 'z');
      const county = table.rows
        .filter(({ key }) => key === kent.name)
        .flatMap(({ cells }) => cells);
      expect(
        strange.filter((cell) => !county.includes(cell)),
        title,
      ).toEqual([]);
    }
  });

  test('say what they are of: a finding, what is measured, when', () => {
    for (const [, { title, subtitle, alternative, made }] of allFigures()) {
      expect(title).not.toMatch(/undefined|NaN|\.$/);
      expect(subtitle).toMatch(/20\d\d|month|every period/);
      expect(alternative).toContain(title);
      expect(made.measures.length).toBeGreaterThan(0);
      expect(made.measures.every(({ statements }) => statements.length > 0)).toBe(true);
      expect(made.files.length).toBeGreaterThan(0);
    }
  });

  test('are numbered through the report', () => {
    const numbers = figuresOf(reportOf('monthly_neet')).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the profile', () => {
  const small: ReportDefinition = {
    ...definitionOf(templates[0]!, null, kent),
    sections: [
      {
        title: 'Where',
        commentary: '',
        figures: [{ is: 'groups', measure: 'neet', by: 'district' }],
      },
    ],
  };
  const hidden = ({ sections }: Report): number =>
    figuresOf({ sections })
      .flatMap(({ table }) => table.rows)
      .flatMap(({ cells }) => cells)
      .filter((cell) => typeof cell === 'object' && cell.status === 'c').length;

  test('that is stricter hides more, and its symbols stand in the files', async () => {
    const loose = await runOn(workspace, { ...small, profile: 'explore' });
    const strict = await runOn(workspace, { ...small, profile: 'publication' });
    expect(hidden(strict)).toBeGreaterThan(hidden(loose));
    const csv = (await filesOf(strict)).find(({ path }) => path.endsWith('.csv'))!.content;
    expect(csv).toContain(',[c],');
    expect(csv).toContain('Publication');
  });

  test('must be the one in force', async () => {
    const { runReport } = await import('$lib/reports/run_report');
    const { reportSource } = await import('../../../src/cli/report/workspace_source');
    workspace.policy = settings.explore;
    const run = runReport(small, reportSource(workspace), { made: '2025-09-01T00:00:00Z' });
    await expect(run).rejects.toThrow('“explore” is in force');
  });
});

describe('a figure that cannot be made', () => {
  const [monthly] = templates;
  test('is a gap that says why, and nothing else is lost', async () => {
    const definition: ReportDefinition = {
      ...monthly!.definition,
      purpose: 'attendance',
      sections: [
        {
          title: 'Some',
          commentary: '',
          figures: [
            { is: 'groups', measure: 'penalty_notices', by: 'district' },
            { is: 'groups', measure: 'neet', by: 'district', view: { year: '2019-20' } },
            { is: 'groups', measure: 'neet', by: 'district' },
          ],
        },
      ],
    };
    const report = await runOn(workspace, definition);
    expect(gapsOf(report)).toEqual([
      {
        is: 'gap',
        number: 1,
        name: 'Penalty notices by district',
        why: expect.stringContaining('Kept out of this report'),
      },
      {
        is: 'gap',
        number: 2,
        name: 'NEET by district',
        why: 'The extracts hold no whole period of NEET in 2019/20.',
      },
    ]);
    expect(figuresOf(report).map(({ number }) => number)).toEqual([3]);
    const page = textOf(await filesOf(report), 'report.html');
    expect(page).toContain('NEET by district: not shown');
  });

  test('is not made at all once the report is cancelled', async () => {
    const { runReport } = await import('$lib/reports/run_report');
    const { reportSource } = await import('../../../src/cli/report/workspace_source');
    workspace.policy = settings.partners;
    const stop = new AbortController();
    const names: string[] = [];
    const run = runReport(monthly!.definition, reportSource(workspace), {
      made: '2025-09-01T00:00:00Z',
      signal: stop.signal,
      onProgress: ({ name, of }) => {
        names.push(`${name} of ${of}`);
        if (names.length === 3) stop.abort();
      },
    });
    await expect(run).rejects.toThrow(/abort/i);
    expect(names).toHaveLength(3);
  });
});

describe('the HTML', () => {
  test('is whole in itself, is read without a script and leads nowhere', async () => {
    const report = reportOf('district_profile');
    const page = textOf(await filesOf(report), 'report.html');
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, iframe, object, link, img, base, form')).toHaveLength(
      0,
    );
    expect(document.documentElement.getAttribute('lang')).toBe('en-GB');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a')) {
      const href = link.getAttribute('href') ?? '';
      expect(href).toMatch(/^#/);
      expect(ids).toContain(href.slice(1));
    }
    expect(page).not.toMatch(/\son[a-z]+=|url\((?!#)|@import|https?:\/\/(?!www\.w3\.org)|var\(--/);
    const pictures = [...document.querySelectorAll('figure svg')];
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) {
      expect(picture.getAttribute('role')).toBe('img');
      for (const id of (picture.getAttribute('aria-labelledby') ?? '').split(' '))
        expect(ids).toContain(id);
    }
    const figures = figuresOf(report);
    expect(document.querySelectorAll('figure table')).toHaveLength(figures.length);
    expect(document.querySelectorAll('figure caption')).toHaveLength(figures.length);
    expect(document.querySelectorAll('figure th:not([scope])')).toHaveLength(0);
    for (const { made } of figures)
      for (const { measure, statements } of made.measures) {
        expect(document.body.textContent).toContain(measure.definition);
        expect(document.body.textContent).toContain(statements[0]!.sql);
      }
  });

  test('says at every heading, on every page and in every file that it is of the sample', async () => {
    const files = await filesOf(reportOf('scrutiny_paper'));
    const { document } = parseHTML(textOf(files, 'report.html'));
    const headings = [...document.querySelectorAll('main h2')];
    expect(headings.every(({ textContent }) => textContent?.includes('Sample data'))).toBe(true);
    expect(document.querySelector('style')?.textContent).toContain('Sample data. Everyone');
    for (const { path, content } of files.filter(({ path }) => /\.(csv|svg)$/.test(path)))
      expect(content, path).toMatch(/sample: everyone is invented|Sample data/);
  });
});

describe('pinned figures', () => {
  const asked = (name: string, requests: readonly FigureRequest[], shows: readonly string[]) =>
    ({ is: 'asked', name, requests, shows }) as const;
  const neet = { measure: 'neet', by: [], where: {} };

  test('are drawn as their page draws them, and the rest are tables', async () => {
    const report = await runOn(workspace, {
      ...templates[0]!.definition,
      sections: [
        {
          title: 'Pinned',
          commentary: '',
          figures: [
            asked('a', [{ ...neet, by: ['district'], periods: ['2025-djf'] }], ['2025-djf']),
            asked(
              'b',
              [{ ...neet, periods: ['2025-05', '2025-06', '2025-07'] }],
              ['2025-06', '2025-07'],
            ),
            asked(
              'c',
              [
                { ...neet, by: ['sex'], where: { district: [thanet] }, periods: ['2025-djf'] },
                { measure: 'suspensions', by: ['sex'], where: {}, periods: ['2024-25'] },
              ],
              ['2025-djf', '2024-25'],
            ),
            asked('d', [{ ...neet, periods: ['2019-07'] }], ['2019-07']),
          ],
        },
      ],
    });
    expect(gapsOf(report)).toEqual([]);
    const [ranked, line, one, other, none] = figuresOf(report);
    const template = figuresOf(reportOf('scrutiny_paper')).find(({ table }) =>
      table.caption.startsWith('NEET or not known by district'),
    );
    expect(ranked?.table.columns.map(({ id }) => id)).toEqual(
      template?.table.columns.map(({ id }) => id),
    );
    expect(ranked?.draw).not.toBeNull();
    expect(line?.table.rows.map(({ key }) => key)).toEqual(['2025-06', '2025-07']);
    expect(one?.title).toBe('NEET by sex, Thanet');
    expect([one?.draw, other?.draw]).toEqual([null, null]);
    expect(one?.table.columns.at(-1)?.kind).toBe('percent');
    expect(other?.table.columns.at(-1)?.kind).toBe('per_100');
    expect(none?.table.rows[0]?.cells.at(-1)).toEqual({ value: null, status: 'x' });
  });
});

describe('as a workbook', () => {
  test('every figure is a table with its numbers as numbers', () => {
    const report = reportOf('scrutiny_paper');
    const workbook = workbookOf(report);
    const figures = figuresOf(report);
    expect(workbook.tables).toHaveLength(figures.length);
    expect(workbook.cover[0]).toBe('Sample data. Everyone in it is invented.');
    expect(workbook.cover.join(' ')).toContain('Publication');
    workbook.tables.forEach(({ title, columns, rows, lines }, index) => {
      const { table, number, notes } = figures[index]!;
      expect(title).toContain(`Figure ${number}. `);
      expect(columns.map(({ holds }) => holds === 'words')).toEqual(
        table.columns.map(({ kind }) => kind === 'text'),
      );
      expect(lines.join(' ').match(/\[note \d+\]/g) ?? []).toHaveLength(notes.length);
      rows.forEach((row, at) => {
        expect(row).toHaveLength(columns.length);
        row.forEach((cell, column) => {
          const from = table.rows[at]!.cells[column]!;
          if (typeof from === 'string') expect(cell).toBe(from);
          else if (from.value === null) expect(cell).toBe(`[${from.status}]`);
          else if (columns[column]?.holds === 'percent') expect(cell).toBe(from.value);
          else expect(typeof cell).toBe('number');
        });
      });
    });
    expect(workbook.notes.length).toBe(new Set(workbook.notes).size);
  });
});

describe('as a folder', () => {
  test('has CSV files whose columns are those that the metadata names, and spreadsheets of its tables', async () => {
    const report = reportOf('monthly_neet');
    const drawn = await withDocument(() => drawReport(report));
    const folder = await withDocument(() => reportFolder(report, drawn));
    const csv = folder.filter(({ path }) => path.endsWith('.csv'));
    expect(csv).toHaveLength(figuresOf(report).length);
    const metadata = JSON.parse(textOf(folder, 'figures/csv-metadata.json')) as {
      tables: { url: string; tableSchema: { columns: { titles: string }[] } }[];
    };
    expect(metadata.tables.map(({ url }) => `figures/${url}`)).toEqual(csv.map(({ path }) => path));
    for (const { url, tableSchema } of metadata.tables) {
      const [header = ''] = textOf(folder, `figures/${url}`).split('\r\n');
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(header.split(','));
    }
    const zip = unzipSync(await withDocument(() => reportZip(report, drawn)));
    expect(Object.keys(zip)).toEqual(folder.map(({ path }) => `report/${path}`));
    // A sheet a table, beside the cover, the contents and the notes.
    const sheets = Object.keys(unzipSync(zip['report/report.xlsx']!)).filter((path) =>
      /^xl\/worksheets\/sheet\d+\.xml$/.test(path),
    );
    expect(sheets).toHaveLength(figuresOf(report).length + 3);
  });
});
