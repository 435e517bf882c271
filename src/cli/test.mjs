// npm test: sets itself up on a bare machine, then runs every check and ends with one line of totals.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { ensurePackages } from './ensure_packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'waymark-test-'));
/** A step that hangs is a failure too. */
const STEP_LIMIT = 15 * 60_000;
const LINES_SHOWN = 120;

/**
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} Outcome
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ script: string, args: string[] }} Program
 */

/**
 * Runs programs of the installed packages one after another, and shows what they say when one fails.
 * @param {string} name
 * @param {Program[]} programs
 * @param {{ count?: () => Count, env?: Record<string, string> }} [options] `count` reads how many
 *   tests ran; without it the step is one check
 * @returns {Promise<Outcome>}
 */
async function step(name, programs, { count, env } = {}) {
  const started = performance.now();
  let good = true;
  let said = '';
  for (const program of programs) {
    const { code, output } = await run(program, env);
    if (code !== 0) {
      good = false;
      said += `${lastLines(output)}\n`;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  const counted = { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
  if (count) {
    Object.assign(counted, readCount(count));
    // A file that could not be loaded, a crash, or no test at all: none may pass for success.
    if (counted.failed === 0 && (!good || counted.passed === 0)) {
      good = false;
      counted.failed = 1;
    }
  }
  const verdict = good ? 'passed' : 'FAILED';
  process.stdout.write(`${verdict}  ${name} (${seconds.toFixed(0)} s)\n`);
  if (!good) process.stdout.write(said);
  return { name, seconds, ...counted };
}

/** @param {() => Count} count */
function readCount(count) {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {Program} program
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run({ script, args }, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      timeout: STEP_LIMIT,
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code, output }));
  });
}

/** @param {string} text */
function lastLines(text) {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= LINES_SHOWN) return lines.join('\n');
  return [`(${lines.length - LINES_SHOWN} lines before these)`, ...lines.slice(-LINES_SHOWN)].join(
    '\n',
  );
}

/** @returns {Count} */
function countUnitTests() {
  const report = JSON.parse(readFileSync(join(results, 'unit.json'), 'utf8'));
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Count} */
function countBrowserTests() {
  const { stats } = JSON.parse(readFileSync(join(results, 'browser.json'), 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

ensurePackages(root);
const chromium = ensureChromium(root);
if (!chromium) process.stdout.write('No Chrome or Chromium could be found or installed.\n');

// One lane a core: the type check, the linter and the build beside the unit tests.
const [checks, unit] = await Promise.all([
  (async () => [
    await step('type check', [
      { script: '@sveltejs/kit/svelte-kit.js', args: ['sync'] },
      {
        script: 'svelte-check/bin/svelte-check',
        args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
      },
      // SvelteKit leaves the service worker out of the check of the page.
      { script: 'typescript/bin/tsc', args: ['-p', 'src/service-worker'] },
    ]),
    await step('lint', [
      { script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
      { script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
    ]),
    await step('build', [{ script: 'vite/bin/vite.js', args: ['build', '--logLevel', 'warn'] }]),
  ])(),
  step(
    'unit tests',
    [
      {
        script: 'vitest/vitest.mjs',
        args: [
          'run',
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${join(results, 'unit.json')}`,
        ],
      },
    ],
    { count: countUnitTests },
  ),
]);

// The browser is timed by people: it gets the machine to itself.
const browser = await step(
  'browser tests',
  [{ script: '@playwright/test/cli.js', args: ['test', '--reporter=line,json'] }],
  {
    count: countBrowserTests,
    env: {
      ...(chromium ? { CHROME_PATH: chromium } : {}),
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'browser.json'),
    },
  },
);
rmSync(results, { recursive: true, force: true });

const outcomes = [...checks, unit, browser];
process.stdout.write('\n');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(
    `${name.padEnd(14)} ${passed} passed, ${failed} failed${left} (${seconds.toFixed(0)} s)\n`,
  );
}
/** @param {'passed' | 'failed'} of */
const total = (of) => outcomes.reduce((sum, outcome) => sum + outcome[of], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`);
