/** One thing in a picture that can be pointed at, reached with the arrow keys and spoken. */
export interface Mark {
  readonly key: string;
  /** In the units of the picture's own coordinates. */
  readonly x: number;
  readonly y: number;
  /** First line of the card: the name. */
  readonly name: string;
  /** Value, comparison or the reason there is none; said after the name. */
  readonly said: string;
  /** What choosing the mark filters by; null when it filters nothing. */
  readonly filters: string | null;
  /** The month it stands for on an axis of time, as `2024-11`; not set elsewhere. */
  readonly month?: string;
}

/** A drawn chart. */
export interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Draws at a width in CSS pixels. Asynchronous, because the drawing library is loaded on demand. */
export type Draw = (width: number) => Promise<Picture>;

const svgNamespace = 'http://www.w3.org/2000/svg';

export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Writes text at a point, readable over whatever lies beneath. */
export type Write = (
  text: string,
  at: { readonly x: number; readonly y: number },
  attributes?: Readonly<Record<string, string | number>>,
) => SVGTextElement;

/** A pen for text in a picture. */
export function writerOn(svg: SVGSVGElement): Write {
  return (text, at, attributes = {}) => {
    const element = svgElement('text', {
      ...at,
      fill: 'var(--text)',
      stroke: 'var(--surface)',
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      'dominant-baseline': 'middle',
      'text-anchor': 'start',
      ...attributes,
    });
    element.textContent = text;
    svg.append(element);
    return element;
  };
}

let hatches = 0;

/** Adds the hatch that stands for a hidden figure, and returns the fill that uses it. */
export function addHatch(svg: SVGSVGElement): string {
  const id = `hatch-${(hatches += 1)}`;
  const pattern = svgElement('pattern', {
    id,
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    svgElement('rect', { width: 6, height: 6, fill: 'var(--surface)' }),
    svgElement('rect', { width: 1.5, height: 6, fill: 'var(--text-muted)' }),
  );
  const definitions = svgElement('defs');
  definitions.append(pattern);
  svg.prepend(definitions);
  return `url(#${id})`;
}

/** The mark nearest to a point, within a finger's reach. */
export function nearestMark(marks: readonly Mark[], x: number, y: number): number | null {
  const reach = 40;
  let best: number | null = null;
  let bestDistance = reach;
  marks.forEach((mark, index) => {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  });
  return best;
}
