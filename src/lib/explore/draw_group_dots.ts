import * as Plot from '@observablehq/plot';
import { addHatch, svgElement, writerOn, type Picture } from '../charts/picture';
import { plotDefaults } from '../charts/plot_defaults';
import type { SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import {
  formatCell,
  formatInTable,
  formatValue,
  hiddenLabel,
  sayCell,
  sayInterval,
} from '../ui/cell';
import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import type { Group } from './groups';

const rowHeight = 28;

/** Groups of one measure with the figure that they are part of, where it can stand beside them. */
export interface GroupFigures {
  readonly measure: Measure;
  readonly groups: readonly Group[];
  readonly whole: { readonly name: string; readonly row: SafeRow } | null;
  /** Whether a group can be chosen, to filter by it. */
  readonly choosable: boolean;
}

/** What is said of a group: value and interval, or why there is none. */
export function sayGroup({ unit }: Measure, { row }: Group): string {
  if (row.value.value === null) return sayCell(row.value, unit);
  const interval = sayInterval(row.lower, row.upper, unit);
  return [formatCell(row.value, unit), ...(interval ? [interval] : [])].join('; ');
}

function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

/** A dot and its interval a group, with the whole as a line behind them. */
export function drawGroupDots(
  { measure, groups, whole, choosable }: GroupFigures,
  selected: readonly string[],
  width: number,
): Picture {
  const form = unitForms[measure.unit];
  const wholeValue = whole?.row.value.value ?? null;
  const marginTop = wholeValue === null ? 12 : 34;
  const numbers = groups.flatMap(({ row }) =>
    [row.value.value, row.lower.value, row.upper.value].filter((value) => value !== null),
  );
  const highest =
    1.04 * Math.max(...numbers, wholeValue ?? 0, form.base === null ? 1 : 0.1 / form.base);
  const lowest = Math.min(...numbers, 0);
  const letters = Math.max(...groups.map(({ name }) => name.length));
  const marginLeft = Math.min(24 + letters * 6.6, Math.max(120, width * 0.36));
  const most = Math.floor((marginLeft - 12) / 6.3);
  const marginRight = 64;
  const height = marginTop + groups.length * rowHeight + 28;
  const ticks = width < 480 ? 3 : 6;
  const isSelected = ({ code }: Group) => selected.includes(code);
  const shown = groups.filter(({ row }) => row.value.value !== null);
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 28,
    x: {
      domain: [lowest, highest],
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (tick: number) => formatTick(tick, form),
    },
    y: { type: 'band', domain: groups.map(({ code }) => code), axis: null, padding: 0 },
    marks: [
      Plot.barX(groups.filter(isSelected), {
        x1: lowest,
        x2: highest,
        y: 'code',
        fill: 'var(--accent-quiet)',
      }),
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks }),
      Plot.ruleX([0], { stroke: 'var(--border-control)' }),
      Plot.ruleX(wholeValue === null ? [] : [wholeValue], {
        stroke: 'var(--text)',
        strokeWidth: 1.5,
        strokeDasharray: '5 3',
      }),
      Plot.link(
        shown.filter(({ row }) => row.lower.value !== null && row.upper.value !== null),
        {
          x1: (d: Group) => d.row.lower.value,
          x2: (d: Group) => d.row.upper.value,
          y1: 'code',
          y2: 'code',
          stroke: 'var(--series-1)',
          strokeWidth: 1.5,
          markerStart: 'tick',
          markerEnd: 'tick',
        },
      ),
      Plot.dot(shown, {
        x: (d: Group) => d.row.value.value,
        y: 'code',
        r: 4.5,
        fill: 'var(--series-1)',
        stroke: 'var(--surface)',
      }),
    ],
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (at: number) => plot.scale('x')!.apply(at) as number;
  const middle = (index: number) => marginTop + (index + 0.5) * rowHeight;
  const write = writerOn(svg);

  groups.forEach((group, index) => {
    const y = middle(index);
    const { row } = group;
    const plain = { stroke: 'none', 'font-weight': isSelected(group) ? 700 : 400 };
    const name = shortened(group.name, most);
    write(name, { x: marginLeft - 10, y }, { ...plain, 'text-anchor': 'end' });
    if (row.value.value !== null) {
      write(formatInTable(row.value, measure.unit), { x: width - marginRight + 8, y }, plain);
      return;
    }
    const hidden = row.value.status === 'c';
    if (hidden) {
      const box = { x: marginLeft, y: y - 6, width: width - marginLeft - marginRight, height: 12 };
      svg.append(svgElement('rect', { ...box, fill: addHatch(svg), opacity: 0.6 }));
    }
    write(
      hidden ? hiddenLabel : formatCell(row.value, measure.unit),
      { x: (marginLeft + width - marginRight) / 2, y },
      { 'text-anchor': 'middle', 'stroke-width': 6 },
    );
  });
  if (whole && wholeValue !== null) {
    const text = `${whole.name} ${formatValue(wholeValue, measure.unit)}`;
    const half = text.length * 3.3;
    const at = Math.min(Math.max(x(wholeValue), half), width - half);
    write(text, { x: at, y: 14 }, { 'text-anchor': 'middle', 'font-weight': 650 });
    const line = { x1: x(wholeValue), x2: x(wholeValue), y1: 22, y2: marginTop };
    svg.append(svgElement('line', { ...line, stroke: 'var(--text)', 'stroke-width': 1.5 }));
  }

  const marks = groups.map((group, index) => ({
    key: group.code,
    x: group.row.value.value === null ? marginLeft + 12 : x(group.row.value.value),
    y: middle(index),
    name: group.name,
    said: sayGroup(measure, group),
    filters: choosable ? group.code : null,
  }));
  return { svg, width, height, marks };
}
