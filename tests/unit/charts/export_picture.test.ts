import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { standaloneSvg } from '$lib/charts/export_picture';
import { inLight, lightTokens, readTokens } from '$lib/charts/light_tokens';
import { addHatch, svgElement, writerOn, type Picture } from '$lib/charts/picture';
import { svgText } from '$lib/charts/svg_text';

const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
beforeAll(() => {
  Object.defineProperty(globalThis, 'document', {
    configurable: true,
    value: parseHTML('<html></html>').document,
  });
});
afterAll(() => {
  if (before) Object.defineProperty(globalThis, 'document', before);
  else Reflect.deleteProperty(globalThis, 'document');
});

/** A bar, a hidden group and a name that would be markup if it were not escaped. */
function drawn(name = 'Years < 12 & "over"'): Picture {
  const svg = svgElement('svg', { width: 400, height: 40, viewBox: '0 0 400 40' });
  svg.append(svgElement('rect', { width: 50, height: 20, fill: 'var(--series-1)' }));
  svg.append(svgElement('rect', { width: 50, height: 20, fill: addHatch(svg) }));
  writerOn(svg)(name, { x: 10, y: 10 });
  return { svg, width: 400, height: 40, marks: [] };
}
const words = {
  title: 'A title that is long enough to be broken into two lines',
  subtitle: '<b>what</b>',
  footer: [],
};

describe('the tokens of a file', () => {
  test('are the light ones of the style sheet', () => {
    expect(lightTokens.get('--series-1')).toBe('#12436d');
    expect(lightTokens.get('--sample-surface')).toBe('#ffe9a8');
    expect(inLight('1px solid var(--text)')).toBe('1px solid #15202b');
    expect(inLight('var(--nothing)')).toBe('var(--nothing)');
  });

  test('are those of the first rule: neither more contrast nor print changes them', () => {
    const css =
      ':root { /* a: b; */ --a: light-dark( #fff , #000 ); --b: 4px; } @media x { :root { --a: red; } }';
    expect([...readTokens(css)]).toEqual([
      ['--a', '#fff'],
      ['--b', '4px'],
    ]);
  });
});

describe('a picture as a file', () => {
  test('needs no page: its colours are in it, and what it says is text', () => {
    const { text, width, height } = standaloneSvg(drawn(), { ...words, sample: false });
    expect(text).not.toContain('var(');
    expect(text).toContain('fill="#12436d"');
    expect(text).toContain('Years &lt; 12 &amp; &quot;over&quot;');
    expect(text).toContain('&lt;b&gt;what&lt;/b&gt;');
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect([width, height > 40]).toEqual([448, true]);
  });

  test('says that it is of the sample county', () => {
    const of = (sample: boolean) => standaloneSvg(drawn(), { ...words, sample }).text;
    expect(of(true)).toContain('Sample data. Everyone in it is invented.');
    expect(of(false)).not.toContain('Sample');
  });

  test('is the same each time it is drawn, though ids are counted up', () => {
    const [one, other] = [drawn(), drawn()];
    expect(svgText(one.svg)).toBe(svgText(other.svg));
    expect(svgText(one.svg, 'figure-1-')).toMatch(/id="figure-1-hatch-1"/);
    expect(svgText(one.svg, 'figure-1-')).toMatch(/fill="url\(#figure-1-hatch-1\)"/);
  });
});
