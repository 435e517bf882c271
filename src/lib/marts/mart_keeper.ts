import type { Engine } from '../engine/engine';
import { timed } from '../platform/timed';
import { marts, martsAfter, namedIn, types, valueLists, type Mart } from './marts';

/** Told the name of each mart before it is built and how many of all are done. */
export type OnMart = (name: string, done: number, of: number) => void;

const byName = new Map(marts.map((mart) => [mart.name, mart]));

/**
 * Keeps the marts in step with the loaded extracts. A mart is built when a figure first needs it and
 * stands until something it rests on changes. The views `loaded_<table>`, the code tables and `settings`
 * must stand (see `staging.ts`).
 */
export class MartKeeper {
  readonly #engine: Engine;
  #standing = new Set<string>();
  #typesStand = false;
  /** Building and taking down run one after the other. */
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The same marts, asked through another engine that reaches the same database. */
  over(engine: Engine): MartKeeper {
    const keeper = new MartKeeper(engine);
    keeper.#standing = this.#standing;
    keeper.#typesStand = this.#typesStand;
    keeper.#lastTurn = this.#lastTurn;
    return keeper;
  }

  /**
   * Takes down the marts that rest on what has changed.
   *
   * @param changed views of loaded tables and settings; every mart is taken down if left out
   */
  takeDown(changed?: ReadonlySet<string>): Promise<void> {
    return this.#inTurn(async () => {
      const stale = changed === undefined ? marts : martsAfter(changed);
      const drops = stale
        .filter(({ name }) => this.#standing.has(name))
        .reverse()
        .map(({ name }) => `drop table ${name};`);
      for (const { name } of stale) this.#standing.delete(name);
      if (stale.length === marts.length && this.#typesStand) {
        drops.push(...valueLists.map((name) => `drop type ${name};`));
        this.#typesStand = false;
      }
      // One trip to the engine's worker for many small statements.
      if (drops.length > 0) await this.#engine.run(drops.join('\n'));
    });
  }

  /** Builds the marts of these names, and those they read, as far as they do not stand. */
  async build(names: Iterable<string>, onMart: OnMart = () => {}): Promise<void> {
    const wanted = [...names];
    if (wanted.every((name) => this.#standing.has(name))) return;
    await this.#inTurn(async () => {
      const missing = withWhatTheyRead(wanted).filter(({ name }) => !this.#standing.has(name));
      if (missing.length === 0) return;
      if (!this.#typesStand) await this.#engine.run(types);
      this.#typesStand = true;
      for (const [done, { name, sql }] of missing.entries()) {
        onMart(name, done, missing.length);
        await timed(`build ${name}`, () => this.#engine.run(sql));
        this.#standing.add(name);
      }
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }
}

/** The marts that an SQL text reads, by name. */
export function martsReadBy(sql: string): string[] {
  return [...namedIn(sql)].filter((name) => byName.has(name));
}

/** Everything that an SQL text rests on: the marts it reads, what they read, and so on down to loaded tables. */
export function martsBehind(sql: string): ReadonlySet<string> {
  return new Set([...namedIn(sql), ...withWhatTheyRead(martsReadBy(sql)).flatMap(sourcesOf)]);
}

const sourcesOf = ({ reads }: Mart): readonly string[] => [...reads];

/** These marts and all they rest on, each after those it reads. */
function withWhatTheyRead(names: readonly string[]): readonly Mart[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    const mart = byName.get(name);
    if (!mart || wanted.has(name)) return;
    wanted.add(name);
    for (const source of mart.reads) add(source);
  };
  for (const name of names) add(name);
  return marts.filter(({ name }) => wanted.has(name));
}
