import * as Plot from '@observablehq/plot';
import { writerOn, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import { formatPercent, formatPoints } from '../ui/format';
import { sayShareGap, type ShareNames } from './share_words';
import type { DistrictShare, Shares } from './shares';

const rowHeight = 32;
const marginTop = 46;
const marginBottom = 28;

/** A row a district: its share of need as a circle, its share of cases as a diamond, the gap between. */
export function drawShares(
  { districts }: Shares,
  names: ShareNames,
  selected: readonly string[],
  width: number,
): Picture {
  const narrow = width < 520;
  const marginLeft = narrow ? 124 : 158;
  const marginRight = narrow ? 76 : 190;
  const height = marginTop + districts.length * rowHeight + marginBottom;
  const highest = Math.max(...districts.flatMap((each) => [each.needShare, each.caseShare])) * 1.06;
  const ink = ({ beyondChance }: DistrictShare) =>
    beyondChance ? 'var(--series-3)' : 'var(--text-muted)';
  const svg = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom,
    x: {
      domain: [0, highest],
      label: null,
      ticks: narrow ? 3 : 6,
      tickSize: 0,
      tickFormat: (tick: number) => formatPercent(tick, 0),
    },
    y: { type: 'band', domain: districts.map(({ code }) => code), axis: null, padding: 0 },
    marks: [
      Plot.barX(
        districts.filter(({ code }) => selected.includes(code)),
        { x1: 0, x2: highest, y: 'code', fill: 'var(--accent-quiet)' },
      ),
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: narrow ? 3 : 6 }),
      Plot.ruleX([0], { stroke: 'var(--border-control)' }),
      Plot.link(districts, {
        x1: 'needShare',
        x2: 'caseShare',
        y1: 'code',
        y2: 'code',
        stroke: ink,
        strokeWidth: (each: DistrictShare) => (each.beyondChance ? 4 : 2),
      }),
      Plot.dot(districts, {
        x: 'needShare',
        y: 'code',
        r: 6,
        fill: 'var(--series-1)',
        stroke: 'var(--surface)',
      }),
      Plot.dot(districts, {
        x: 'caseShare',
        y: 'code',
        r: 6,
        symbol: 'diamond',
        fill: 'var(--surface)',
        stroke: 'var(--series-1)',
        strokeWidth: 2,
      }),
    ],
    r: { type: 'identity' },
  }) as unknown as SVGSVGElement;
  const x = (value: number): number =>
    marginLeft + (value / highest) * (width - marginLeft - marginRight);
  const middle = (index: number): number => marginTop + (index + 0.5) * rowHeight;
  const write = writerOn(svg);

  districts.forEach((each, index) => {
    const y = middle(index);
    const chosen = { stroke: 'none', 'font-weight': selected.includes(each.code) ? 700 : 400 };
    write(each.name, { x: marginLeft - 10, y }, { ...chosen, 'text-anchor': 'end' });
    const points = formatPoints(each.gap);
    const size = narrow ? points.replace(/\spoints?$/, '') : points;
    const flat = !/[1-9]/.test(size);
    const text = flat ? 'level' : `${each.gap < 0 ? '−' : '+'}${size}`;
    write(
      each.beyondChance || flat || narrow ? text : `${text}, could be chance`,
      { x: width - marginRight + 10, y },
      {
        ...chosen,
        ...(each.beyondChance
          ? { 'font-weight': 700, fill: 'var(--series-3)' }
          : { fill: 'var(--text-muted)' }),
      },
    );
  });

  // The two shapes are named above the first row, each on its own side of the other.
  const [first] = districts;
  if (first) {
    const needLeft = first.needShare < first.caseShare;
    const label = (text: string, at: number, left: boolean) =>
      write(
        text,
        { x: Math.max(marginLeft, x(at)), y: marginTop - 8 },
        { 'text-anchor': left && x(at) - marginLeft > 90 ? 'end' : 'start', 'font-weight': 600 },
      );
    const near = Math.abs(x(first.needShare) - x(first.caseShare)) < 20;
    label('● need', first.needShare + (near && !needLeft ? 8 / width : 0), needLeft);
    label(`◇ ${narrow ? 'cases' : names.service}`, first.caseShare, !needLeft);
  }

  return {
    svg,
    width,
    height,
    marks: districts.map((each, index) => ({
      key: each.code,
      x: x(each.needShare),
      y: middle(index),
      name: each.name,
      said: `${formatPercent(each.needShare)} of the need, ${formatPercent(each.caseShare)} of the open cases; ${sayShareGap(each)}`,
      filters: each.code,
    })),
  };
}
