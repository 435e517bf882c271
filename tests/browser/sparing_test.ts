// What every file of browser tests starts from: a browser whose reader asked it to be sparing, so that no page works
// ahead of what is asked. Two tabs that do keep both cores busy with figures that no test looks at.
import { test as base, type Browser } from '@playwright/test';

export const test = base.extend<object, { sparing: boolean }>({
  /** A file says `test.use({ sparing: false })` to see pages that work ahead. */
  sparing: [true, { scope: 'worker', option: true }],
  browser: [
    async ({ browser, sparing }, use) => {
      if (sparing) everyTabIsSparing(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

/** Tabs that a test opens by itself, too: all of them come from a new context. */
function everyTabIsSparing(browser: Browser): void {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    return context;
  };
}
