import { execFile } from 'node:child_process';
import { vi } from 'vitest';
import { main } from '../../../src/cli/figures';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run --silent figures -- …` as a user would, in a process of its own. */
export function runFigures(...args: readonly string[]): Promise<Printed> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return new Promise((resolve) => {
    const options = { shell: process.platform === 'win32', env: quietNpm() };
    execFile(
      npm,
      ['run', '--silent', 'figures', '--', ...args],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? 1);
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** The same command in this process: for what needs no second process to be shown. */
export async function callFigures(...args: readonly string[]): Promise<Printed> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await main(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The environment without what npm and vitest put there, which a user's shell does not have. */
function quietNpm(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|VITE_)/.test(name),
  );
  return Object.fromEntries(own);
}
