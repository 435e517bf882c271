/** What a request is for. `fixed` is a file whose content never changes under its name. */
export type Kind = 'page' | 'fixed' | 'sample' | 'not ours';

export interface Scope {
  readonly origin: string;
  /** The folder the program lies in, without a slash at its end. */
  readonly base: string;
  /** Paths of files with a hash in their names. */
  readonly hashed: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** What the service worker does with a request: anything that is not a listed file passes it by. */
export function kindOf(
  request: { readonly method: string; readonly url: string; readonly mode: string },
  scope: Scope,
): Kind {
  if (request.method !== 'GET') return 'not ours';
  const url = new URL(request.url);
  if (url.origin !== scope.origin) return 'not ours';
  if (request.mode === 'navigate') return scope.pages.has(url.pathname) ? 'page' : 'not ours';
  if (scope.hashed.has(url.pathname)) return 'fixed';
  return isOfSample(url, scope) || scope.others.has(url.pathname) ? 'sample' : 'not ours';
}

/** Whether an address is a file of the invented county. */
export function isOfSample(url: URL, { origin, base }: Pick<Scope, 'origin' | 'base'>): boolean {
  const folder = `${base}/data-samples/`;
  if (url.origin !== origin || !url.pathname.startsWith(folder)) return false;
  return /^[\w-]+\.(parquet|csv|json)$/.test(url.pathname.slice(folder.length));
}

/** Caches are shared by everything at one address, so their names say whose they are. */
function prefix(base: string): string {
  return `waymark ${base === '' ? '/' : base} `;
}

export function cacheNames(base: string, version: string) {
  return {
    program: `${prefix(base)}program ${version}`,
    sample: `${prefix(base)}sample ${version}`,
  };
}

export function isOurs(name: string, base: string): boolean {
  return name.startsWith(prefix(base));
}
