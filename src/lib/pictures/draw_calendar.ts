import { classOf } from '../charts/map_classes';
import { addHatch, svgElement, writerOn, type Mark, type Picture } from '../charts/picture';
import { formatCell, hiddenLabel } from '../ui/cell';
import { formatMonthShort } from '../ui/format';
import { classLabels, sayDay, weekdayName, type Calendar, type CalendarDay } from './calendar';
import { isHidden } from './gaps';

const monthRow = 22;
const keyRow = 22;
const blockGap = 14;
const leastCell = 15;
const mostCell = 24;

/** How the weeks are laid out: in one band, or in several below each other where there is no room. */
export function layOutWeeks(weeks: number, room: number) {
  const bands = Math.max(1, Math.ceil((weeks * leastCell) / room));
  const perBand = Math.ceil(weeks / bands);
  const cell = Math.min(mostCell, Math.floor(room / Math.max(1, perBand)));
  return { bands, perBand, cell };
}

/** Weeks across, weekdays down; classes from light to dark, days without school blank. */
export function drawCalendar(calendar: Calendar, choosable: boolean, width: number): Picture {
  const { measure, days, weeks, weekdays, months, classes, highest } = calendar;
  const narrow = width < 560;
  const left = narrow ? 20 : 36;
  const { bands, perBand, cell } = layOutWeeks(weeks, width - left - 2);
  const bandHeight = monthRow + weekdays * cell;
  const below = bands * (bandHeight + blockGap);
  const svg = svgElement('svg', { width, 'font-size': 12 });
  const write = writerOn(svg);
  const hatch = days.some(({ row }) => isHidden(row.value)) ? addHatch(svg) : 'none';
  const bandOf = (week: number) => Math.floor(week / perBand);
  const x = (week: number) => left + (week % perBand) * cell;
  const topOf = (week: number) => bandOf(week) * (bandHeight + blockGap);
  const y = ({ week, weekday }: CalendarDay) => topOf(week) + monthRow + weekday * cell;
  const bare = { stroke: 'none', fill: 'var(--text-muted)' };

  for (let band = 0; band < bands; band += 1) {
    for (let weekday = 0; weekday < weekdays; weekday += 1) {
      const name = weekdayName(weekday).slice(0, narrow ? 1 : 3);
      const at = band * (bandHeight + blockGap) + monthRow + (weekday + 0.5) * cell;
      write(name, { x: left - 6, y: at + 1 }, { ...bare, 'text-anchor': 'end', 'font-size': 11 });
    }
  }
  let written = -Infinity;
  for (const { month, week } of months) {
    // Two months that begin within one short stretch of weeks would write over each other.
    const at = bandOf(week) * 1e5 + x(week);
    if (at - written < 28) continue;
    written = at;
    write(formatMonthShort(month), { x: x(week), y: topOf(week) + 11 }, { stroke: 'none' });
  }
  for (const day of days) {
    const { row } = day;
    const value = row.value.value;
    const fill = value === null ? hatch : (classOf(classes, value)?.fill ?? 'var(--surface)');
    const box = { x: x(day.week) + 1, y: y(day) + 1, width: cell - 2, height: cell - 2 };
    svg.append(
      svgElement('rect', {
        ...box,
        fill: isHidden(row.value) ? hatch : fill,
        stroke: 'var(--border-control)',
        'stroke-width': 0.75,
      }),
    );
    if (value !== null || isHidden(row.value)) continue;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    write('–', at, { ...bare, 'text-anchor': 'middle' });
  }
  if (highest) {
    const box = { x: x(highest.week), y: y(highest), width: cell, height: cell };
    const plain = { ...box, fill: 'none' };
    svg.append(
      svgElement('rect', { ...plain, stroke: 'var(--surface)', 'stroke-width': 5 }),
      svgElement('rect', { ...plain, stroke: 'var(--text)', 'stroke-width': 2.5 }),
    );
  }

  const labels = classLabels(calendar);
  const entries = [
    ...classes.map(({ fill }, index) => ({ fill, label: labels[index] ?? '', strong: false })),
    ...(hatch === 'none' ? [] : [{ fill: hatch, label: hiddenLabel, strong: false }]),
    { fill: 'none', label: 'blank: no school', strong: false },
    ...(highest
      ? [
          {
            fill: 'none',
            label: `highest: ${formatCell(highest.row.value, measure.unit)}`,
            strong: true,
          },
        ]
      : []),
  ];
  const room = 36 + Math.max(...entries.map(({ label }) => label.length)) * 6.6;
  const columns = Math.max(1, Math.min(entries.length, Math.floor(width / room)));
  entries.forEach(({ fill, label, strong }, index) => {
    const at = { x: 2 + (index % columns) * room, y: below + Math.floor(index / columns) * keyRow };
    const box = { ...at, width: 18, height: 14, fill };
    const edge = strong
      ? { stroke: 'var(--text)', 'stroke-width': 2.5 }
      : {
          stroke: 'var(--border-control)',
          ...(fill === 'none' ? { 'stroke-dasharray': '2 2' } : {}),
        };
    svg.append(svgElement('rect', { ...box, ...edge }));
    write(label, { x: at.x + 26, y: at.y + 8 }, { stroke: 'none' });
  });
  const height = below + Math.ceil(entries.length / columns) * keyRow;
  svg.setAttribute('height', String(height));

  const marks: Mark[] = days.map((day) => ({
    key: day.date,
    x: x(day.week) + cell / 2,
    y: y(day) + cell / 2,
    name: day.name,
    said: sayDay(measure, day),
    filters: choosable ? day.date : null,
  }));
  return { svg, width, height, marks };
}
