// Installs the locked packages when they are missing or when the lock file is newer than the install.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root the project's folder
 */
export function ensurePackages(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const locked = join(root, 'package-lock.json');
  const synced = join(root, '.svelte-kit', 'tsconfig.json'); // written by the package's prepare script
  if (
    existsSync(installed) &&
    existsSync(synced) &&
    statSync(installed).mtimeMs >= statSync(locked).mtimeMs
  )
    return;
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
