/** Headers that a server should send with every page, and how their values begin or what they hold. */
const wanted: readonly (readonly [string, RegExp])[] = [
  ['Content-Security-Policy', /frame-ancestors 'none'/],
  ['Cross-Origin-Opener-Policy', /^same-origin$/],
  ['Cross-Origin-Resource-Policy', /^same-origin$/],
  ['Permissions-Policy', /camera=\(\)/],
  ['Referrer-Policy', /^no-referrer$/],
  ['X-Content-Type-Options', /^nosniff$/],
];

/** Which of the headers an answer lacks, by name. */
export function headersMissing(headers: Pick<Headers, 'get'>): readonly string[] {
  return wanted
    .filter(([name, value]) => !value.test(headers.get(name)?.trim() ?? ''))
    .map(([name]) => name);
}

/** Asks for this page once more to see its headers; null where that cannot be told, such as without a network. */
export async function headersMissingHere(): Promise<readonly string[] | null> {
  try {
    const { ok, headers } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return ok ? headersMissing(headers) : null;
  } catch {
    return null;
  }
}
