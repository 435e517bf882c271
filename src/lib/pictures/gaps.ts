import { addHatch, svgElement, writerOn } from '../charts/picture';
import type { SafeCell } from '../disclosure/safe_table';
import { symbolFor } from '../ui/cell';

/** Where a gap lies in a picture, in its own coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Below this a label only fits upright. */
const roomForWords = 66;

/** Whether a cell shows nothing because it protects people. */
export function isHidden(cell: SafeCell | undefined): boolean {
  return cell?.status === 'c' && cell.value === null;
}

/**
 * A pen for what has no number: hatched and labelled where the figure is hidden, the symbol of the
 * reason alone where there is none. One hatch serves the whole picture.
 *
 * @param beneath where the hatch is laid, so that lines can lie over it; its label is always on top
 */
export function gapPen(
  svg: SVGSVGElement,
  beneath: SVGElement = svg,
): (cell: SafeCell, box: Box) => void {
  const write = writerOn(svg);
  let hatch: string | null = null;
  return (cell, box) => {
    const hidden = isHidden(cell);
    if (hidden) {
      hatch ??= addHatch(svg);
      beneath.append(svgElement('rect', { ...box, fill: hatch, opacity: 0.6 }));
    }
    const symbol = symbolFor(cell.status === 'ok' ? 'x' : cell.status);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const long = hidden ? `hidden ${symbol}` : symbol;
    const lying = box.width >= roomForWords;
    const upright = !lying && box.height >= roomForWords;
    write(lying || upright ? long : symbol, middle, {
      'text-anchor': 'middle',
      'stroke-width': 6,
      'font-size': 11,
      ...(upright ? { transform: `rotate(-90 ${middle.x} ${middle.y})` } : {}),
    });
  };
}
