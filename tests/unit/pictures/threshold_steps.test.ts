import { describe, expect, test } from 'vitest';
import { sayStep, thresholdSteps, thresholdTitle } from '../../../src/lib/pictures/threshold_steps';
import { fakeTable, hiddenRow, shownRow } from '../charts/fixtures';
import { plain } from './plain';

const year = '2024-25';
const table = (counts: Readonly<Record<string, number | null>>) =>
  fakeTable(
    'threshold_to_court',
    Object.entries(counts).map(([threshold_step, count]) =>
      count === null
        ? hiddenRow(year, { threshold_step })
        : shownRow(year, count, 2000, { threshold_step }),
    ),
    ['threshold_step'],
  );
const said = (counts: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(
    thresholdSteps(table(counts), year).map((step) => [step.code, plain(sayStep(step))]),
  );

const all = { guilty: 15, met: 2000, not_paid: 100, notice: 300, paid: 200, prosecuted: 20 };

describe('the steps from threshold to court', () => {
  test('stand in the order of the framework, each with its share of the step before', () => {
    const steps = thresholdSteps(table(all), year);
    expect(steps.map(({ code }) => code)).toEqual([
      'met',
      'notice',
      'paid',
      'not_paid',
      'prosecuted',
      'guilty',
    ]);
    expect(said(all)).toEqual({
      met: '2,000 enrolments',
      notice:
        '300 enrolments; 15.0 % of those who met the threshold; 95 % interval 13.5 % to 16.6 %',
      paid: '200 enrolments; 66.7 % of those with a notice; 95 % interval 61.2 % to 71.8 %',
      not_paid: '100 enrolments; 33.3 % of those with a notice; 95 % interval 28.2 % to 38.8 %',
      prosecuted:
        '20 enrolments; 20.0 % of those with a notice not paid; 95 % interval 13.3 % to 28.9 %',
      guilty: '15 enrolments; 75.0 % of those prosecuted; 95 % interval 53.1 % to 88.8 %',
    });
    expect(plain(thresholdTitle(steps, year, 'Kent'))).toBe(
      'Of 2,000 enrolments in Kent that met the threshold of a penalty notice in 2024/25, 300 (15.0 %) had one, 20 were prosecuted and 15 found guilty',
    );
  });

  test('what follows a hidden step is hidden with it: paid and not paid would add up to the notices', () => {
    const hidden = 'hidden to protect people, because few are counted';
    expect(said({ ...all, notice: null })).toEqual({
      met: '2,000 enrolments',
      notice: hidden,
      paid: hidden,
      not_paid: hidden,
      prosecuted: hidden,
      guilty: hidden,
    });
    const court = said({ ...all, prosecuted: null, guilty: 0 });
    expect(court['not_paid']).toMatch(/^100 enrolments/);
    expect([court['prosecuted'], court['guilty']]).toEqual([hidden, hidden]);
  });

  test('a step that nobody reached has no share of it for the next', () => {
    expect(said({ ...all, prosecuted: 0, guilty: 0 })['guilty']).toBe('0 enrolments');
  });

  test('a title names what is hidden and tells no number of it', () => {
    const title = (counts: Readonly<Record<string, number | null>>) =>
      plain(thresholdTitle(thresholdSteps(table(counts), year), year, 'Dover'));
    expect(title({ ...all, prosecuted: null })).toMatch(
      /300 \(15\.0 %\) had one; how many were prosecuted is hidden$/,
    );
    expect(title({ ...all, met: null })).toBe(
      'How many met the threshold of a penalty notice in Dover in 2024/25 is hidden',
    );
  });
});
