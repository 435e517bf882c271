import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cwd = fileURLToPath(new URL('../../..', import.meta.url));
const eslint = new ESLint({ cwd });

/** The rules that a snippet breaks when it stands in this file. */
async function broken(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: `${cwd}${filePath}` });
  return result!.messages.map((message) => message.ruleId);
}

const uses = (name: string, from: string) =>
  `import { ${name} } from '${from}';\nexport const used = ${name};\n`;

describe('the way of the data is one direction', () => {
  it.each([
    ['src/lib/charts/bars.ts', uses('sql', '$lib/engine/sql')],
    ['src/lib/charts/bars.ts', uses('buildMarts', '../marts/marts')],
    ['src/lib/reports/report.ts', uses('intake', '../intake/intake')],
    ['src/lib/evidence/pack.ts', uses('sql', '../engine/sql')],
    ['src/lib/ui/panel.ts', uses('sql', '$lib/engine')],
    ['src/routes/+page.ts', uses('sql', '$lib/engine/sql')],
    ['src/lib/statistics/wilson.ts', uses('catalogue', '../measures/catalogue')],
    ['src/lib/engine/engine.ts', uses('tables', '../contract/tables')],
    ['src/lib/contract/tables.ts', uses('sql', '../engine/sql')],
    ['src/lib/county/kent.ts', uses('catalogue', '../measures/catalogue')],
    ['src/lib/measures/neet.ts', uses('bars', '../charts/bars')],
    ['src/lib/disclosure/protect.ts', uses('sql', '../engine/sql')],
  ])('%s may not import against it', async (file, code) => {
    expect(await broken(file, code)).toEqual(['no-restricted-imports']);
  });

  it('nor by an import at run time', async () => {
    const code = "export const late = () => import('$lib/engine/sql');\n";
    expect(await broken('src/lib/charts/bars.ts', code)).toEqual(['no-restricted-syntax']);
  });

  it.each([
    ['src/lib/charts/bars.ts', uses('safeTableCsv', '../disclosure/safe_table_csv')],
    ['src/lib/measures/neet.ts', uses('rowsOf', '../engine/rows')],
    ['src/lib/disclosure/protect.ts', uses('wilsonInterval', '../statistics/wilson')],
    ['src/routes/+page.ts', uses('openWorkspace', '$lib/workspace/workspace')],
  ])('%s may import with it', async (file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });
});

describe('only safe tables can be drawn or exported', () => {
  const law = 'no-restricted-imports';
  it.each([
    ['rows of the engine', 'src/lib/view/view.ts', uses('rowsOf', '../engine/rows')],
    ['rows of the engine', 'src/routes/+page.ts', uses('rowsOf', '$lib/engine/rows')],
    ['counts', 'src/lib/charts/bars.ts', uses('openCounts', '../disclosure/counts')],
    ['counts', 'src/lib/workspace/w.ts', uses('openCounts', '$lib/disclosure/counts')],
    ['counts', 'src/lib/measures/neet.ts', uses('openCounts', '../disclosure/counts')],
    ['counts', 'src/cli/figures.ts', uses('openCounts', '$lib/disclosure/counts')],
  ])('%s are not opened in %s', async (_what, file, code) => {
    expect(new Set(await broken(file, code))).toEqual(new Set([law]));
  });

  it('counts are made by measures only', async () => {
    const code = uses('makeCounts', '../disclosure/counts');
    expect(await broken('src/lib/workspace/figures.ts', code)).toEqual([law]);
    expect(await broken('src/lib/measures/count.ts', code)).toEqual([]);
  });

  it.each(['{} as SafeTable', '<SafeTable>{}', '{} as unknown as SafeTable', '[] as SafeTable[]'])(
    'no file but protect.ts may say %s',
    async (cast) => {
      const code = `import { type SafeTable } from '$lib/disclosure/safe_table';\nexport const t = ${cast};\n`;
      for (const file of ['src/lib/charts/bars.ts', 'src/cli/figures.ts', 'tests/unit/a.test.ts'])
        expect(await broken(file, code)).toEqual(['no-restricted-syntax']);
    },
  );
});

describe('nothing leaves the tab or outlives it', () => {
  it.each([
    'new RTCPeerConnection();',
    "new WebSocket('wss://example.org');",
    "new window.EventSource('/');",
    "navigator.sendBeacon('/', 'x');",
    "localStorage.setItem('a', 'b');",
    "globalThis.sessionStorage.setItem('a', 'b');",
    "indexedDB.open('a');",
    "caches.open('a');",
    "window.open('https://example.org');",
    "open('https://example.org');",
    "location = 'https://example.org';",
    "window.location = 'https://example.org';",
    "location.href = 'https://example.org';",
    "document.location.href = 'https://example.org';",
    "location.assign('https://example.org');",
    "window.location.replace('https://example.org');",
    "console.log('a');",
    "eval('1');",
  ])('%s is refused in pages and library', async (code) => {
    for (const file of ['src/lib/view/view.ts', 'src/routes/page.ts'])
      expect(await broken(file, `${code}\n`)).toHaveLength(1);
  });

  it('the fragment of the address may be set', async () => {
    expect(await broken('src/lib/view/view.ts', "location.hash = 'a';\n")).toEqual([]);
  });

  it('no markup is written as text into a page', async () => {
    const code =
      '<script lang="ts">\n  let { html }: { html: string } = $props();\n</script>\n\n{@html html}\n';
    expect(await broken('src/lib/ui/Panel.svelte', code)).toEqual(['svelte/no-at-html-tags']);
  });
});

describe('figures reproduce', () => {
  it.each(['Math.random()', 'Date.now()', 'new Date()', 'Date()'])(
    '%s is refused where figures are made',
    async (code) => {
      for (const folder of ['measures', 'marts', 'statistics', 'disclosure', 'models'])
        expect(await broken(`src/lib/${folder}/a.ts`, `export const a = ${code};\n`)).toEqual([
          'no-restricted-syntax',
        ]);
    },
  );

  it('a date that is given is not', async () => {
    const code = "export const a = new Date('2025-01-31');\n";
    expect(await broken('src/lib/measures/a.ts', code)).toEqual([]);
  });
});
