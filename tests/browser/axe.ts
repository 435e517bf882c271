import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** The rules of axe that look at colours. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds against WCAG 2.2 AA on the page as it stands, or of some of its rules. */
export async function violations(
  page: Page,
  runOnly: typeof tags | typeof ofColours = tags,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then((result) => result.violations)`,
  );
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

const plain = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const;

/**
 * What a reader may have set, and the width of the window: every theme wide, the two of everyday narrow. The theme
 * changes nothing but colours, so that every rule is asked once for each width.
 */
const themes = [
  [1440, 'light', plain, tags],
  [1440, 'dark', { ...plain, colorScheme: 'dark' }, ofColours],
  [1440, 'more contrast', { ...plain, contrast: 'more' }, ofColours],
  [1440, 'forced colours', { ...plain, forcedColors: 'active' }, ofColours],
  [390, 'light', plain, tags],
  [390, 'dark', { ...plain, colorScheme: 'dark' }, ofColours],
] as const;

/** The same in every theme, wide and narrow; answers what was found with where. */
export async function violationsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [width, name, media, rules] of themes) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia(media);
    // Pictures are drawn anew.
    if ((await page.getByRole('application').count()) > 0) await page.waitForTimeout(300);
    const here = await violations(page, rules);
    found.push(...here.map((text) => `${width} ${name} ${text}`));
  }
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.emulateMedia(plain);
  return found;
}
