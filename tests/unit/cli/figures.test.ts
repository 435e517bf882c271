import { writeFile } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '$lib/disclosure/policy';
import { answerQuestions } from '../../../src/cli/figures/questions';
import { extractsIn, openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { ExtractFolder } from '../../files/extract_folder';
import { person, register, schools, times } from '../../files/rows';
import { callFigures, runFigures } from './figures_command';

let folder: ExtractFolder;
let refused: ExtractFolder;

/**
 * Twenty girls, eight of whom missed one of ten sessions, and ten boys, three of whom did. Boys live in
 * Canterbury. Nobody is 16 or 17 but person 31, who is NEET in January.
 */
beforeAll(async () => {
  folder = await ExtractFolder.create();
  const pupils = Array.from({ length: 30 }, (_, index) => index + 1);
  const isGirl = (id: number) => id <= 20;
  const absent = (id: number) => (isGirl(id) ? id <= 8 : id <= 23);
  await folder.parquet('people', [
    ...pupils.map((id) =>
      person(id, '2010-05-01', isGirl(id) ? {} : { sex: 'M', home_district: 'E07000106' }),
    ),
    person(31, '2007-05-01'),
  ]);
  await folder.csv('schools', schools);
  await folder.parquet('attendance', [
    ...pupils.flatMap((id) =>
      register(id, 118001, '2024-09-09', [...times('/', 9), absent(id) ? 'I' : '/']),
    ),
    ...register(1, 118001, '2024-09-23', ['9']), // no such code
  ]);
  await folder.parquet('activities', [
    { person_id: 31, month: '2025-01-01', activity_code: 619, currency_lapsed: false },
  ]);
  await writeFile(folder.pathOf('notes.txt'), 'not an extract');

  refused = await ExtractFolder.create();
  await refused.parquet('people', [person(1, '2010-05-01')]);
  await refused.csv('schools', schools);
  await refused.parquet('attendance', register(1, 118001, '2024-09-09', times('/', 10)));
  await writeFile(refused.pathOf('activities.parquet'), 'PAR1 and nothing else');
});

afterAll(async () => {
  await folder.remove();
  await refused.remove();
});

const persistent = () => ['--data', folder.path, '--measure', 'persistent_absence'];
const columns = ['numerator', 'denominator', 'value', 'lower', 'upper', 'status'];

describe('figures in a process of their own', () => {
  it('prints CSV and nothing else on standard output, and hides small counts', async () => {
    const { code, stdout, stderr } = await runFigures(
      ...persistent(),
      '--by',
      'sex',
      '--period',
      '2023-24,2024-25',
    );
    expect(code).toBe(0);
    // Three of ten boys are few; the eight of twenty girls would give them away beside the total.
    expect(stdout).toBe(
      [
        `measure,period,sex,${columns.join(',')}`,
        'persistent_absence,2023-24,,,,,,,x',
        'persistent_absence,2024-25,F,,,,,,c',
        'persistent_absence,2024-25,M,,,,,,c',
        '',
      ].join('\n'),
    );
    const total = await callFigures(...persistent(), '--period', '2024-25');
    // Wilson limits of 11 of 30, worked out apart
    expect(total.stdout.trim().split('\n').at(-1)).toMatch(
      /^persistent_absence,2024-25,11,30,0\.3666+\d*,0\.218739208061\d*,0\.544864363452\d*,ok$/,
    );
    expect(stderr).toContain('attendance.parquet: attendance, 300 of 301 rows loaded');
    expect(stderr).toContain('schools.csv: schools, 2 of 2 rows loaded');
    expect(stderr).toMatch(/drop unknown_code \(1; row 301\): attendance\.parquet, column code/);
    expect(stderr).not.toContain('notes.txt');
    expect(stderr).not.toContain('OFF');
  });

  it('shows small counts with --raw, says so, and gives the same names in JSON', async () => {
    const { code, stdout, stderr } = await callFigures(
      ...['--data', folder.path, '--measure', 'persistent_absence,neet', '--by', 'district,sex'],
      ...['--raw', '--format', 'json'],
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/Disclosure control is OFF/);
    const records = JSON.parse(stdout) as Record<string, unknown>[];
    expect(records.map((record) => Object.keys(record))).toEqual(
      records.map(() => ['measure', 'period', 'district', 'sex', ...columns]),
    );
    expect(records).toEqual([
      expect.objectContaining({ period: '2024-25', district: 'E07000105', sex: 'F', numerator: 8 }),
      expect.objectContaining({
        sex: 'M',
        numerator: 3,
        denominator: 10,
        value: 0.3,
        status: 'ok',
      }),
      expect.objectContaining({ measure: 'neet', period: '2025-01', sex: 'F', numerator: 1 }),
    ]);
  });

  it('prints no figure when a file is refused, and says which and why', async () => {
    const { code, stdout, stderr } = await runFigures(
      ...['--data', refused.path, '--measure', 'persistent_absence'],
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('activities.parquet: REFUSED');
    expect(stderr).toContain('people.parquet: people, 1 of 1 rows loaded');
    expect(stderr).toMatch(/no figure is printed/);
  });
});

describe('the figures command', () => {
  it('keeps one group with --where, over several filters', async () => {
    const { stdout } = await callFigures(
      ...[...persistent(), '--raw', '--by', 'home_district'],
      ...['--where', 'sex=M,F', '--where', 'year_group=10', '--where', 'home_district=E07000106'],
    );
    const { data } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true });
    expect(data).toEqual([
      expect.objectContaining({ home_district: 'E07000106', numerator: '3', denominator: '10' }),
    ]);
  });

  it('prints several measures under the columns of both, a term and the year to date', async () => {
    const { code, stdout } = await callFigures(
      ...['--data', folder.path, '--measure', 'overall_absence', '--measure', 'severe_absence'],
      ...['--raw', '--period', '2024-25-t1', '--period', '2024-25-ytd'],
    );
    expect(code).toBe(0);
    const { data, meta } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true });
    expect(meta.fields).toEqual(['measure', 'period', ...columns]);
    expect(
      data.map((row) => [row['measure'], row['period'], row['numerator'], row['denominator']]),
    ).toEqual([
      ['overall_absence', '2024-25-t1', '11', '300'],
      ['overall_absence', '2024-25-ytd', '11', '300'],
      ['severe_absence', '2024-25-t1', '0', '30'],
      ['severe_absence', '2024-25-ytd', '0', '30'],
    ]);
  });

  it.each([
    ['a measure', ['--measure', 'happiness'], /no measure "happiness"/],
    ['a dimension', ['--measure', 'neet', '--by', 'shoe_size'], /no dimension "shoe_size"/],
    ['a filter', ['--measure', 'neet', '--where', 'sex'], /--where is DIM=VALUE/],
    ['a format', ['--measure', 'neet', '--format', 'xlsx'], /csv or json/],
    ['an option', ['--measure', 'neet', '--loud'], /--loud/],
  ])('says in a sentence that it does not know %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await callFigures('--data', folder.path, ...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
  });

  it.each([
    ['a period that is none', ['--measure', 'neet', '--period', 'soon'], /"soon" is not a period/],
    ['a dimension it lacks', ['--measure', 'persistent_absence,neet', '--by', 'phase'], /by phase/],
    ['a table that is absent', ['--measure', 'service_involvement'], /needs involvements/],
  ])('says in a sentence why a measure has no answer to %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await callFigures('--data', folder.path, ...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n').at(-1)).toMatch(sentence);
  });

  it('says that a folder is not there, or has no extract in it', async () => {
    const absent = await callFigures('--data', folder.pathOf('absent'), '--measure', 'neet');
    expect(absent).toMatchObject({ code: 1, stdout: '' });
    expect(absent.stderr).toContain('cannot be read');
    const empty = await ExtractFolder.create();
    const none = await callFigures('--data', empty.path, '--measure', 'neet');
    await empty.remove();
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('There is no .parquet or .csv file');
  });

  it('loads once with --questions, and answers each line with the figures or the reason', async () => {
    const workspace = await openWorkspaceInNode(defaultPolicy);
    try {
      await workspace.load(await extractsIn(folder.path));
      const lines = [
        '--measure persistent_absence --by sex --period 2024-25',
        '',
        '--measure happiness',
        '--measure persistent_absence --raw',
        '--measure persistent_absence --where sex=F --period 2024-25',
      ];
      const output = new PassThrough({ encoding: 'utf8' });
      await answerQuestions(workspace, Readable.from([lines.join('\n')]), output);
      const answers = String(output.read())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
      expect(answers).toEqual([
        { figures: [expect.objectContaining({ sex: 'F' }), expect.objectContaining({ sex: 'M' })] },
        { error: 'There is no measure "happiness"; --list names them all.' },
        { error: 'A question has --measure, --by, --where and --period only.' },
        { figures: [expect.objectContaining({ status: 'c', numerator: null })] },
      ]);
    } finally {
      await workspace.close();
    }
  });

  it('lists the catalogue as CSV and as JSON', async () => {
    const ids = [
      ...['neet', 'not_known', 'neet_or_not_known'],
      ...['overall_absence', 'persistent_absence', 'severe_absence', 'service_involvement'],
    ];
    const asCsv = await callFigures('--list');
    const { data, meta } = Papa.parse<Record<string, string>>(asCsv.stdout.trim(), {
      header: true,
    });
    const named = ['id', 'label', 'definition', 'source', 'unit', 'dimensions'];
    expect(meta.fields).toEqual(expect.arrayContaining(named));
    expect(data.map((row) => row['id'])).toEqual(expect.arrayContaining(ids));
    expect(data.flatMap((row) => named.filter((name) => !row[name]))).toEqual([]);

    const asJson = await callFigures('--list', '--format', 'json');
    const listed = JSON.parse(asJson.stdout) as { id: string; dimensions: string[] }[];
    expect(listed.map(({ id }) => id)).toEqual(data.map((row) => row['id']));
    const involvement = listed.find(({ id }) => id === 'service_involvement');
    expect(involvement?.dimensions).toContain('service');
    expect([asCsv.code, asJson.code, asCsv.stderr, asJson.stderr]).toEqual([0, 0, '', '']);
    expect(data.length).toBeGreaterThanOrEqual(80);
    expect(data.filter((row) => !/\bselect\b/.test(row['sql'] ?? ''))).toEqual([]);

    const models = await callFigures('--list-models');
    const questions = JSON.parse(models.stdout) as { id: string; question: string }[];
    expect(questions.map(({ id }) => id)).toContain('forecast');
  });
});
