import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The sample county at `data-samples/`, in the build and in development, without a second copy of it. */
function dataSamples(): Plugin {
  const folder = join(import.meta.dirname, 'data-samples');
  const list = () => {
    try {
      return readdirSync(folder).filter((name) => /\.(parquet|csv)$|^manifest\.json$/.test(name));
    } catch {
      return [];
    }
  };
  return {
    name: 'waymark:data-samples',
    configureServer(server) {
      server.middlewares.use('/data-samples', (request, response, next) => {
        const name = decodeURIComponent((request.url ?? '').split('?', 1)[0] ?? '').slice(1);
        if (!list().includes(name)) return next();
        createReadStream(join(folder, name)).pipe(response);
      });
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const name of list())
        this.emitFile({
          type: 'asset',
          fileName: `data-samples/${name}`,
          source: readFileSync(join(folder, name)),
        });
    },
  };
}

/** Tests that put something else in the place of a module, which others must not see. */
const replaceModules = [
  'tests/unit/engine/engine_program.test.ts',
  'tests/unit/workspace/session.test.ts',
];

export default defineConfig({
  plugins: [sveltekit(), dataSamples()],
  worker: { format: 'es' },
  // The notice of slow plugins names SvelteKit's own steps, which nobody here can quicken.
  build: { target: 'es2022', rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    // Style sheets are left out, but for the tokens, which pictures in files take their colours from.
    css: { include: [/tokens\.css\?raw$/] },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Left to itself Vitest keeps one of two cores free, and the run takes half as long again.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: replaceModules,
          // To load the program anew for every file takes as long as the tests themselves.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'with replaced modules', include: replaceModules } },
    ],
  },
});
