import * as Plot from '@observablehq/plot';
import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import type { Group } from '../explore/groups';
import { formatInTable, formatValue } from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import { gapPen } from './gaps';
import {
  choiceOf,
  layOutPanels,
  saySmall,
  type SmallFigures,
  type SmallPanel,
} from './small_multiples';

const rowHeight = 22;
const head = 26;
const foot = 22;
const gap = 22;
const marginRight = 52;

function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

/** One panel: dots with intervals a group, the whole as a line. */
function drawPanel(
  figures: SmallFigures,
  panel: SmallPanel,
  selected: readonly string[],
  width: number,
  choosable: boolean,
): Picture {
  const { measure, whole, top } = figures;
  const { by, groups } = panel;
  const form = unitForms[measure.unit];
  const height = head + groups.length * rowHeight + foot;
  const marginLeft = Math.round(width * 0.42);
  const level = whole?.row.value.value ?? null;
  const isSelected = ({ code }: Group) => selected.includes(choiceOf(by, code));
  const shown = groups.filter(({ row }) => row.value.value !== null);
  const highest = top * 1.04;
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop: head,
    marginLeft,
    marginRight,
    marginBottom: foot,
    x: {
      domain: [0, highest],
      label: null,
      ticks: 3,
      tickSize: 0,
      tickFormat: (tick: number) => formatTick(tick, form),
    },
    y: { type: 'band', domain: groups.map(({ code }) => code), axis: null, padding: 0 },
    marks: [
      Plot.barX(groups.filter(isSelected), {
        x1: 0,
        x2: highest,
        y: 'code',
        fill: 'var(--accent-quiet)',
      }),
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 3 }),
      Plot.ruleX([0], { stroke: 'var(--border-control)' }),
      Plot.ruleX(level === null ? [] : [level], {
        stroke: 'var(--text)',
        strokeWidth: 1.25,
        strokeDasharray: '4 3',
      }),
      Plot.link(
        shown.filter(({ row }) => row.lower.value !== null && row.upper.value !== null),
        {
          x1: (d: Group) => d.row.lower.value,
          x2: (d: Group) => Math.min(highest, d.row.upper.value ?? 0),
          y1: 'code',
          y2: 'code',
          stroke: 'var(--series-1)',
          strokeWidth: 1.5,
        },
      ),
      Plot.dot(shown, {
        x: (d: Group) => d.row.value.value,
        y: 'code',
        r: 4,
        fill: 'var(--series-1)',
        stroke: 'var(--surface)',
      }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (at: number) => plot.scale('x')!.apply(at) as number;
  const middle = (index: number) => head + (index + 0.5) * rowHeight;
  const write = writerOn(svg);
  const drawGap = gapPen(svg);
  const title = shortened(panel.label, Math.floor(width / 7));
  write(title, { x: 0, y: 10 }, { 'font-weight': 650, 'font-size': 13, stroke: 'none' });
  groups.forEach((group, index) => {
    const y = middle(index);
    const plain = { stroke: 'none', 'font-weight': isSelected(group) ? 700 : 400 };
    const name = shortened(group.name, Math.floor((marginLeft - 8) / 6));
    write(name, { x: marginLeft - 8, y }, { ...plain, 'text-anchor': 'end' });
    if (group.row.value.value === null) {
      const box = { x: marginLeft, y: y - 6, width: width - marginLeft - marginRight, height: 12 };
      drawGap(group.row.value, box);
    } else {
      write(formatInTable(group.row.value, measure.unit), { x: width - marginRight + 6, y }, plain);
      if ((group.row.upper.value ?? 0) > highest)
        write('›', { x: width - marginRight - 4, y: y - 1 }, { stroke: 'none', 'font-size': 16 });
    }
  });
  const marks: Mark[] = groups.map((group, index) => ({
    key: choiceOf(by, group.code),
    x: group.row.value.value === null ? marginLeft + 10 : x(group.row.value.value),
    y: middle(index),
    name: `${panel.label}: ${group.name}`,
    said: saySmall(figures, group),
    filters: choosable ? choiceOf(by, group.code) : null,
  }));
  return { svg, width, height, marks };
}

/** A grid of panels on one axis, as many beside each other as have room. */
export function drawSmallMultiples(
  figures: SmallFigures,
  selected: readonly string[],
  choosable: boolean,
  width: number,
): Picture {
  const { measure, panels, whole } = figures;
  const columns = Math.min(panels.length, width >= 960 ? 3 : width >= 600 ? 2 : 1);
  const panelWidth = Math.floor((width - gap * (columns - 1)) / columns);
  const drawn = panels.map((panel) => drawPanel(figures, panel, selected, panelWidth, choosable));
  const { spots, height: grid } = layOutPanels(
    drawn.map((each) => each.height),
    columns,
    gap,
  );
  const above = whole ? 28 : 0;
  const height = above + grid;
  const svg = svgElement('svg', { width, height, 'font-size': 12 });
  if (whole && whole.row.value.value !== null) {
    const dash = { x1: 0, x2: 24, y1: 9, y2: 9, 'stroke-dasharray': '4 3' };
    svg.append(svgElement('line', { ...dash, stroke: 'var(--text)', 'stroke-width': 1.5 }));
    const text = `${whole.name} ${formatValue(whole.row.value.value, measure.unit)}`;
    writerOn(svg)(text, { x: 30, y: 9 }, { 'font-weight': 650, stroke: 'none' });
  }
  const marks = drawn.flatMap((each, index) => {
    const spot = spots[index]!;
    const at = { x: spot.column * (panelWidth + gap), y: above + spot.top };
    each.svg.setAttribute('x', String(at.x));
    each.svg.setAttribute('y', String(at.y));
    svg.append(each.svg);
    return each.marks.map((mark) => ({ ...mark, x: mark.x + at.x, y: mark.y + at.y }));
  });
  return { svg, width, height, marks };
}
