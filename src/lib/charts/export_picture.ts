import { svgElement, type Picture } from './picture';
import { svgText } from './svg_text';

/** The words that travel inside a picture file, because a picture is soon parted from its page. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  /** Source, credits and, for sample data, the sample mark. */
  readonly footer: readonly string[];
  readonly sample: boolean;
}

/** A picture as the text of an SVG file, with its size in CSS pixels. */
export interface StandaloneSvg {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const font = 'Segoe UI, Roboto, Noto Sans, Liberation Sans, Helvetica Neue, Arial, sans-serif';

/** Breaks a text into lines of about `width` pixels at a font size; 0.52 em is a sans-serif's mean. */
function wrap(text: string, width: number, size: number): string[] {
  const perLine = Math.max(20, Math.floor(width / (size * 0.52)));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= perLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** A picture as a file of its own, in light colours: title, subtitle, picture, source, and the sample mark. */
export function standaloneSvg(picture: Picture, words: PictureWords): StandaloneSvg {
  const width = picture.width + 2 * margin;
  const inner = picture.width;
  const svg = svgElement('svg', { width, 'font-family': font, fill: 'var(--text)' });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  let y = margin;
  const write = (text: string, size: number, weight: number, fill: string) => {
    for (const line of wrap(text, inner, size)) {
      y += size;
      const element = svgElement('text', { x: margin, y, 'font-size': size, fill });
      element.setAttribute('font-weight', String(weight));
      element.textContent = line;
      svg.append(element);
      y += size * 0.4;
    }
  };
  if (words.sample) {
    const band = svgElement('rect', {
      x: 0,
      y: 0,
      width,
      height: 28,
      fill: 'var(--sample-surface)',
    });
    svg.append(band);
    y = 4;
    write('Sample data. Everyone in it is invented.', 13, 600, 'var(--sample-text)');
    y += 14;
  }
  write(words.title, 18, 650, 'var(--text)');
  write(words.subtitle, 13, 400, 'var(--text-muted)');
  y += 12;
  const drawing = picture.svg.cloneNode(true) as SVGSVGElement;
  drawing.setAttribute('x', String(margin));
  drawing.setAttribute('y', String(y));
  drawing.setAttribute('width', String(picture.width));
  drawing.setAttribute('height', String(picture.height));
  svg.append(drawing);
  y += picture.height + 12;
  for (const line of words.footer) write(line, 11, 400, 'var(--text-muted)');
  const height = Math.ceil(y + margin);
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.prepend(svgElement('rect', { width, height, fill: 'var(--surface)' }));
  return { text: svgText(svg), width, height };
}

/** Paints an SVG onto a canvas at twice its size, sharp enough for print. */
export async function toPng(svg: StandaloneSvg): Promise<Blob> {
  const scale = 2;
  const image = new Image(svg.width, svg.height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = svg.width * scale;
  canvas.height = svg.height * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the picture; download the SVG instead.');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture is too large for a PNG; download the SVG instead.'));
    }, 'image/png');
  });
}
