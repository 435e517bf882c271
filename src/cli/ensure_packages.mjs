// Installs the locked packages when what is installed is not what the lock file names.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root the project's folder
 */
export function ensurePackages(root) {
  const synced = join(root, '.svelte-kit', 'tsconfig.json'); // written by the package's prepare script
  if (isInstalled(root) && existsSync(synced)) return;
  process.stderr.write('Installing the locked packages (once)...\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Standard output belongs to the command that asked; npm's own words go to standard error.
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write('npm could not install the packages. See its message above.\n');
    process.exit(1);
  }
}

/**
 * Whether npm's record of the install has every package of the lock file at its version. Times of files
 * say nothing: npm writes its record before the lock file. Packages for other systems may be missing.
 * @param {string} root
 */
function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === wanted.version : wanted.optional === true);
  });
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
