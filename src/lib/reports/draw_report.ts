import { svgElement, type Picture } from '../charts/picture';
import { svgText } from '../charts/svg_text';
import { figuresOf, type Report, type ReportFigure } from './report';

/** The pictures of a report by the number of their figure; words where one could not be drawn. */
export type DrawnReport = ReadonlyMap<number, Picture | string>;

/** In CSS pixels: what an A4 page holds between its margins. */
const width = 680;

/**
 * Draws every picture of a report. Needs a `document` to draw with, a page's or one that stands in for it. A picture
 * that fails leaves its figure with its table. Rejects when it is cancelled.
 */
export async function drawReport(
  report: Pick<Report, 'sections'>,
  signal?: AbortSignal,
): Promise<DrawnReport> {
  const drawn = new Map<number, Picture | string>();
  for (const { number, draw } of figuresOf(report)) {
    signal?.throwIfAborted();
    if (draw === null) continue;
    const picture = await draw(width).catch(
      (error: unknown) =>
        `The picture could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
    );
    drawn.set(number, picture);
  }
  return drawn;
}

/** A picture as part of an HTML file, with a text in its place for who does not see it. */
export function inlineSvg({ number, title, alternative }: ReportFigure, picture: Picture): string {
  const svg = picture.svg.cloneNode(true) as SVGSVGElement;
  const [name, description] = [svgElement('title'), svgElement('desc')];
  name.textContent = title;
  description.textContent = alternative;
  name.setAttribute('id', 'title-1');
  description.setAttribute('id', 'desc-1');
  svg.prepend(name, description);
  // The library names its parts, which is of no use within a picture that has a name.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', 'title-1 desc-1');
  svg.setAttribute('viewBox', `0 0 ${picture.width} ${picture.height}`);
  return svgText(svg, `figure-${number}-`);
}
