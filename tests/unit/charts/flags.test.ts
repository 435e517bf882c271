import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addFlags, type Flag } from '$lib/charts/flags';
import type { Mark, Picture } from '$lib/charts/picture';

/** As much of an SVG element as a drawing needs; there is no document here. */
class Drawn {
  readonly attributes: Record<string, string> = {};
  readonly children: Drawn[] = [];
  textContent = '';
  constructor(readonly name: string) {}
  setAttribute(name: string, value: string) {
    this.attributes[name] = value;
  }
  append(...children: Drawn[]) {
    this.children.push(...children);
  }
}

beforeEach(() => {
  vi.stubGlobal('document', {
    createElementNS: (_: string, name: string) => new Drawn(name),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const mark = (month: string | undefined, x: number, y: number): Mark => ({
  key: `${month} ${x}`,
  x,
  y,
  name: 'NEET',
  said: '3.8 %',
  filters: null,
  ...(month === undefined ? {} : { month }),
});

/** A picture 400 wide and 200 high. */
function pictureOf(...marks: readonly Mark[]): Picture {
  const svg: unknown = new Drawn('svg');
  return { svg: svg as SVGSVGElement, width: 400, height: 200, marks };
}

/** What was drawn, each thing in numbers. */
function drawnOf(picture: Picture) {
  const svg: unknown = picture.svg;
  const { attributes, children } = svg as Drawn;
  const numbers = ({ attributes: all }: Drawn, ...names: string[]) =>
    names.map((name) => Number(all[name]));
  const flags = children.filter(({ name }) => name === 'g');
  return {
    size: [Number(attributes['width']), Number(attributes['height'])],
    poles: children
      .filter(({ name }) => name === 'line')
      .map((line) => numbers(line, 'x1', 'x2', 'y1', 'y2')),
    boxes: flags.map(({ children: [box] }) => numbers(box!, 'x', 'y', 'width', 'height')),
    texts: flags.map(({ children: [, text] }) => text!.textContent),
    textsAt: flags.map(({ children: [, text] }) => numbers(text!, 'x', 'y')),
    order: children.map(({ name }) => name),
  };
}

const flag = (month: string, number: number): Flag => ({ month, number });

test('a flag stands over the middle of its pole, in a band above the plot', () => {
  const plot = pictureOf(mark('2024-11', 100, 50), mark('2024-12', 140, 60));
  const flagged = addFlags(plot, [flag('2024-11', 1)]);
  expect(drawnOf(flagged)).toEqual({
    size: [400, 224],
    // From under the flag down to the mark, which the band has pushed down by 24.
    poles: [[100, 100, 16, 74]],
    boxes: [[91.5, 0, 17, 16]],
    texts: ['1'],
    textsAt: [[100, 8]],
    // The pole is beneath the plot, the flag above it.
    order: ['line', 'svg', 'g'],
  });
  const svg: unknown = plot.svg;
  expect((svg as Drawn).attributes).toEqual({ y: '24' });
  expect(flagged).toMatchObject({ width: 400, height: 224 });
});

test('marks over one another share a pole that reaches the lowest of them', () => {
  const plot = pictureOf(mark('2024-11', 100, 50), mark('2024-11', 100.3, 80));
  const { poles, texts, boxes } = drawnOf(
    addFlags(plot, [flag('2024-11', 1), flag('2024-11', 4), flag('2024-11', 12)]),
  );
  expect(texts).toEqual(['1, 4, 12']);
  expect(poles).toEqual([[100, 100, 16, 104]]);
  expect(boxes).toEqual([[67, 0, 66, 16]]);
});

test('flags that would cover one another stand in rows, and the band has room for them', () => {
  const plot = pictureOf(
    mark('2024-11', 100, 50),
    mark('2024-12', 110, 60),
    mark('2025-01', 130, 70),
  );
  const flagged = addFlags(plot, [flag('2024-11', 1), flag('2024-12', 2), flag('2025-01', 3)]);
  expect(drawnOf(flagged)).toMatchObject({
    size: [400, 244],
    boxes: [
      [91.5, 0, 17, 16],
      [101.5, 20, 17, 16],
      [121.5, 0, 17, 16],
    ],
    poles: [
      [100, 100, 16, 94],
      [110, 110, 36, 104],
      [130, 130, 16, 114],
    ],
  });
});

test('a flag stays inside the picture, off its pole at the edges', () => {
  const plot = pictureOf(mark('2024-09', 2, 50), mark('2025-08', 399, 50));
  const { boxes, poles } = drawnOf(addFlags(plot, [flag('2024-09', 1), flag('2025-08', 2)]));
  expect(boxes).toEqual([
    [0, 0, 17, 16],
    [383, 0, 17, 16],
  ]);
  expect(poles.map(([x]) => x)).toEqual([2, 399]);
});

test('every mark moves down with the plot, and those with notes say so', () => {
  const plot = pictureOf(
    mark('2024-11', 100, 50),
    { ...mark('2024-12', 140, 60), said: 'It is hidden.' },
    mark(undefined, 180, 70),
  );
  const { marks } = addFlags(plot, [flag('2024-11', 1), flag('2024-12', 2), flag('2024-12', 3)]);
  expect(marks.map(({ x, y, said }) => [x, y, said])).toEqual([
    [100, 74, '3.8 %. See note 1.'],
    [140, 84, 'It is hidden. See notes 2, 3.'],
    [180, 94, '3.8 %'],
  ]);
});

test('a picture that shows none of the months stays as it is', () => {
  const plot = pictureOf(mark('2024-11', 100, 50), mark(undefined, 140, 60));
  expect(addFlags(plot, [flag('2023-11', 1)])).toBe(plot);
  const svg: unknown = plot.svg;
  expect((svg as Drawn).attributes).toEqual({});
});
