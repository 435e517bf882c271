import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { definitionText, type ReportDefinition } from '$lib/reports/definition';
import { main } from '../../../src/cli/report';
import { parseArguments } from '../../../src/cli/report/arguments';
import { writeFolder } from '../../../src/cli/report/write_folder';

const definition: ReportDefinition = {
  format: 'waymark-report',
  version: 1,
  title: 'Small',
  purpose: 'tracking',
  profile: 'partners',
  view: { year: 'latest', districts: [], groups: {} },
  comparator: 'last_year',
  sections: [
    {
      title: 'Where',
      commentary: 'Look *here*.',
      figures: [
        { is: 'headlines', measures: ['neet'] },
        { is: 'groups', measure: 'neet', by: 'district' },
        { is: 'groups', measure: 'service_involvement', by: 'service' },
      ],
    },
  ],
};

let folder: string;
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-report-'));
  data = join(folder, 'data');
  await mkdir(data);
  for (const name of ['people', 'schools', 'activities', 'restrictions'])
    await copyFile(join('data-samples', `${name}.parquet`), join(data, `${name}.parquet`));
  await writeFile(join(folder, 'small.json'), definitionText(definition));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command in this process, with what it says. */
async function run(...args: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await main(args), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Every file of a folder by its path. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Object.fromEntries(
    await Promise.all(
      files.map(async ({ parentPath, name }) => [
        join(parentPath, name)
          .slice(path.length + 1)
          .replaceAll('\\', '/'),
        await readFile(join(parentPath, name), /\.(xlsx|ods)$/.test(name) ? 'base64' : 'utf8'),
      ]),
    ),
  );
}

describe('the command', () => {
  test('writes a report, and the same bytes from the same extracts', async () => {
    const args = ['--data', data, '--definition', join(folder, 'small.json')];
    const out = join(folder, 'made', 'report');
    const first = await run(...args, '--out', out);
    expect([first.code, first.stderr.split('\n').at(-2)]).toEqual([
      0,
      `2 figures are in ${out}/report.html.`,
    ]);
    expect(first.stderr).toContain(
      'Figure 3, Service involvement by service, is not in the report: ',
    );
    const once = await contentOf(out);
    expect(Object.keys(once).sort()).toEqual([
      'definition.json',
      'figures/csv-metadata.json',
      'figures/figure-01-headline-figures-kent-december-2024-to-february-2025.csv',
      'figures/figure-02-neet-by-district-december-2024-to-february-2025.csv',
      'pictures/figure-02-neet-by-district-december-2024-to-february-2025.svg',
      'report.html',
      'report.ods',
      'report.xlsx',
    ]);
    expect(once['definition.json']).toBe(definitionText(definition));
    // Not today: the day of the latest extract.
    expect(once['report.html']).toContain('<dt>Made</dt><dd>31 July 2025</dd>');

    const second = await run(...args, '--out', out, '--made', '2025-07-31T00:00:00Z');
    expect(second.code).toBe(0);
    expect(await contentOf(out)).toEqual(once);
    expect(await readdir(join(folder, 'made'))).toEqual(['report']);
  });

  test('says how it is used', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/--template ID[^]*monthly_neet[^]*not the time of the clock/);
  });

  test.each([
    [[], 'Name the folder of the extracts (--data) and one to make (--out).'],
    [['--data', 'a', '--out', 'b'], 'Name a template'],
    [['--data', 'a', '--out', 'b', '--template', 'x', '--definition', 'y'], 'one of both'],
    [
      ['--data', 'a', '--out', 'b', '--template', 'x'],
      'There is no template "x". There are: monthly_neet',
    ],
    [['--data', 'a', '--out', 'b', '--template', 'district_profile'], 'is of one district'],
    [
      ['--data', 'a', '--out', 'b', '--template', 'monthly_neet', '--made', 'today'],
      '--made is an instant',
    ],
    [
      ['--data', 'a', '--out', 'b', '--template', 'monthly_neet', '--profile', 'raw'],
      'no disclosure profile "raw"',
    ],
    [
      ['--data', '/nowhere', '--out', 'b', '--template', 'monthly_neet'],
      'The folder /nowhere cannot be read',
    ],
    [['--data', 'a', '--out', 'b', '--definition', '/nowhere.json'], 'cannot be read'],
    [['--colour'], '--help says what there is.'],
  ])('refuses %j', async (args, sentence) => {
    const { code, stderr } = await run(...args);
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain(sentence);
  });

  test('names what is wrong with a definition by its place', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, definitionText(definition).replace('"neet"', '"nit"'));
    const { code, stderr } = await run(
      '--data',
      data,
      '--out',
      join(folder, 'x'),
      '--definition',
      file,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('sections[0].figures[0].measures[0]: There is no such measure');
    expect(await readdir(folder)).not.toContain('x');
  });
});

describe('the folder', () => {
  test('of somebody else is not touched', async () => {
    const theirs = join(folder, 'theirs');
    await mkdir(theirs);
    await writeFile(join(theirs, 'minutes.txt'), 'kept');
    await expect(writeFolder(theirs, [{ path: 'report.html', content: '' }])).rejects.toThrow(
      'holds other things than a report (minutes.txt)',
    );
    expect(await contentOf(theirs)).toEqual({ 'minutes.txt': 'kept' });
  });

  test('stands as it was when the new report cannot be written whole', async () => {
    const target = join(folder, 'kept');
    await writeFolder(target, [{ path: 'report.html', content: 'old' }]);
    const clash = [
      { path: 'figures', content: 'a file' },
      { path: 'figures/a.csv', content: 'in what is no folder' },
    ];
    await expect(writeFolder(target, clash)).rejects.toThrow('The report cannot be written');
    expect(await contentOf(target)).toEqual({ 'report.html': 'old' });
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('arguments are read as they are written', () => {
  const args = [
    '--data',
    'a',
    '--out',
    'b',
    '--template',
    'c',
    '--district',
    'd',
    '--profile',
    'e',
  ];
  expect(parseArguments(args)).toEqual({
    data: 'a',
    out: 'b',
    from: { template: 'c' },
    district: 'd',
    profile: 'e',
    made: null,
  });
});
