// npm start: installs the locked packages and builds when needed, then serves the app on this machine.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure_packages.mjs';
import { createSite, listen } from './serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [
  'src',
  'static',
  'data-samples',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * When the newest file under a path was changed, in milliseconds; 0 when there is none.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // The folder's own time tells of files that were taken away.
  const entries = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(found.mtimeMs, ...entries);
}

function buildIsCurrent() {
  const built = statSync(join(root, 'build', 'index.html'), { throwIfNoEntry: false });
  if (!built) return false;
  return SOURCES.every((source) => newestChange(join(root, source)) <= built.mtimeMs);
}

function build() {
  process.stdout.write('Building Waymark...\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    // What the build says on standard output is advice for developers.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) {
    process.stderr.write('Waymark could not be built. See the message above.\n');
    process.exit(1);
  }
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8417' },
    'no-build': { type: 'boolean', default: false },
  },
});
const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  process.stderr.write(`--port needs a number from 0 to 65535, not "${values.port}".\n`);
  process.exit(1);
}

if (!values['no-build']) {
  ensurePackages(root);
  if (!buildIsCurrent()) build();
}
try {
  const port = await listen(await createSite(join(root, 'build')), wanted, true);
  if (port !== wanted && wanted !== 0) process.stdout.write(`Port ${wanted} is taken.\n`);
  process.stdout.write(`\nWaymark is at http://localhost:${port}\nPress Ctrl+C to stop.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
