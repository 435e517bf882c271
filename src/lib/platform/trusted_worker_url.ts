/** The part of Trusted Types used here; TypeScript's DOM library does not know them yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): TrustedScriptUrl };
}

/** A URL that a worker may be started from. */
export type TrustedScriptUrl = string | URL;

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined;

/**
 * Vouches for a `blob:` URL of this page's own origin, and for no other address, where the browser
 * asks for that (`require-trusted-types-for 'script'`). The policy is made once: the page's
 * Content Security Policy allows its name a single time.
 */
export function trustedWorkerUrl(blobUrl: string): TrustedScriptUrl {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  if (!trustedTypes) return blobUrl;
  policy ??= trustedTypes.createPolicy('waymark', {
    createScriptURL: (url) => {
      if (!url.startsWith(`blob:${location.origin}/`))
        throw new TypeError('A worker can only be started from this page itself.');
      return url;
    },
  });
  return policy.createScriptURL(blobUrl);
}
