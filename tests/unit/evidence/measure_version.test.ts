import { expect, it } from 'vitest';
import { measureVersion } from '$lib/evidence/measure_version';
import { catalogue } from '$lib/measures/catalogue';

it('is another for every measure, and for any change of its definition or SQL', async () => {
  const versions = await Promise.all(catalogue.map(measureVersion));
  expect(new Set(versions).size).toBe(catalogue.length);
  const [measure] = catalogue;
  for (const change of [{ sql: `${measure!.sql} ` }, { definition: 'Another.' }, { caveats: [] }]) {
    expect(await measureVersion({ ...measure!, ...change })).not.toBe(versions[0]);
  }
  // The order in which an object was written is no part of it.
  const reversed = Object.fromEntries(Object.entries(measure!).reverse()) as typeof measure;
  expect(await measureVersion(reversed!)).toBe(versions[0]);
});
