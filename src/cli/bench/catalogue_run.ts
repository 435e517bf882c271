import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { rawPolicy } from '$lib/disclosure/policy';
import { extractsIn, openWorkspaceInNode } from '../workspace_in_node';
import { askCatalogue, type AskedCatalogue } from './ask_catalogue';

const PAGE = 'src/cli/bench/catalogue_page.html';

/** Asks the whole catalogue of the extracts in a folder, through the page's engine under Node. */
export async function catalogueInNode(folder: string): Promise<AskedCatalogue> {
  const workspace = await openWorkspaceInNode(rawPolicy);
  try {
    await workspace.load(await extractsIn(folder));
    return await askCatalogue(workspace);
  } finally {
    await workspace.close();
  }
}

/** The same in Chromium, through the page's own workers: a page of its own that has the workspace and nothing else. */
export async function catalogueInBrowser(
  folder: string,
  executablePath: string,
): Promise<AskedCatalogue> {
  const out = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  await buildPage(out);
  const site = await preview({ configFile: false, logLevel: 'error', build: { outDir: out } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(3_600_000);
    await page.goto(`${site.resolvedUrls?.local[0]}${PAGE}`);
    const names = readdirSync(folder).filter((name) => /\.(parquet|csv)$/i.test(name));
    await page.setInputFiles(
      'input',
      names.map((name) => join(folder, name)),
    );
    return await page.evaluate(() =>
      (
        globalThis as unknown as { askCatalogueOfFiles: () => Promise<AskedCatalogue> }
      ).askCatalogueOfFiles(),
    );
  } finally {
    await browser.close();
    await site.close();
    rmSync(out, { recursive: true });
  }
}

function buildPage(out: string): Promise<unknown> {
  return build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: resolve('src/lib') } },
    worker: { format: 'es' },
    build: { outDir: out, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: PAGE } },
  });
}
