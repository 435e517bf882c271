// What a reader does who has a keyboard and nothing else.
import { expect, type Locator, type Page } from '@playwright/test';

/** How many steps of the Tab key a reader is let go in search of something. */
const patience = 700;

/** Goes on with the Tab key until this has the focus, and sees to it that the focus can be seen. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const wanted = await target.elementHandle();
  for (let step = 0; step < patience; step += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((node) => node === document.activeElement, wanted)) {
      await expectVisibleFocus(page);
      return;
    }
  }
  throw new Error(`${String(target)} is not reached by ${key}`);
}

/** Reaches something and presses a key there: Enter unless another is named. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Chooses another option of a select; answers its value. */
export async function chooseNext(page: Page, select: Locator, key = 'ArrowDown'): Promise<string> {
  await tabTo(page, select);
  const before = await select.inputValue();
  await page.keyboard.press(key);
  await expect(select).not.toHaveValue(before);
  return select.inputValue();
}

/** A ring round what has the focus, in sight, with nothing before it, once pictures above it have been drawn. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(howFocusIsSeen), { timeout: 5_000 })
    .toMatchObject({ ring: true, inSight: true, uncovered: true });
}

/** Runs in the page; null where nothing has the focus. */
function howFocusIsSeen() {
  const node = document.activeElement;
  if (!(node instanceof HTMLElement)) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  const box = node.getClientRects()[0] ?? node.getBoundingClientRect();
  // A tall picture is looked at where it is in sight.
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    what: node.outerHTML.slice(0, 120),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inSight: right > left && bottom > top,
    uncovered: there !== null && (node.contains(there) || there.contains(node)),
  };
}

/** From anywhere on a page to its content, by the link before everything else. */
export async function skipToContent(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Skip to main content' });
  await tabTo(page, link, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}

/** Moves to another page by the rail, then to its content. */
export async function goByRail(page: Page, name: string): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name, exact: true });
  await tabTo(page, link, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await skipToContent(page);
}
