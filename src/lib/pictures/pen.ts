import { addHatch, svgElement, type Write } from '../charts/picture';
import { hiddenLabel } from '../ui/cell';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** About how wide a text is at 12 pixels. */
export function widthOf(text: string): number {
  return text.length * 6.5;
}

/** A text as lines of so many letters at most, broken between words. */
export function inLines(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Writes lines below each other, the block centred on the height. */
export function writeLines(
  write: Write,
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  attributes: Readonly<Record<string, string | number>> = {},
): void {
  lines.forEach((line, at) =>
    write(line, { x, y: y + (at - (lines.length - 1) / 2) * 14 }, attributes),
  );
}

/** Blocks pushed apart so that none covers another, between a top and a floor. */
export function apart(
  wanted: readonly number[],
  sizes: readonly number[],
  top: number,
  floor: number,
): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let least = top;
  for (const at of order) {
    placed[at] = Math.max(wanted[at]!, least + sizes[at]! / 2);
    least = placed[at]! + sizes[at]! / 2;
  }
  let most = floor;
  for (const at of [...order].reverse()) {
    placed[at] = Math.min(placed[at]!, most - sizes[at]! / 2);
    most = placed[at]! - sizes[at]! / 2;
  }
  return placed;
}

/** The hatched, labelled gap of figures that are hidden. */
export function drawHidden(svg: SVGSVGElement, write: Write, box: Box, upright = false): void {
  svg.append(svgElement('rect', { ...box, fill: addHatch(svg), opacity: 0.6 }));
  const x = box.x + box.width / 2;
  const y = upright ? box.y + 6 : box.y + box.height / 2;
  const turned = upright ? { transform: `rotate(-90 ${x} ${y})` } : {};
  write(
    hiddenLabel,
    { x, y },
    {
      'text-anchor': upright ? 'end' : 'middle',
      'stroke-width': 6,
      ...turned,
    },
  );
}

/** Runs of neighbours of which each is hidden, as first and last place. */
export function hiddenRuns(hidden: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  hidden.forEach((each, at) => {
    if (!each) return;
    const last = runs.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  });
  return runs;
}
