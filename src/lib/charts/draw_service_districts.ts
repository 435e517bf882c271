import { roundHalfUp } from '../statistics/rounding';
import type { SafeRow } from '../disclosure/safe_table';
import { hiddenLabel, symbolFor } from '../ui/cell';
import { addHatch, svgElement, type Mark, type Picture } from './picture';
import { sayServiceCell, type ServiceFigures } from './service_districts';

const rowHeight = 30;
const headHeight = 76;
const labelWidth = 134;
/** Room for the last slanted heading. */
const marginRight = 26;

function rate(row: SafeRow | null): string {
  const value = row?.value.value ?? null;
  return value === null ? '' : roundHalfUp(value * 1000, 1).toFixed(1);
}

/**
 * A heat table: the number stands in every cell, the shade only says in which third of the districts
 * it lies for that service, because services differ a hundredfold and one scale would hide most.
 */
export function drawServiceDistricts(
  figures: ServiceFigures,
  selected: readonly string[],
  width: number,
): Picture {
  const columns = figures.districts.length + 1;
  const cellWidth = (width - labelWidth - marginRight) / columns;
  const height = headHeight + figures.rows.length * rowHeight + 34;
  const svg = svgElement('svg', { width, height, 'font-size': 12, fill: 'var(--text)' });
  const hatch = addHatch(svg);
  const marks: Mark[] = [];

  const write = (text: string, attributes: Record<string, string | number>) => {
    const element = svgElement('text', attributes);
    element.textContent = text;
    svg.append(element);
  };
  const left = (column: number) => labelWidth + column * cellWidth;

  [{ code: '', shortName: figures.countyName }, ...figures.districts].forEach(
    ({ code, shortName }, column) => {
      const x = left(column) + cellWidth / 2 + 2;
      write(shortName, {
        transform: `translate(${x} ${headHeight - 10}) rotate(-60)`,
        'font-weight': column === 0 || selected.includes(code) ? 700 : 400,
      });
    },
  );

  figures.rows.forEach((row, index) => {
    const top = headHeight + index * rowHeight;
    const middle = top + rowHeight / 2;
    write(row.name, {
      x: labelWidth - 10,
      y: middle,
      'text-anchor': 'end',
      'dominant-baseline': 'middle',
    });
    write(row.county ? rate(row.county) || symbolFor('c') : symbolFor('x'), {
      x: left(0) + cellWidth / 2,
      y: middle,
      'text-anchor': 'middle',
      'dominant-baseline': 'middle',
      'font-weight': 700,
    });
    row.cells.forEach((cell, position) => {
      const x = left(position + 1);
      const hidden = cell.row?.value.status === 'c';
      svg.append(
        svgElement('rect', {
          x: x + 1,
          y: top + 1,
          width: cellWidth - 2,
          height: rowHeight - 2,
          fill: hidden
            ? hatch
            : cell.third === null
              ? 'var(--surface)'
              : `var(--sequence-${cell.third})`,
          stroke: selected.includes(cell.district) ? 'var(--text)' : 'var(--border-control)',
          'stroke-width': selected.includes(cell.district) ? 2 : 0.5,
        }),
      );
      const label = hidden ? symbolFor('c') : cell.third === null ? symbolFor('x') : rate(cell.row);
      write(label, {
        x: x + cellWidth / 2,
        y: middle,
        'text-anchor': 'middle',
        'dominant-baseline': 'middle',
        fill: cell.third === null ? 'var(--text)' : `var(--on-sequence-${cell.third})`,
        ...(hidden ? { stroke: 'var(--surface)', 'stroke-width': 5, 'paint-order': 'stroke' } : {}),
      });
      marks.push({
        key: `${row.service} ${cell.district}`,
        x: x + cellWidth / 2,
        y: middle,
        name: `${row.name}, ${figures.districts[position]?.name ?? cell.district}`,
        said: sayServiceCell(figures, row, cell),
        filters: cell.district,
      });
    });
  });

  const keyTop = headHeight + figures.rows.length * rowHeight + 14;
  ['lowest third', 'middle third', 'highest third', hiddenLabel].forEach((label, index) => {
    const x = index * 112;
    svg.append(
      svgElement('rect', {
        x,
        y: keyTop,
        width: 18,
        height: 14,
        fill: index === 3 ? hatch : `var(--sequence-${index + 1})`,
        stroke: 'var(--border-control)',
      }),
    );
    write(label, { x: x + 24, y: keyTop + 11 });
  });
  return { svg, width, height, marks };
}
