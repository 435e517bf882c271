import { startSealedStatements } from './sealed_worker';

/** What came of an attempt to send something out of the tab. */
export interface Attempt {
  /** What was tried, in words for the reader. */
  readonly route: string;
  /** Whether the browser or the database said that it refused. */
  readonly refused: boolean;
  /** By what, or what was said instead. */
  readonly said: string;
}

/** How long the browser is given to say that it refused, in milliseconds. */
const patience = 1500;

const silent = 'nothing was refused in words; look whether it arrived';

/** All that is ever sent: no data, whatever is loaded. */
const words = 'waymark-leak-test';

/**
 * Ways out of a page, none of which is used anywhere else in the program. A frame is not among them: its content is
 * refused, but Chromium connects to the other site, without asking it for anything, before it refuses.
 */
const routes: readonly (readonly [string, (address: string) => unknown])[] = [
  ['A request of the page (fetch)', (to) => fetch(to, { mode: 'no-cors' })],
  ['A beacon, as analytics use', (to) => navigator.sendBeacon(to, words)],
  ['A WebSocket', (to) => new WebSocket(to.replace(/^http/, 'ws'))],
  ['A stream of events', (to) => new EventSource(to)],
  ['A picture from elsewhere', (to) => Object.assign(new Image(), { src: to })],
  ['A style sheet from elsewhere', addStyleSheet],
];

/**
 * Tries every way in which a page, or a worker of it, could send something to an address, one after the other, and
 * tells which were refused. The address is asked for `…/waymark-leak-test/1` and so on, never with any data: the number
 * tells of which attempt the browser speaks, which it does with some delay.
 */
export async function tryToLeak(address: string): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  const next = (): string => new URL(`${words}/${attempts.length + 1}`, address).href;
  for (const [route, start] of routes) attempts.push(await attempted(route, next(), start));
  for (const [route, statement] of inWorkers)
    attempts.push(
      await attemptedInWorker(route, `const to = ${JSON.stringify(next())};${statement}`),
    );
  return attempts;
}

async function attempted(
  route: string,
  to: string,
  start: (address: string) => unknown,
): Promise<Attempt> {
  const { pathname } = new URL(to);
  let told: (directive: string | null) => void = () => {};
  const refusal = new Promise<string | null>((tell) => (told = tell));
  const listen = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (blockedURI.endsWith(pathname)) told(effectiveDirective);
  };
  document.addEventListener('securitypolicyviolation', listen);
  const timer = setTimeout(() => told(null), patience);
  let started: unknown;
  try {
    started = start(to);
    if (started instanceof Promise) started.catch(() => {});
  } catch {
    // What is refused at once may throw too; the violation says so.
  }
  const directive = await refusal;
  clearTimeout(timer);
  document.removeEventListener('securitypolicyviolation', listen);
  if (started instanceof Element) started.remove();
  if (started instanceof WebSocket || started instanceof EventSource) started.close();
  return outcome(route, directive);
}

/** Statements for a worker, where `to` is the address. */
const inWorkers: readonly (readonly [string, string])[] = [
  [
    'A request of a worker (XMLHttpRequest)',
    "const request = new XMLHttpRequest(); request.open('GET', to); request.send();",
  ],
  ['A request of a worker (fetch)', "fetch(to, { mode: 'no-cors' }).catch(() => {});"],
];

/** A worker started as those of the database and the decoder are, so that the same policy holds in it. */
function attemptedInWorker(route: string, statements: string): Promise<Attempt> {
  const worker = startSealedStatements(
    `addEventListener('securitypolicyviolation', (event) => postMessage(event.effectiveDirective));${statements}`,
  );
  return new Promise<Attempt>((done) => {
    const end = (directive: string | null): void => {
      worker.terminate();
      done(outcome(route, directive));
    };
    setTimeout(() => end(null), patience);
    worker.addEventListener('message', ({ data }) => end(String(data)));
  });
}

function outcome(route: string, directive: string | null): Attempt {
  return directive === null
    ? { route, refused: false, said: silent }
    : { route, refused: true, said: `by the page’s policy (${directive})` };
}

function addStyleSheet(href: string): Element {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return link;
}
