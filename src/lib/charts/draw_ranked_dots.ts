import { formatTick } from '../ui/format';
import { unitForms } from '../ui/units';
import * as Plot from '@observablehq/plot';
import { formatCell, formatInTable, formatValue, hiddenLabel } from '../ui/cell';
import { sayDistrict, type DistrictFigures, type DistrictRow } from './district_rows';
import { addHatch, svgElement, writerOn, type Picture } from './picture';
import { plotDefaults } from './plot_defaults';

const rowHeight = 30;
const marginTop = 34;

const notes = { above: 'above range', within: '', below: 'below range' } as const;

/** Ranked dots with intervals, the expected range behind each and the county's line. */
export function drawRankedDots(
  figures: DistrictFigures,
  selected: readonly string[],
  width: number,
): Picture {
  const { measure } = figures.table;
  const shown = figures.districts.filter((district) => district.placed !== null);
  const highest = Math.max(
    ...shown.flatMap(({ row, placed }) => [
      row.upper.value ?? row.value.value ?? 0,
      placed?.expected.upper ?? 0,
    ]),
    figures.county.row?.value.value ?? 0,
    0.001,
  );
  const narrow = width < 480;
  const marginLeft = narrow ? 132 : 158;
  const outside = shown.some((district) => district.placed?.place !== 'within');
  const marginRight = narrow || !outside ? 60 : 136;
  const height = marginTop + figures.districts.length * rowHeight + 28;
  const value = (district: DistrictRow) => district.row.value.value ?? NaN;
  const isSelected = (district: DistrictRow) => selected.includes(district.code);
  const ink = (district: DistrictRow) =>
    district.placed?.place === 'within' ? 'var(--series-1)' : 'var(--series-3)';
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 28,
    x: {
      domain: [0, highest * 1.04],
      label: null,
      ticks: narrow ? 4 : 6,
      tickSize: 0,
      tickFormat: (tick: number) => formatTick(tick, unitForms[measure.unit]),
    },
    y: { type: 'band', domain: figures.districts.map(({ code }) => code), axis: null, padding: 0 },
    symbol: { type: 'identity' },
    marks: [
      Plot.barX(figures.districts.filter(isSelected), {
        x1: 0,
        x2: highest * 1.04,
        y: 'code',
        fill: 'var(--accent-quiet)',
      }),
      Plot.gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: narrow ? 4 : 6 }),
      Plot.barX(shown, {
        x1: (d: DistrictRow) => d.placed?.expected.lower ?? NaN,
        x2: (d: DistrictRow) => d.placed?.expected.upper ?? NaN,
        y: 'code',
        fill: 'var(--elsewhere)',
        insetTop: 8,
        insetBottom: 8,
      }),
      Plot.ruleX([0], { stroke: 'var(--border-control)' }),
      ...(figures.county.row?.value.value == null
        ? []
        : [
            Plot.ruleX([figures.county.row.value.value], {
              stroke: 'var(--text)',
              strokeWidth: 1.5,
              strokeDasharray: '5 3',
            }),
          ]),
      Plot.link(shown, {
        x1: (d: DistrictRow) => d.row.lower.value ?? NaN,
        x2: (d: DistrictRow) => d.row.upper.value ?? NaN,
        y1: 'code',
        y2: 'code',
        stroke: ink,
        strokeWidth: 1.5,
        markerStart: 'tick',
        markerEnd: 'tick',
      }),
      Plot.dot(shown, {
        x: value,
        y: 'code',
        r: (d: DistrictRow) => (d.placed?.place === 'within' ? 4 : 6),
        symbol: (d: DistrictRow) => (d.placed?.place === 'within' ? 'circle' : 'triangle'),
        rotate: (d: DistrictRow) => (d.placed?.place === 'below' ? 180 : 0),
        fill: ink,
        stroke: 'var(--surface)',
      }),
    ],
    r: { type: 'identity' },
  });
  const svg = plot as unknown as SVGSVGElement;
  const x = (at: number) => plot.scale('x')!.apply(at) as number;
  const middle = (index: number) => marginTop + (index + 0.5) * rowHeight;

  const write = writerOn(svg);

  figures.districts.forEach((district, index) => {
    const y = middle(index);
    const weight = isSelected(district) ? 700 : 400;
    // On the band of the selected row a halo would show as a box.
    const bare = { stroke: 'none', 'font-weight': weight };
    write(district.name, { x: marginLeft - 10, y }, { ...bare, 'text-anchor': 'end' });
    if (district.placed) {
      const note = notes[district.placed.place];
      const text = formatInTable(district.row.value, measure.unit);
      const strong = note === '' ? {} : { fill: 'var(--series-3)', 'font-weight': 700 };
      write(
        narrow || note === '' ? text : `${text} ${note}`,
        { x: width - marginRight + 8, y },
        { ...bare, ...strong },
      );
      return;
    }
    const hidden = district.row.value.status === 'c';
    svg.append(
      svgElement('rect', {
        x: marginLeft,
        y: y - rowHeight / 2 + 8,
        width: width - marginLeft - marginRight,
        height: rowHeight - 16,
        fill: hidden ? addHatch(svg) : 'none',
        opacity: 0.6,
      }),
    );
    write(
      hidden ? hiddenLabel : formatCell(district.row.value, measure.unit),
      { x: (marginLeft + width - marginRight) / 2, y },
      { 'text-anchor': 'middle', 'stroke-width': 6 },
    );
  });

  const county = figures.county.row?.value.value ?? null;
  if (county !== null) {
    write(
      `${figures.county.name} ${formatValue(county, measure.unit)}`,
      { x: x(county), y: 14 },
      { 'text-anchor': 'middle', 'font-weight': 650 },
    );
    svg.append(
      svgElement('line', {
        x1: x(county),
        x2: x(county),
        y1: 22,
        y2: marginTop,
        stroke: 'var(--text)',
        'stroke-width': 1.5,
      }),
    );
  }

  const marks = figures.districts.map((district, index) => ({
    key: district.code,
    x: district.placed ? x(value(district)) : marginLeft + 12,
    y: middle(index),
    name: district.name,
    said: sayDistrict(figures, district),
    filters: district.code,
  }));
  return { svg, width, height, marks };
}
