import { asset } from '$app/paths';
import { dev } from '$app/environment';

/** The part of Trusted Types used here; TypeScript's DOM library does not know them yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string | URL };
}

/** Quiet after the figures are there, and on a page where nothing is asked for, in milliseconds. */
const AFTER_FIGURES = 2_000;
const WITHOUT_FIGURES = 20_000;

let registered: Promise<ServiceWorkerRegistration | null> | null = null;

/** What the page shows when nothing is being worked out. */
export interface Quiet {
  /** Figures are on the screen. */
  readonly figures: boolean;
  /** They are the sample county's. */
  readonly sample: boolean;
}

/**
 * Has the browser keep a copy of the program, once, when nothing else is wanted of it: the copy must never
 * come before the first figure. The sample county is kept too when that is what is shown. Answers a function
 * that calls it off, for when work begins before it has.
 */
export function keepProgramWhenIdle({ figures, sample }: Quiet): () => void {
  if (dev || !('serviceWorker' in navigator)) return () => {};
  const keep = async () => {
    if ((await register()) && sample) await keepSampleCounty();
  };
  const timer = setTimeout(
    () => {
      // Safari has no idle callback.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void keep());
      else void keep();
    },
    figures ? AFTER_FIGURES : WITHOUT_FIGURES,
  );
  return () => clearTimeout(timer);
}

async function keepSampleCounty(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage('keep the sample county');
}

/** A browser that refuses, or keeps nothing in a private window, only means: no start without a network. */
function register(): Promise<ServiceWorkerRegistration | null> {
  registered ??= navigator.serviceWorker
    // TypeScript takes no URL made by a policy; the browser takes nothing else.
    .register(trusted(new URL(asset('/service-worker.js'), location.href).href) as string)
    .catch(() => null);
  return registered;
}

/** Vouches for the program's own service worker and for no other address. */
function trusted(url: string): string | URL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  if (!trustedTypes) return url;
  const policy = trustedTypes.createPolicy('waymark-offline', {
    createScriptURL: (asked) => {
      if (asked === url) return url;
      throw new TypeError('Only the program’s own service worker can be registered.');
    },
  });
  return policy.createScriptURL(url);
}
