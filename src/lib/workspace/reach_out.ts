import type { Attempt } from '../platform/leak_attempts';
import type { Engine } from '../engine/engine';

/** Statements by which a database that is not sealed reads or writes elsewhere. */
const statements = (address: string): readonly (readonly [string, string])[] => [
  [
    'Read a file of another site',
    `create table leak as select * from read_csv('${address}/leak.csv')`,
  ],
  ['Read a file of this machine', `create table leak as select * from read_text('/etc/hostname')`],
  ['Load an extension', 'load httpfs'],
  ['Install an extension', `install httpfs from '${address}'`],
  ['Attach another database', `attach '${address}/leak.db' as leak`],
  ['Write a file', `copy (select 1) to '${address}/leak.csv'`],
  ['Undo the seal', 'set enable_external_access = true'],
];

/** Tries every way in which the database could reach out of the tab, and tells which were refused. */
export async function tryToReachOut(engine: Engine, origin: string): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const [what, statement] of statements(origin)) {
    const route = `The database: ${what.toLowerCase()}`;
    try {
      await engine.run(statement);
      attempts.push({ route, refused: false, said: 'it was done' });
    } catch (error) {
      const said = error instanceof Error ? firstLine(error.message) : 'it failed';
      attempts.push({ route, refused: true, said });
    }
  }
  return attempts;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
