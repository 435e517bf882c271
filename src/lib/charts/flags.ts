import { svgElement, type Mark, type Picture } from './picture';

/** A note's number, to stand over its month. */
export interface Flag {
  readonly month: string;
  readonly number: number;
}

interface Placed {
  readonly text: string;
  readonly x: number;
  /** How far down its pole reaches. */
  readonly to: number;
  readonly width: number;
  /** Flags that would cover one another stand in rows. */
  row: number;
}

const rowHeight = 20;
const flagHeight = 16;

/**
 * The picture with a flag over each mark whose month has notes, in a band of its own above the plot, so that it
 * hides nothing. A picture that shows none of the months stays as it is.
 */
export function addFlags(picture: Picture, flags: readonly Flag[]): Picture {
  const flagged = picture.marks.filter(({ month }) => flags.some((flag) => flag.month === month));
  if (flagged.length === 0) return picture;
  const numbers = (month: string | undefined) =>
    flags.filter((flag) => flag.month === month).map(({ number }) => number);
  const placed = inRows(poles(flagged, numbers), picture.width);
  const band = rowHeight * (1 + Math.max(...placed.map(({ row }) => row))) + 4;
  const svg = svgElement('svg', {
    width: picture.width,
    height: picture.height + band,
    'font-size': 12,
  });
  // Beneath the plot, so that the poles cross no number.
  for (const { x, to, row } of placed)
    svg.append(
      svgElement('line', {
        x1: x,
        x2: x,
        y1: row * rowHeight + flagHeight,
        y2: to + band,
        stroke: 'var(--text-muted)',
        'stroke-dasharray': '2 3',
      }),
    );
  picture.svg.setAttribute('y', String(band));
  svg.append(picture.svg);
  for (const flag of placed) drawFlag(svg, flag, picture.width);
  const marks = picture.marks.map((mark) => withNotes(mark, numbers(mark.month), band));
  return { svg, width: picture.width, height: picture.height + band, marks };
}

/** One pole for marks that stand over one another. */
function poles(
  marks: readonly Mark[],
  numbers: (month: string | undefined) => readonly number[],
): Placed[] {
  const places = new Set(marks.map(({ x }) => Math.round(x)));
  return [...places].map((x) => {
    const over = marks.filter((mark) => Math.round(mark.x) === x);
    const text = [...new Set(over.flatMap(({ month }) => numbers(month)))].join(', ');
    const to = Math.max(...over.map(({ y }) => y));
    return { text, x, to, width: 10 + 7 * text.length, row: 0 };
  });
}

function inRows(flags: readonly Placed[], width: number): readonly Placed[] {
  const ends: number[] = [];
  for (const flag of [...flags].sort((one, other) => one.x - other.x)) {
    const left = leftOf(flag, width);
    const free = ends.findIndex((end) => end + 2 <= left);
    flag.row = free === -1 ? ends.length : free;
    ends[flag.row] = left + flag.width;
  }
  return flags;
}

/** The flag is in the middle of its pole unless it would leave the picture. */
function leftOf({ x, width: own }: Placed, width: number): number {
  return Math.max(0, Math.min(width - own, x - own / 2));
}

function drawFlag(svg: SVGSVGElement, flag: Placed, width: number): void {
  const [left, top] = [leftOf(flag, width), flag.row * rowHeight];
  const box = svgElement('rect', {
    x: left,
    y: top,
    width: flag.width,
    height: flagHeight,
    rx: 3,
    fill: 'var(--accent)',
  });
  const number = svgElement('text', {
    x: left + flag.width / 2,
    y: top + flagHeight / 2,
    fill: 'var(--on-accent)',
    'font-size': 11,
    'font-weight': 650,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  });
  number.textContent = flag.text;
  const group = svgElement('g', { class: 'note-flag' });
  group.append(box, number);
  svg.append(group);
}

function withNotes(mark: Mark, numbers: readonly number[], band: number): Mark {
  const notes =
    numbers.length === 0
      ? ''
      : ` See ${numbers.length === 1 ? 'note' : 'notes'} ${numbers.join(', ')}.`;
  const said = notes === '' || mark.said.endsWith('.') ? mark.said : `${mark.said}.`;
  return { ...mark, y: mark.y + band, said: `${said}${notes}` };
}
