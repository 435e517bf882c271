import { describe, expect, it } from 'vitest';
import {
  sayChangeOnYear,
  sayDifference,
  sayVerdict,
  standingBeside,
  standingInCounty,
} from '$lib/districts/standing';
import { measureNamed } from '$lib/measures/catalogue';
import { hiddenRow, shownRow } from '../charts/fixtures';

const neet = measureNamed('neet')!;
const participation = measureNamed('participation')!;
const involvement = measureNamed('service_involvement')!;
const caseload = measureNamed('open_caseload')!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a district beside the county', () => {
  const county = shownRow('p', 1000, 10_000); // 10 %
  const high = shownRow('p', 300, 2000); // 15 %, the rest of the county 700 of 8,000

  it('is judged by what is better for the measure, in words', () => {
    expect(standingInCounty(neet, high, county).verdict).toBe('worse');
    expect(standingInCounty(participation, high, county).verdict).toBe('better');
    const neutral = standingInCounty(involvement, high, county).verdict;
    expect(sayVerdict(neutral)).toBe('higher; neither better nor worse');
  });

  it('differs by the two figures on the page', () => {
    expect(plain(sayDifference(neet, standingInCounty(neet, high, county)))).toBe('+5.0 points');
  });

  it('could be chance where the interval of the difference to the rest holds zero', () => {
    const near = shownRow('p', 21, 200); // 10.5 % of 200
    expect(standingInCounty(neet, near, county).verdict).toBe('chance');
    expect(standingInCounty(neet, shownRow('p', 200, 2000), county).verdict).toBe('level');
  });

  it('is not compared where one of the two is hidden, nor by a mere number', () => {
    expect(standingInCounty(neet, hiddenRow('p'), county)).toEqual({
      verdict: 'none',
      difference: null,
    });
    expect(standingInCounty(neet, high, hiddenRow('p')).verdict).toBe('none');
    expect(standingInCounty(caseload, high, county).verdict).toBe('none');
  });

  it('is told beside another district', () => {
    const other = shownRow('p', 100, 2000); // 5 %
    expect(standingBeside(neet, other, high).verdict).toBe('better');
    expect(plain(sayDifference(neet, standingBeside(neet, other, high)))).toBe('−10.0 points');
  });

  it('says the change on last year, and nothing of a hidden one', () => {
    expect(plain(sayChangeOnYear(neet, high, shownRow('q', 200, 2000)))).toBe(
      'up 5.0 points (worse)',
    );
    expect(plain(sayChangeOnYear(neet, high, shownRow('q', 290, 2000)))).toBe(
      'up 0.5 points (could be chance)',
    );
    expect(sayChangeOnYear(neet, high, hiddenRow('q'))).toBe('–');
  });
});
