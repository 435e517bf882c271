import { addHatch, svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { roundHalfUp } from '../statistics/rounding';
import { hiddenLabel } from '../ui/cell';
import type { Move, MoveFigures } from './moves';

const rowHeight = 28;
const labelWidth = 150;
const slant = -55;

/** Shades stand for fixed shares, so that two matrices can be compared. */
const classes = [
  { from: 0.3, shade: 3, words: '30 % and more' },
  { from: 0.1, shade: 2, words: '10 to under 30 %' },
  { from: 0.03, shade: 1, words: '3 to under 10 %' },
] as const;

function shadeOf(share: number): number | null {
  return classes.find(({ from }) => share >= from)?.shade ?? null;
}

/** A heat table: the share stands in every cell, the shade says how large it is. */
export function drawMatrix({ from, to, moves, hidden }: MoveFigures, width: number): Picture {
  const longest = Math.max(...to.map(({ length }) => length));
  const headHeight = 26 + longest * 6.2 * Math.sin((-slant * Math.PI) / 180);
  const overhang = 10 + longest * 6.2 * Math.cos((slant * Math.PI) / 180) * 0.7;
  const cell = (width - labelWidth - overhang) / to.length;
  const height = headHeight + from.length * rowHeight + 34;
  const svg = svgElement('svg', { width, height, 'font-size': 12, fill: 'var(--text)' });
  const hatch = addHatch(svg);
  const write = writerOn(svg);
  const bare = { stroke: 'none' };
  const left = (column: number) => labelWidth + column * cell;
  const marks: Mark[] = [];

  to.forEach((state, column) => {
    const at = { x: left(column) + cell / 2, y: headHeight - 10 };
    write(state, at, { ...bare, transform: `rotate(${slant} ${at.x} ${at.y})` });
  });
  write(
    'To ↗',
    { x: labelWidth - 10, y: headHeight - 10 },
    { ...bare, 'text-anchor': 'end', fill: 'var(--text-muted)' },
  );

  from.forEach((state, row) => {
    const top = headHeight + row * rowHeight;
    const middle = top + rowHeight / 2;
    write(state, { x: labelWidth - 10, y: middle }, { ...bare, 'text-anchor': 'end' });
    const own = moves.filter((move) => move.from === state && move.share.value !== null);
    to.forEach((end, column) => {
      const move = own.find((each) => each.to === end);
      drawCell(move, { x: left(column), y: top }, hidden.has(state));
    });
    if (hidden.has(state)) {
      const at = { x: left(0) + (cell * to.length) / 2, y: middle };
      write(hiddenLabel, at, { 'text-anchor': 'middle', 'stroke-width': 6 });
      marks.push({
        key: state,
        ...at,
        name: state,
        said: 'hidden to protect people, because few are counted',
        filters: null,
      });
    }
  });

  function drawCell(move: Move | undefined, { x, y }: { x: number; y: number }, isHidden: boolean) {
    const share = move?.share.value ?? null;
    const shade = share === null ? null : shadeOf(share);
    svg.append(
      svgElement('rect', {
        x: x + 1,
        y: y + 1,
        width: cell - 2,
        height: rowHeight - 2,
        fill: isHidden ? hatch : shade === null ? 'var(--surface)' : `var(--sequence-${shade})`,
        stroke: share === null ? 'var(--grid)' : 'var(--border-control)',
        'stroke-width': 0.5,
      }),
    );
    if (move === undefined || share === null) return;
    const at = { x: x + cell / 2, y: y + rowHeight / 2 };
    const places = share > 0 && share < 0.0995 && cell >= 20 ? 1 : 0;
    write(roundHalfUp(share * 100, places).toFixed(places), at, {
      ...bare,
      'text-anchor': 'middle',
      fill: shade === null ? 'var(--text)' : `var(--on-sequence-${shade})`,
    });
    marks.push({
      key: `${move.from} ${move.to}`,
      ...at,
      name: `${move.from} to ${move.to}`,
      said: move.said,
      filters: null,
    });
  }

  let keyAt = 0;
  for (const { shade, words } of [...classes].reverse()) {
    const y = height - 22;
    const fill = `var(--sequence-${shade})`;
    svg.append(
      svgElement('rect', {
        x: keyAt,
        y,
        width: 18,
        height: 14,
        fill,
        stroke: 'var(--border-control)',
      }),
    );
    write(words, { x: keyAt + 24, y: y + 7 }, bare);
    keyAt += 46 + words.length * 6.6;
  }
  return { svg, width, height, marks };
}
