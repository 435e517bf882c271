import type { Page } from '@playwright/test';

/**
 * Milliseconds from a changed filter to the changed figures on screen: the page at the address is the overview of
 * loaded extracts, and is sent to one district after the other, each once its figures are drawn.
 */
export function filterTimes(page: Page, districts: readonly string[]): Promise<number[]> {
  return page.evaluate(async (codes) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const words = () => document.querySelector('.words')?.textContent ?? '';
    const settled = () => document.querySelector('.overview[aria-busy=false]') !== null;
    const times: number[] = [];
    for (const code of codes) {
      const before = words();
      const start = performance.now();
      location.hash = `v=1&district=${code}`;
      do await painted();
      while (!settled() || words() === before);
      times.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 400));
    }
    return times;
  }, districts);
}
