// Finds a Chrome or Chromium for the browser tests, and gets one when the machine has none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The path of a Chrome or Chromium that is already on the machine: `CHROME_PATH`, then the usual names
 * and places, then one that Playwright downloaded earlier; null when there is none.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    process.stderr.write(`CHROME_PATH names ${named}, which does not exist; looking elsewhere.\n`);
  }
  return [...usualPlaces(), ...playwrightPlace()].find(starts) ?? null;
}

/**
 * Finds or installs a browser: Debian's package when root, else Playwright's own download.
 * @param {string} root the project's folder
 * @returns {string | null}
 */
export function ensureChromium(root) {
  const found = findChromium();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write("Installing Debian's chromium for the browser tests (once)...\n");
    if (run('apt-get', ['update', '-qq']))
      run('apt-get', [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium',
        'fonts-liberation',
      ]);
    const installed = findChromium();
    if (installed) return installed;
  }

  process.stderr.write("Fetching Playwright's chromium for the browser tests (once)...\n");
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  run(process.execPath, [playwright, 'install', 'chromium']);
  return findChromium();
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin')
    return ['', process.env['HOME'] ?? ''].flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      if (!folder) return [];
      return [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ];
    });
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** @returns {string[]} */
function playwrightPlace() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * Whether the program is there and is a browser: Ubuntu's chromium-browser may be a stub that only
 * prints how to install one.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /chrom/i.test(stdout);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}
