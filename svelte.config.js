import adapterStatic from '@sveltejs/adapter-static';
import { compressBuild } from './src/cli/compress.mjs';
import { leanEngine } from './src/cli/lean_engine.mjs';

const staticPages = adapterStatic();

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: {
      name: 'static pages, compressed beforehand',
      async adapt(builder) {
        await staticPages.adapt(builder);
        leanEngine('build');
        await compressBuild('build');
      },
    },
    // Relative asset paths keep one build valid at any address, a sub-folder included.
    paths: { relative: true },
    // `src/lib/platform/offline.ts` registers it, after the first figure is on the screen.
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'worker-src': ['self', 'blob:'],
        'connect-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'waymark', 'waymark-offline'],
      },
    },
  },
};
