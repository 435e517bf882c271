import * as Plot from '@observablehq/plot';
import { labelPoint, type Outline, type Outlines } from '../county';
import { hiddenLabel } from '../ui/cell';
import { sayDistrict, shownValues, type DistrictFigures } from './district_rows';
import { classLabel, classOf, mapClasses } from './map_classes';
import { addHatch, svgElement, type Mark, type Picture } from './picture';
import { halo, plotDefaults } from './plot_defaults';

/** What the map needs besides the figures. */
export interface MapGround {
  readonly outlines: Outlines;
  readonly shortName: (code: string) => string;
  /** Codes drawn greyed, with this note: their figures belong to another authority. */
  readonly neighbours: readonly string[];
  readonly neighbourNote: string;
}

const keyRow = 22;

const namePlaces = new WeakMap<Outline, [number, number]>();

/** Where the name of a district stands, worked out once. */
function namePlace(outline: Outline): [number, number] {
  const place = namePlaces.get(outline) ?? labelPoint(outline.geometry);
  namePlaces.set(outline, place);
  return place;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Pushes names that cover each other apart, up and down by as little as it takes. */
function partLabels(labels: readonly Label[], height: number): readonly Label[] {
  const moved = labels.map((label) => ({ ...label }));
  for (let round = 0; round < 12; round += 1) {
    for (const a of moved) {
      for (const b of moved) {
        const overlap = height - Math.abs(a.y - b.y);
        if (a === b || overlap <= 0 || Math.abs(a.x - b.x) >= (a.width + b.width) / 2) continue;
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
        upper.y -= overlap / 2;
        lower.y += overlap / 2;
      }
    }
  }
  return moved;
}

/** The outlines of areas that are drawn already, or of some of them: projecting them again would take as long again. */
function lines(
  areas: Element,
  attributes: Readonly<Record<string, string | number>>,
  which: readonly boolean[] = [],
): SVGGElement {
  const group = svgElement('g', { ...attributes, fill: 'none' });
  [...areas.children].forEach((area, index) => {
    const d = area.getAttribute('d');
    if (d !== null && which[index] !== false) group.append(svgElement('path', { d }));
  });
  return group;
}

/** A choropleth in three classes; hidden districts are hatched, neighbours grey. */
export function drawDistrictMap(
  figures: DistrictFigures,
  ground: MapGround,
  selected: readonly string[],
  width: number,
): Picture {
  const { measure } = figures.table;
  const classes = mapClasses(shownValues(figures));
  const byCode = new Map(figures.districts.map((district) => [district.code, district]));
  const size = width < 420 ? 10 : 12;
  const codeOf = (outline: Outline) => outline.properties.code;
  const mapHeight = Math.round(width * 0.66);
  const hatchHost = svgElement('svg');
  const hatch = addHatch(hatchHost);
  const fill = (outline: Outline) => {
    const district = byCode.get(codeOf(outline));
    if (!district) return 'var(--elsewhere)';
    const value = district.row.value.value;
    return value === null ? hatch : (classOf(classes, value)?.fill ?? 'var(--surface)');
  };
  const features = [...ground.outlines.features];
  const plot = Plot.plot({
    ...plotDefaults,
    width,
    height: mapHeight,
    margin: 2,
    projection: { type: 'mercator', domain: ground.outlines, inset: 2 },
    color: { type: 'identity' },
    marks: [
      Plot.geo(features, {
        fill,
        stroke: 'var(--surface)',
        strokeWidth: 1,
        className: 'district-areas',
      }),
      Plot.text(features, {
        x: (outline: Outline) => namePlace(outline)[0],
        y: (outline: Outline) => namePlace(outline)[1],
        text: (outline: Outline) => ground.shortName(codeOf(outline)),
        fontSize: size,
        fontWeight: 600,
        ...halo,
        strokeWidth: 3,
        className: 'district-names',
      }),
    ],
  });
  const drawn = plot as unknown as SVGSVGElement;
  drawn.prepend(...hatchHost.childNodes);
  const areas = drawn.querySelector('.district-areas');
  const isChosen = (outline: Outline) => selected.includes(codeOf(outline));
  areas?.after(
    lines(areas, { stroke: 'var(--border-control)', 'stroke-width': 0.75 }),
    lines(areas, { stroke: 'var(--surface)', 'stroke-width': 6 }, features.map(isChosen)),
    lines(areas, { stroke: 'var(--text)', 'stroke-width': 3 }, features.map(isChosen)),
  );

  const names = [...drawn.querySelectorAll<SVGTextElement>('.district-names text')];
  const spots = names.map((text) => {
    const at = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text.getAttribute('transform') ?? '');
    return {
      x: Number(at?.[1] ?? 0),
      y: Number(at?.[2] ?? 0),
      width: (text.textContent ?? '').length * size * 0.64,
    };
  });
  const placed = partLabels(spots, size + 4);
  names.forEach((text, index) => {
    const spot = placed[index];
    if (spot) text.setAttribute('transform', `translate(${spot.x},${spot.y})`);
  });

  const marks: Mark[] = spots.flatMap((spot, index) => {
    const outline = features[index];
    if (!outline) return [];
    const code = codeOf(outline);
    const district = byCode.get(code);
    return {
      key: code,
      x: spot.x,
      y: spot.y,
      name: district?.name ?? outline.properties.name,
      said: district
        ? sayDistrict(figures, district)
        : ground.neighbours.includes(code)
          ? ground.neighbourNote
          : 'no figure',
      filters: district ? code : null,
    };
  });

  const entries = [
    ...classes.map((mapClass) => ({ fill: mapClass.fill, label: classLabel(mapClass, measure) })),
    ...(figures.districts.some(({ row }) => row.value.status === 'c')
      ? [{ fill: hatch, label: hiddenLabel }]
      : []),
    { fill: 'var(--elsewhere)', label: `not ${figures.county.name}` },
  ];
  const columns = Math.max(1, Math.floor(width / (measure.unit === 'percent' ? 140 : 260)));
  const height = mapHeight + 8 + Math.ceil(entries.length / columns) * keyRow;
  const svg = svgElement('svg', { width, height, 'font-size': 12 });
  svg.append(drawn);
  entries.forEach((entry, index) => {
    const x = (index % columns) * (width / columns);
    const y = mapHeight + 8 + Math.floor(index / columns) * keyRow;
    svg.append(
      svgElement('rect', {
        x: x + 1,
        y: y + 3,
        width: 18,
        height: 14,
        fill: entry.fill,
        stroke: 'var(--border-control)',
      }),
    );
    const text = svgElement('text', { x: x + 26, y: y + 14, fill: 'var(--text)' });
    text.textContent = entry.label;
    svg.append(text);
  });
  return { svg, width, height, marks };
}
