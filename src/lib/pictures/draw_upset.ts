import { svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { sayCell, symbolFor } from '../ui/cell';
import { formatCount } from '../ui/format';
import { gapPen } from './gaps';
import { widthOf } from './pen';
import { sayPeople, type UpsetFigures } from './upset';

const barsHeight = 170;
const rowHeight = 26;
const gap = 10;

/** A column of dots a combination, with its bar above; a row a service, with its bar at the left. */
export function drawUpset(
  { drawn, sets }: UpsetFigures,
  selected: readonly string[],
  choosable: boolean,
  width: number,
): Picture {
  const names = 16 + Math.max(...sets.map(({ name }) => widthOf(name)));
  // On a narrow screen a service's bar lies under its name.
  const narrow = width < 560;
  const setBars = narrow ? 32 : Math.min(180, width * 0.16);
  const left = setBars + names;
  const column = Math.min(46, (width - left - 4) / drawn.length);
  // Where columns are narrow their numbers stand upright, and taller.
  const floor = (narrow ? 36 : 18) + barsHeight;
  const rowsTop = floor + gap;
  const height = rowsTop + sets.length * rowHeight + 6;
  const svg = svgElement('svg', { width, height, 'font-size': 12, fill: 'var(--text)' });
  const matrix = column * drawn.length;
  const middle = (index: number) => left + (index + 0.5) * column;
  const rowAt = (index: number) => rowsTop + (index + 0.5) * rowHeight;
  const box = (attributes: Readonly<Record<string, string | number>>) =>
    svg.append(svgElement('rect', attributes));

  sets.forEach(({ code }, index) => {
    const isSelected = selected.includes(code);
    if (!isSelected && index % 2 === 1) return;
    box({
      x: setBars,
      y: rowAt(index) - rowHeight / 2,
      width: names + matrix,
      height: rowHeight,
      fill: isSelected ? 'var(--accent-quiet)' : 'var(--grid)',
      opacity: isSelected ? 1 : 0.35,
    });
  });
  const drawGap = gapPen(svg);
  const write = writerOn(svg);
  const bare = { stroke: 'none' };
  const quiet = { ...bare, fill: 'var(--text-muted)', 'font-size': 11 };
  const marks: Mark[] = [];

  const highest = Math.max(1, ...drawn.map(({ people }) => people ?? 0));
  box({ x: left, y: floor, width: matrix, height: 1, fill: 'var(--border-control)' });
  drawn.forEach(({ code, name, services, people, row }, index) => {
    const x = middle(index);
    const bar = { x: x - column * 0.36, width: column * 0.72 };
    const tall = ((people ?? 0) / highest) * (barsHeight - 16);
    if (people === null) {
      drawGap(row.value, { ...bar, y: floor - 90, height: 90 });
    } else {
      box({ ...bar, y: floor - tall, height: tall, fill: 'var(--series-1)' });
      const text = formatCount(people);
      const upright = widthOf(text) > column - 2;
      const at = { x, y: floor - tall - (upright ? 6 : 9) };
      write(text, at, {
        ...bare,
        'text-anchor': upright ? 'start' : 'middle',
        ...(upright ? { transform: `rotate(-90 ${at.x} ${at.y})` } : {}),
      });
    }
    const filled = sets.flatMap((set, at) => (services.includes(set.code) ? [at] : []));
    const [from, to] = [rowAt(Math.min(...filled)), rowAt(Math.max(...filled))];
    box({ x: x - 1.25, y: from, width: 2.5, height: to - from, fill: 'var(--series-1)' });
    sets.forEach((_, at) => {
      const isIn = filled.includes(at);
      svg.append(
        svgElement('circle', {
          cx: x,
          cy: rowAt(at),
          r: Math.min(isIn ? 6.5 : 4, column * (isIn ? 0.36 : 0.24)),
          fill: isIn ? 'var(--series-1)' : 'var(--surface)',
          stroke: isIn ? 'var(--surface)' : 'var(--border-control)',
          'stroke-width': isIn ? 1 : 0.75,
        }),
      );
    });
    const said = people === null ? sayCell(row.value, 'count') : sayPeople(people);
    marks.push({ key: code, x, y: floor - tall / 2, name, said, filters: null });
  });

  const longest = Math.max(1, ...sets.map(({ people }) => people ?? 0));
  sets.forEach(({ code, name, people }, index) => {
    const y = rowAt(index);
    const weight = { 'font-weight': selected.includes(code) ? 700 : 400 };
    write(name, { x: left - 10, y }, { ...bare, ...weight, 'text-anchor': 'end' });
    const long = ((people ?? 0) / longest) * (narrow ? names - 16 : setBars - 46);
    const end = narrow ? setBars - 2 : setBars - long;
    box({
      x: narrow ? left - 10 - long : end,
      y: narrow ? y + 8 : y - 7,
      width: long,
      height: narrow ? 3 : 14,
      fill: 'var(--series-5)',
    });
    const text = people === null ? symbolFor('c') : formatCount(people);
    write(text, { x: end - 6, y }, { ...bare, 'text-anchor': 'end' });
    const said =
      people === null
        ? 'every combination with it is hidden to protect people, because few are counted'
        : `${sayPeople(people)} in the combinations that are shown`;
    const key = `service ${code}`;
    const filters = choosable ? code : null;
    marks.push({ key, x: (end + left) / 2, y, name, said, filters });
  });
  write('People with each combination', { x: left, y: 8 }, quiet);
  write('With each service', { x: 0, y: floor - 2 }, quiet);
  return { svg, width, height, marks };
}
