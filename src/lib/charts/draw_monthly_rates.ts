import { drawFrame, frameHeight } from './draw_month_frame';
import type { MonthlySeries } from './monthly_rates';
import { svgElement, type Picture } from './picture';

const inks = ['var(--series-1)', 'var(--series-3)'];

/** One frame a measure, side by side where there is room; each has its own scale from zero. */
export function drawMonthlyRates(
  all: readonly MonthlySeries[],
  year: string,
  width: number,
): Picture {
  const beside = width >= 640;
  const gap = 24;
  const frameWidth = beside ? Math.floor((width - gap * (all.length - 1)) / all.length) : width;
  const height = beside ? frameHeight : (frameHeight + gap) * all.length - gap;
  const svg = svgElement('svg', { width, height, 'font-size': 12 });
  const marks = all.flatMap((series, index) => {
    const frame = drawFrame(series, year, frameWidth, inks[index % inks.length]!);
    const left = beside ? index * (frameWidth + gap) : 0;
    const above = beside ? 0 : index * (frameHeight + gap);
    frame.svg.setAttribute('x', String(left));
    frame.svg.setAttribute('y', String(above));
    svg.append(frame.svg);
    return frame.marks.map((mark) => ({ ...mark, x: mark.x + left, y: mark.y + above }));
  });
  return { svg, width, height, marks };
}
