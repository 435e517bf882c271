import { describe, expect, it } from 'vitest';
import { calculations } from '$lib/models/calculations';
import { models } from '$lib/models/catalogue';
import { settingsOf } from '$lib/models/find';

describe('the catalogue of models', () => {
  it('has a calculation for every model and no other', () => {
    expect(Object.keys(calculations).sort()).toEqual(models.map(({ id }) => id).sort());
  });

  it.each(models)('$id says what it answers, how, from where and what it does not say', (model) => {
    for (const text of [model.label, model.question, model.method, model.source]) {
      expect(text.length).toBeGreaterThan(5);
    }
    expect(model.question).toMatch(/\?$/);
    expect(model.caveats.length).toBeGreaterThan(0);
  });

  it.each(models)('$id asks for groups and counts, never for a person', (model) => {
    for (const question of Object.values(model.inputs(settingsOf(model)))) {
      if (!('sql' in question)) continue;
      const outermost = question.sql.slice(question.sql.lastIndexOf('\nselect'));
      expect(outermost).not.toMatch(/^\s*(person_no|spell_no|event_no)\b/m);
      expect(question.sql).toMatch(/count\(|sum\(/);
    }
  });

  it.each(models)('$id says in words that nothing is there, rather than fail', (model) => {
    const settings = settingsOf(model);
    const inputs = Object.fromEntries(
      Object.keys(model.inputs(settings)).map((name) => [name, []]),
    );
    const found = calculations[model.id]!(inputs, settings);
    expect(['x', 'u']).toContain(found.status);
    expect(found.because).toMatch(/\.$/);
    expect(found.tables).toEqual([]);
  });
});

it('settings that are not offered stay as they were', () => {
  const whatIf = models.find(({ id }) => id === 'what_if')!;
  const initial = settingsOf(whatIf);
  expect(
    settingsOf(whatIf, { service: "x'; drop table people", demand: 1e9, places: 200 }),
  ).toEqual({
    ...initial,
    places: 200,
  });
});
