import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { figuresFor } from '$lib/overview/asked_figures';
import { overviewRequests, type OverviewFigures } from '$lib/overview/overview_figures';
import { settings } from '$lib/disclosure/settings';
import type { SafeTable } from '$lib/disclosure/safe_table';
import { defaultView } from '$lib/view/view';
import { row, safe } from '../disclosure/tables';

let paint: () => void = () => {};
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (painted: () => void) => (paint = painted));
});
afterEach(() => void vi.unstubAllGlobals());

const requests = overviewRequests(defaultView, '2024-25', '2025-07');
const onItsWay = 'This is being worked out.';
const missing = (figures: OverviewFigures): string[] =>
  Object.entries(figures).flatMap(([name, figure]) => (figure === onItsWay ? [name] : []));

/** Asks with an answer for each figure that says which it is, and follows what comes when. */
function ask() {
  const asked: string[] = [];
  const shown: OverviewFigures[] = [];
  const session = {
    moreToCome: false,
    figures: ({ measure, by }: { measure: string; by: readonly string[] }) => {
      asked.push([measure, ...by].join(' '));
      return Promise.resolve(`${measure} is here.`);
    },
  };
  const done = figuresFor(session, requests, new AbortController().signal, {
    onFirst: (figures) => shown.push(figures),
    onSaid: (figures) => shown.push(figures),
  });
  return { asked, shown, done };
}

it('shows the first tile, then what is said in words, and asks what is only drawn once that is painted', async () => {
  const { asked, shown, done } = ask();
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  const [first, said] = shown as [OverviewFigures, OverviewFigures];
  expect(first.headline).toBe('neet_or_not_known is here.');
  expect(missing(said)).toEqual(['neetMonths', 'notKnownMonths', 'services', 'servicesCounty']);
  await new Promise((later) => setTimeout(later, 20));
  expect(asked.filter((each) => each.startsWith('service_involvement'))).toEqual([]);
  paint();
  expect(missing(await done)).toEqual([]);
  expect(asked).toHaveLength(Object.keys(requests).length);
});

it('rejects when a figure cannot be had', async () => {
  const failing = {
    moreToCome: false,
    figures: () => Promise.reject(new Error('The engine has stopped.')),
  };
  const nothing = { onFirst: () => {}, onSaid: () => {} };
  await expect(
    figuresFor(failing, requests, new AbortController().signal, nothing),
  ).rejects.toThrow('The engine has stopped.');
});

it('says of a figure that has nothing yet that it comes, but only while there are files to be read', async () => {
  const counts = { ...row(30, 200), available: false };
  const nothing = safe([counts], settings.explore);
  expect(nothing.rows.map(({ status }) => status)).toEqual(['x']);
  const some = safe([row(30, 200)], settings.explore);
  const answered = async (table: SafeTable | string, moreToCome: boolean): Promise<unknown> => {
    const session = { moreToCome, figures: () => Promise.resolve(table) };
    const noted = { onFirst: () => {}, onSaid: () => {} };
    vi.stubGlobal('requestAnimationFrame', (painted: () => void) => painted());
    return (await figuresFor(session, requests, new AbortController().signal, noted)).persistent;
  };
  expect(await answered(nothing, true)).toBe(onItsWay);
  expect(await answered(nothing, false)).toBe(nothing);
  expect(await answered(some, true)).toBe(some);
  const missing = 'Persistent absence needs attendance.';
  expect(await answered(missing, true)).toBe(onItsWay);
  expect(await answered(missing, false)).toBe(missing);
});
