import { trustedWorkerUrl } from './trusted_worker_url';

/**
 * Starts a worker that is under this page's Content Security Policy. A worker loaded from a URL
 * would be under the policy of its own response, which on a static host is none; one made from a
 * `blob:` inherits the page's, so a small shim in a blob loads the script. `absoluteUrl` must be
 * of this page's origin. A promise that nobody handles in the worker (its WebAssembly failed to
 * download, say) reaches the page as the worker's `error` event.
 * @param before statements that a classic worker runs before the script
 */
export function startSealedWorker(
  absoluteUrl: string,
  kind: 'classic' | 'module',
  before = '',
): Worker {
  const url = new URL(absoluteUrl);
  if (url.origin !== location.origin)
    throw new TypeError('A worker can only be started from this page’s own address.');
  return start(kind === 'classic' ? classicShim(url.href, before) : moduleShim(url.href), kind);
}

/** Starts a classic worker that runs these statements, under this page's policy like the others. */
export function startSealedStatements(statements: string): Worker {
  return start(`${PREAMBLE}${statements}`, 'classic');
}

function start(shim: string, kind: 'classic' | 'module'): Worker {
  const blobUrl = URL.createObjectURL(new Blob([shim], { type: 'text/javascript' }));
  const worker = new Worker(trustedWorkerUrl(blobUrl), { type: kind });
  const revoke = (): void => URL.revokeObjectURL(blobUrl);
  worker.addEventListener('message', revoke, { once: true });
  worker.addEventListener('error', revoke, { once: true });
  return worker;
}

/** Libraries print their errors, which can quote rows: a worker has no console. */
const PREAMBLE = `
addEventListener('unhandledrejection', (event) => setTimeout(() => { throw event.reason; }));
for (const level of ['debug', 'error', 'info', 'log', 'warn']) console[level] = () => {};
`;

/** The inherited policy asks for Trusted Types here too, so `importScripts` needs a policy of the worker's own. */
function classicShim(url: string, before: string): string {
  return `${PREAMBLE}${before}
const url = ${JSON.stringify(url)};
const policy = self.trustedTypes?.createPolicy('waymark', {
  createScriptURL: (asked) => { if (asked === url) return url; throw new TypeError('refused'); },
});
importScripts(policy ? policy.createScriptURL(url) : url);`;
}

function moduleShim(url: string): string {
  return `import ${JSON.stringify(url)};
${PREAMBLE}`;
}
