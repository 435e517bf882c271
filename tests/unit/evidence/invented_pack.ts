import { settings } from '$lib/disclosure/settings';
import type { Bytes } from '$lib/evidence/bytes';
import { readPack, type OpenedPack } from '$lib/evidence/read_pack';
import type { ResultRow } from '$lib/evidence/result_rows';
import { publicKeyOf } from '$lib/evidence/seal/ed25519_noble';
import type { SealingKey } from '$lib/evidence/seal/key_file';
import type { Sealing } from '$lib/evidence/seal/seal_file';
import type { PackFigure, PackInput } from '$lib/evidence/write_pack';

const cell = (value: number | null) => ({ value, status: value === null ? 'c' : 'ok' }) as const;

/** A row of so many of so many; null where it is hidden. */
export function inventedRow(
  period: string,
  district: string,
  counts: readonly [number, number] | null,
): ResultRow {
  const [numerator, denominator] = counts ?? [null, null];
  const rate = numerator === null ? null : numerator / denominator;
  return {
    period,
    keys: { district },
    numerator: cell(numerator),
    denominator: cell(denominator),
    value: cell(rate),
    lower: cell(rate === null ? null : rate * 0.8),
    upper: cell(rate === null ? null : rate * 1.25),
    status: counts === null ? 'c' : 'ok',
  };
}

export const people = 'a1'.repeat(32);
export const activities = 'b2'.repeat(32);

/** A figure of an invented measure, by district. */
export function inventedFigure(id: string, rows: readonly ResultRow[]): PackFigure {
  return {
    id,
    making: {
      title: `Invented figure ${id}, “NEET”`,
      subtitle: 'By district, December 2024 to February 2025',
      measure: { id: 'neet', label: 'NEET', version: 'c3'.repeat(32) },
      periods: ['2025-djf'],
      request: { measure: 'neet', periods: [], by: ['district'], where: { sex: ['F', 'M'] } },
      sql: 'select district, sum(neet) as numerator, count(*) as denominator\nfrom activity_months\nwhere month >= $first_month',
      parameters: { first_month: '2024-12-31', last_month: '2025-02-28', sex_0: 'F' },
      engine: { name: 'DuckDB-WASM', version: '1.32.0', wasm_sha256: 'd4'.repeat(32) },
      extracts: [people, activities],
      notes: ['One district is hidden to protect people.'],
    },
    made: '2026-01-31T09:30:00.000Z',
    rows,
    csv: `period,district,value\n${rows.map((row) => `${row.period},${row.keys.district},${row.value.value ?? ''}`).join('\n')}\n`,
    csvw: '{"@context":"http://www.w3.org/ns/csvw","url":"figure.csv"}',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" role="img">${'<rect width="4" height="9"/>'.repeat(20)}</svg>`,
  };
}

/** A small pack of invented figures; what is given replaces what it says. */
export function inventedInput(figures: number, changes: Partial<PackInput> = {}): PackInput {
  const list = Array.from({ length: figures }, (_, index) =>
    inventedFigure(`neet-${index + 1}`, [
      inventedRow('2025-djf', 'E07000105', [40 + index, 1200]),
      inventedRow('2025-djf', 'E07000106', [31 + index, 900]),
      inventedRow('2025-djf', 'E07000107', null),
    ]),
  );
  return {
    details: {
      title: 'Young people who are NEET — an invented pack',
      template: 'send-and-neet',
      county: 'Kent',
      made: '2026-01-31T10:00:00.000Z',
      app_version: '0.1.0',
      profile: settings.inspection,
      sample: true,
      conditions: 'For a test. Nobody in it exists.',
      extracts: [
        {
          name: 'people.parquet',
          table: 'people',
          rows: 2100,
          sha256: people,
          extracted: '2026-01-15',
          from: null,
          to: null,
        },
        {
          name: 'activities.parquet',
          table: 'activities',
          rows: 25200,
          sha256: activities,
          extracted: '2026-01-15',
          from: '2024-09-01',
          to: '2025-12-31',
        },
      ],
      sections: [
        {
          title: 'Who is NEET',
          question: 'How many young people are NEET, and where?',
          figures: list.map((figure) => figure.id),
          commentary: 'Fewer than last year.',
          quality: 'All months are loaded.',
          since: 'A worker was found for Ashford.',
        },
      ],
    },
    figures: list,
    indexHtml: `<!doctype html><html lang="en"><title>Evidence</title>${'<p>A page of an invented pack.</p>'.repeat(10)}</html>`,
    ...changes,
  };
}

/** A throw-away key, the same in every run: never used for anything but these tests. */
export const key: SealingKey = (() => {
  const seed = new Uint8Array(32).fill(7);
  return {
    authority: 'Invented County Council',
    created: '2026-01-01T00:00:00.000Z',
    publicKey: publicKeyOf(seed),
    seed,
  };
})();

export const sealing: Sealing = { key, sealed: '2026-01-31T10:05:00.000Z' };

/** Opens a pack that must open. */
export function mustOpen(bytes: Bytes): OpenedPack {
  const opened = readPack(bytes);
  if ('refused' in opened) throw new Error(opened.sentence);
  return opened;
}
