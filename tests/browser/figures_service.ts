// One process of the command line over the sample county answers every test, for each start of it takes long.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const port = 4198;
const root = join(import.meta.dirname, '../..');

/** Answers a question of `npm run figures -- --questions` that is posted to it. */
export const figuresAddress = `http://127.0.0.1:${port}/`;

type Answered = (line: string) => void;

/** Runs before all tests; what it returns runs after them. */
export default async function startFigures(): Promise<() => Promise<void>> {
  const command = ['src/cli/run.mjs', 'figures', '--data', 'data-samples', '--questions'];
  let process_: ReturnType<typeof start> | undefined;
  const server = createServer((request, response) => {
    void text(request).then((question) => {
      process_ ??= start();
      process_.ask(question, (line) => response.end(line));
    });
  });

  function start() {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    const waiting: Answered[] = [];
    let complaints = '';
    createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
    child.stderr.on('data', (said) => (complaints = `${complaints}${said}`.slice(-2000)));
    child.on('exit', () => {
      for (const answered of waiting.splice(0)) answered(JSON.stringify({ error: complaints }));
      process_ = undefined;
    });
    return {
      ask(question: string, answered: Answered) {
        waiting.push(answered);
        child.stdin.write(`${question}\n`);
      },
      end: () => child.kill(),
    };
  }

  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return async () => {
    process_?.end();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
}
