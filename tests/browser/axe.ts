import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds against WCAG 2.2 AA on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then((result) => result.violations)`,
  );
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

const plain = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const;

/** What a reader may have set, and the width of the window: every theme wide, the two of everyday narrow. */
const themes = [
  [1440, 'light', plain],
  [1440, 'dark', { ...plain, colorScheme: 'dark' }],
  [1440, 'more contrast', { ...plain, contrast: 'more' }],
  [1440, 'forced colours', { ...plain, forcedColors: 'active' }],
  [390, 'light', plain],
  [390, 'dark', { ...plain, colorScheme: 'dark' }],
] as const;

/** The same in every theme, wide and narrow; answers what was found with where. */
export async function violationsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [width, name, media] of themes) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia(media);
    // Pictures are drawn anew.
    if ((await page.getByRole('application').count()) > 0) await page.waitForTimeout(300);
    const here = await violations(page);
    found.push(...here.map((text) => `${width} ${name} ${text}`));
  }
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.emulateMedia(plain);
  return found;
}
