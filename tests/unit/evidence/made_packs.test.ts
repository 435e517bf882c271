// Packs made of templates on part of the committed sample county, by the way of the command line.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kent } from '$lib/county/kent';
import { settings } from '$lib/disclosure/settings';
import type { SafeTable } from '$lib/disclosure/safe_table';
import {
  askedAgain,
  differentExtracts,
  profileOf,
  type AskedAgain,
} from '$lib/evidence/make/made_again';
import { makeEvidence } from '$lib/evidence/make/make_evidence';
import { appVersion, enginePackage } from '$lib/evidence/make/versions';
import { resultRows, type ResultRow } from '$lib/evidence/result_rows';
import { fingerprint } from '$lib/evidence/seal/fingerprint';
import { verifyPack } from '$lib/evidence/verify_pack';
import { measureNamed } from '$lib/measures/catalogue';
import { requestOf } from '$lib/pins/pin';
import { definitionText, type FigureSpec } from '$lib/reports/definition';
import { evidenceTemplates } from '$lib/reports/evidence_templates';
import { readDefinition } from '$lib/reports/read_definition';
import { figuresOf, gapsOf } from '$lib/reports/report';
import type { Workspace } from '$lib/workspace/workspace';
import { parseArguments } from '../../../src/cli/figures/arguments';
import { tablesOf } from '../../../src/cli/figures/tables';
import { engineModule } from '../../../src/cli/pack/engine_module';
import { forEvidence } from '../../../src/cli/pack/for_evidence';
import { withDocument } from '../../../src/cli/report/document';
import { reportSource } from '../../../src/cli/report/workspace_source';
import { openWorkspaceInNode } from '../../../src/cli/workspace_in_node';
import { loadInto } from '../workspace/workspace_with_files';
import { filesOf, problemsOf, wrongWithBag } from './independent_verifier';
import { key, mustOpen } from './invented_pack';

const files = ['people', 'schools', 'activities', 'restrictions', 'involvements', 'guarantees'].map(
  (name) => join('data-samples', `${name}.parquet`),
);
const careLeavers = evidenceTemplates.find(({ id }) => id === 'care_leavers')!.definition;

let workspace: Workspace;
let module: Uint8Array<ArrayBuffer>;
type Made = Awaited<ReturnType<typeof makeEvidence>>;
let first: Made;
let second: Made;

const makeAt = (made: string): Promise<Made> =>
  withDocument(() =>
    makeEvidence(
      careLeavers,
      reportSource(workspace),
      forEvidence(workspace, settings.inspection, careLeavers.purpose),
      { made, engineModule: () => Promise.resolve(module), key },
    ),
  );

beforeAll(async () => {
  workspace = await openWorkspaceInNode(settings.inspection);
  await loadInto(workspace, files);
  module = await engineModule();
  first = await makeAt('2025-09-01T09:00:00Z');
  // What a reader looks at meanwhile is no part of the pack.
  await workspace.figures({ measure: 'neet', periods: ['2025-07'], by: ['district'], where: {} });
  second = await makeAt('2026-03-14T15:09:26Z');
});
afterAll(() => workspace.close());

const tablesIn = ({ report }: Made): readonly SafeTable[] =>
  figuresOf(report).flatMap(({ tables }) => tables);

const measuresOf = (spec: FigureSpec): readonly string[] => {
  if (spec.is === 'headlines') return spec.measures;
  return spec.is === 'asked' ? spec.requests.map(({ measure }) => measure) : [spec.measure];
};

describe('templates of evidence', () => {
  test('ask a question, say how good the data is and leave what was done since to the authority', () => {
    expect(evidenceTemplates).toHaveLength(7);
    for (const { definition } of evidenceTemplates)
      for (const { question, commentary, quality, since, figures } of definition.sections) {
        expect(question).toMatch(/\?$/);
        expect(commentary.length).toBeGreaterThan(60);
        expect(quality).toMatch(/\.$/);
        expect(since).toBe('');
        expect(figures.length).toBeGreaterThan(0);
      }
  });

  test('name measures that there are, split as they can be', () => {
    for (const { definition } of evidenceTemplates)
      for (const spec of definition.sections.flatMap(({ figures }) => figures)) {
        for (const id of measuresOf(spec)) expect(measureNamed(id), id).not.toBeNull();
        if (spec.is !== 'groups') continue;
        const measure = measureNamed(spec.measure)!;
        expect(
          [...measure.dimensions, ...Object.keys(measure.kinds ?? {})],
          spec.measure,
        ).toContain(spec.by);
      }
  });

  test('are for inspections, and can be read from a file', () => {
    const districts = kent.districts.map(({ code }) => code);
    for (const { id, definition } of evidenceTemplates) {
      expect([definition.profile, definition.evidence]).toEqual(['inspection', id]);
      const text = definitionText(definition);
      expect(readDefinition(text, districts)).toEqual({ definition, faults: [] });
      const other = text.replace(/"evidence": "[a-z_]+",/, '');
      const refused = readDefinition(other, districts);
      expect(refused.faults[0]?.sentence).toBe('Nothing of this name belongs here.');
    }
  });
});

describe('a pack of a template', () => {
  test('is valid, by the program and by a verifier that knows nothing of it', async () => {
    expect(gapsOf(first.report)).toEqual([]);
    const print = await fingerprint(key.publicKey);
    const report = await verifyPack(mustOpen(first.pack), [print]);
    expect(report.verdict).toBe('valid');
    const zip = Buffer.from(first.pack);
    expect(problemsOf(zip, print)).toEqual([]);
    expect(wrongWithBag(filesOf(zip))).toEqual([]);
  });

  test('made again at another moment has the same records', () => {
    const hashes = ({ pack }: Made) =>
      mustOpen(pack).records.map(({ record_sha256 }) => record_sha256);
    expect(hashes(first).length).toBeGreaterThan(8);
    expect(hashes(second)).toEqual(hashes(first));
    expect(mustOpen(second.pack).records[0]?.made).not.toBe(mustOpen(first.pack).records[0]?.made);
  });

  test('has a record for each safe table, with its very rows', () => {
    const { records, results } = mustOpen(first.pack);
    const tables = tablesIn(first);
    expect(records).toHaveLength(tables.length);
    for (const [index, { record }] of records.entries()) {
      const table = tables[index]!;
      expect(record.measure.id).toBe(table.measure.id);
      expect(record.request).toEqual(requestOf(table));
      expect(record.sql).toBe(table.made.sql);
      expect(results.get(record.figure)).toEqual(resultRows(table));
    }
  });

  test('shows what the figures command answers, and hides at least as much', async () => {
    const { records, results } = mustOpen(first.pack);
    workspace.policy = settings.inspection;
    let numbers = 0;
    for (const { record } of records) {
      const { measure, periods, by, where } = record.request;
      const asked = ['--measure', measure, '--period', periods.join(',')];
      if (by.length > 0) asked.push('--by', by.join(','));
      for (const [id, codes] of Object.entries(where))
        asked.push('--where', `${id}=${codes.join()}`);
      const [answer] = await tablesOf(workspace, parseArguments(asked));
      const shown = resultRows(answer!);
      for (const [index, row] of results.get(record.figure)!.entries()) {
        const other = shown[index]!;
        expect(row.keys).toEqual(other.keys);
        // One figure by itself is asked there; what is held back because of the others is hidden here alone.
        if (row.status === 'c' && other.status !== 'c') continue;
        expect(row).toEqual(other);
        numbers += 1;
      }
    }
    expect(numbers).toBeGreaterThan(50);
  });

  test('holds no number where a row is hidden, in its files for people too', () => {
    const opened = mustOpen(first.pack);
    let hidden = 0;
    for (const [id, rows] of opened.results) {
      const csv = new TextDecoder().decode(opened.files.get(`data/figures/${id}.csv`)!.content!);
      const lines = csv.trimEnd().split('\r\n').slice(1);
      expect(lines).toHaveLength(rows.length);
      for (const [index, row] of rows.entries()) {
        if (row.status !== 'c') continue;
        hidden += 1;
        for (const cell of [row.numerator, row.value, row.lower, row.upper])
          expect(cell.value).toBeNull();
        expect(lines[index]).toMatch(/,,,,,c,"?Inspection pack/);
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test('names the extracts by the hash of the whole file, and only those a figure rests on', async () => {
    const { pack, records } = mustOpen(first.pack);
    for (const { name, sha256 } of pack.extracts) {
      const content = await readFile(join('data-samples', name));
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
    const named = (table: string) => pack.extracts.find((each) => each.table === table)!.sha256;
    expect(pack.extracts).toHaveLength(files.length);
    for (const { record } of records) {
      expect(record.extracts).toContain(named('people'));
      // Who is restricted is left out, so every figure rests on that file too.
      expect(record.extracts).toContain(named('restrictions'));
      expect(record.extracts).not.toContain(named('guarantees'));
    }
  });

  test('says in its page whose it is, what it rests on and what was not written yet', async () => {
    const opened = mustOpen(first.pack);
    const html = new TextDecoder().decode(opened.files.get('data/index.html')!.content!);
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('script, iframe, link, img, base, form')).toHaveLength(0);
    const text = document.body.textContent ?? '';
    expect(text).toContain(await fingerprint(key.publicKey));
    for (const { sha256 } of opened.pack.extracts) expect(text).toContain(sha256);
    for (const { record } of opened.records) expect(text).toContain(record.figure);
    for (const { question } of careLeavers.sections) expect(text).toContain(question);
    expect(text).toContain('The authority has written nothing here.');
  });

  test('names the versions that package.json does', async () => {
    const { version, dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      version: string;
      dependencies: Record<string, string>;
    };
    expect(appVersion).toBe(version);
    expect(enginePackage.version).toBe(dependencies['@duckdb/duckdb-wasm']);
    const { record } = mustOpen(first.pack).records[0]!;
    expect(record.engine.version).toMatch(/^1\.32\.0 \(DuckDB v\d+\.\d+\.\d+\)$/);
  });
});

describe('asked again with the extracts at hand', () => {
  const again = async (
    changed: (id: string, rows: readonly ResultRow[]) => readonly ResultRow[],
  ) => {
    const { records, results } = mustOpen(first.pack);
    const pack = {
      records,
      results: new Map([...results].map(([id, rows]) => [id, changed(id, rows)] as const)),
    };
    const work = forEvidence(workspace, settings.inspection, careLeavers.purpose);
    const found: AskedAgain[] = [];
    for await (const each of askedAgain(pack, work)) found.push(each);
    return found;
  };

  test('every figure is the same, and so is every extract', async () => {
    const opened = mustOpen(first.pack);
    expect(profileOf(opened)?.id).toBe('inspection');
    expect((await again((_, rows) => rows)).filter((each) => each.is !== 'same')).toEqual([]);
    const hashed = await workspace.forEvidence(settings.inspection).hashFiles();
    expect(differentExtracts(opened, hashed)).toEqual([]);
    const [gone, ...others] = hashed;
    expect(differentExtracts(opened, others)).toEqual([gone?.report.file]);
  });

  test('a row that says another number is named, with both', async () => {
    const id = mustOpen(first.pack).records[0]!.record.figure;
    const found = await again((figure, rows) =>
      figure === id ? rows.map((row) => ({ ...row, value: { value: 0.123, status: 'ok' } })) : rows,
    );
    const different = found.filter((each) => each.is === 'different');
    expect(different.map(({ figure }) => figure)).toEqual([id]);
    expect(different[0]?.rows[0]?.then?.value.value).toBe(0.123);
    expect(different[0]?.rows[0]?.now?.value.value).not.toBe(0.123);
  });
});

describe('making a pack', () => {
  test('ends at once when it is cancelled', async () => {
    const stop = new AbortController();
    const work = forEvidence(workspace, settings.inspection, 'several');
    const hashing = work.hashFiles({ signal: stop.signal, onProgress: () => stop.abort() });
    await expect(hashing).rejects.toThrow(/abort/i);
  });

  test('is of one state of the extracts', async () => {
    const work = forEvidence(workspace, settings.inspection, 'several');
    const request = { measure: 'neet', periods: ['2025-07'], by: [], where: {} } as const;
    await work.figures(request);
    const guarantees = workspace.reports.find(({ table }) => table === 'guarantees')!;
    await workspace.remove(guarantees.fileNo);
    await expect(work.figures(request)).rejects.toThrow(
      'Extracts were loaded or removed meanwhile',
    );
  });
});
