// Runs one command-line program (samples, figures, report, pack, verify, bench) from its TypeScript source.
// Vite resolves the same imports for the command line as for the browser build, so both run one code.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './ensure_packages.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

ensurePackages(root);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(resolve(root, 'src/cli/run_command.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { $lib: resolve(root, 'src/lib') } },
});
process.exitCode = module.exitCode;
