import { expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { MartKeeper, martsReadBy } from '$lib/marts/mart_keeper';

/** An engine that only writes down what is run. */
function recorder() {
  const ran: string[] = [];
  const engine = {
    run: (text: string) => {
      ran.push(text);
      return Promise.resolve();
    },
  } as unknown as Engine;
  const created = () =>
    ran.flatMap((text) => [...text.matchAll(/create table (\w+) as/g)].map((match) => match[1]!));
  const dropped = () =>
    ran.flatMap((text) => [...text.matchAll(/drop table (\w+);/g)].map((match) => match[1]!));
  return { engine, created, dropped };
}

it('builds what is needed and what that rests on, once, each after those it reads', async () => {
  const { engine, created } = recorder();
  const keeper = new MartKeeper(engine);
  await Promise.all([keeper.build(['activity_months']), keeper.build(['activity_months'])]);
  expect(created().filter((name) => name === 'activity_months')).toHaveLength(1);
  expect(created().indexOf('people_kept')).toBeLessThan(created().indexOf('activity_months'));
  expect(created()).not.toContain('enrolment_periods');
});

it('takes down what rests on a change and leaves the rest standing', async () => {
  const { engine, created, dropped } = recorder();
  const keeper = new MartKeeper(engine);
  await keeper.build(['activity_months', 'session_days']);
  await keeper.takeDown(new Set(['loaded_attendance']));
  expect(dropped()).toContain('session_days');
  expect(dropped()).not.toContain('activity_months');
  await keeper.build(['activity_months', 'session_days']);
  expect(created().filter((name) => name === 'session_days')).toHaveLength(2);
  expect(created().filter((name) => name === 'activity_months')).toHaveLength(1);
});

it('takes a mart that could not be built as not standing', async () => {
  let fails = true;
  const engine = {
    run: (text: string) =>
      fails && text.includes('create table people_kept')
        ? Promise.reject(new Error('out of memory'))
        : Promise.resolve(),
  } as unknown as Engine;
  const keeper = new MartKeeper(engine);
  await expect(keeper.build(['people_kept'])).rejects.toThrow('out of memory');
  fails = false;
  await expect(keeper.build(['people_kept'])).resolves.toBeUndefined();
});

it('knows the marts of a text from what stands after from and join', () => {
  expect(martsReadBy('select 1 from people_kept join elsewhere using (x)')).toEqual([
    'people_kept',
  ]);
});
