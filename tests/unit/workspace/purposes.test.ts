import { describe, expect, it } from 'vitest';
import { keptApart } from '$lib/contract/purpose';
import { tables } from '$lib/contract/tables';
import { martsBehind } from '$lib/marts/mart_keeper';
import { catalogue } from '$lib/measures/catalogue';
import { models } from '$lib/models/catalogue';
import { neetTopic } from '$lib/topics/pages/neet';
import { attendanceTopic } from '$lib/topics/pages/attendance';
import { enforcementTopic } from '$lib/topics/pages/enforcement';
import { servicesTopic } from '$lib/topics/pages/services';
import { keptOutInWords } from '$lib/workspace/page_purpose';
import { purposesOfFigure, purposesOfModel, tablesBehind } from '$lib/workspace/purposes';

const figure = (measure: string, by: readonly 'enforcement_reason'[] = []) =>
  purposesOfFigure({ measure, periods: ['2024-25'], by, where: {} });

describe('what is kept apart', () => {
  it('is enforcement alone, of two tables', () => {
    expect(keptApart).toEqual(['enforcement']);
    expect(
      tables.filter(({ purpose }) => purpose === 'enforcement').map(({ name }) => name),
    ).toEqual(['enforcements', 'licences']);
  });

  it.each([
    ['neet_or_not_known', []],
    ['persistent_absence', []],
    ['unmet_need_persistent_absence', []],
    // Told from the registers alone.
    ['penalty_threshold_met', []],
    ['penalty_threshold_acted_on', ['enforcement']],
    ['penalty_notices', ['enforcement']],
    ['absence_after_action', ['enforcement']],
    ['work_permits', ['enforcement']],
    ['no_such_measure', []],
  ] as const)('%s rests on %j', (measure, expected) => {
    expect(figure(measure)).toEqual(expected);
  });

  it('is what a figure is split by, too', () => {
    expect(figure('neet', ['enforcement_reason'])).toEqual(['enforcement']);
  });

  it('misses no measure whose SQL reads those tables by way of marts', () => {
    const read = catalogue.filter(({ sql }) => {
      const behind = martsBehind(sql);
      return behind.has('loaded_enforcements') || behind.has('loaded_licences');
    });
    const missed = read.filter(({ id }) => figure(id).length === 0).map(({ id }) => id);
    // Its mart holds beside each threshold whether it was acted on, which this measure does not ask.
    expect(missed).toEqual(['penalty_threshold_met']);
    const own = catalogue.find(({ id }) => id === 'penalty_threshold_met')!;
    expect(own.sql).not.toMatch(/acted_on/);
    expect(read.length).toBeGreaterThan(30);
  });

  it('is what a model asks with its settings, not all that it may need', () => {
    expect(purposesOfModel('effectiveness', { action: 'penalty_notice' })).toEqual(['enforcement']);
    expect(purposesOfModel('effectiveness', { action: 'early_help' })).toEqual([]);
    expect(purposesOfModel('effectiveness')).toEqual([]);
    for (const { id } of models.filter((model) => model.id !== 'effectiveness'))
      expect(purposesOfModel(id), id).toEqual([]);
  });

  it('is followed down to the tables', () => {
    expect(tablesBehind('select count(*) from enforcement_actions')).toContain('enforcements');
    expect(tablesBehind('select count(*) from people_kept')).not.toContain('enforcements');
  });
});

describe('a page of another purpose', () => {
  it('says in words that a figure is kept out, why, and how to add it', () => {
    expect(keptOutInWords(['enforcement'], 'tracking', [])).toBe(
      'Kept out of this page. It rests on records of enforcement and licences, which are held for legal action and licensing and not for what this page is about. To see it here, add them under “Where is my data?”, and say why.',
    );
  });

  it.each([
    ['tracking', [], true],
    ['attendance', [], true],
    ['several', [], true],
    ['enforcement', [], false],
    ['picked', [], false],
    ['tracking', ['enforcement'], false],
    ['several', ['enforcement'], false],
  ] as const)('%s with %j added', (page, added, out) => {
    expect(keptOutInWords(['enforcement'], page, added) !== null).toBe(out);
    expect(keptOutInWords([], page, added)).toBeNull();
  });

  it('is every page of a topic but one, and that one alone lists such measures', () => {
    const listed = [neetTopic, attendanceTopic, enforcementTopic, servicesTopic].map((topic) => {
      const measures = [
        ...topic.headlines,
        ...topic.sections.flatMap(({ panels }) =>
          panels.flatMap((panel) => ('measure' in panel ? panel.measure : [])),
        ),
      ];
      return [topic.purpose, measures.some((id) => figure(id).length > 0)];
    });
    expect(listed).toEqual([
      ['tracking', false],
      ['attendance', false],
      ['enforcement', true],
      ['tracking', false],
    ]);
  });
});
