import { svgElement, writerOn, type Picture } from '../charts/picture';
import { formatCount } from '../ui/format';
import { formatValue } from '../ui/cell';
import { gapPen } from './gaps';
import { inLines, widthOf } from './pen';
import { sayStep, type ThresholdStep } from './threshold_steps';

const barHeight = 18;
const lineHeight = 16;

/** A bar a step from one zero line, under its words; what leads no further is of another colour. */
export function drawThresholdSteps(steps: readonly ThresholdStep[], width: number): Picture {
  const svg = svgElement('svg', { width, 'font-size': 12.5, fill: 'var(--text)' });
  const write = writerOn(svg);
  const drawGap = gapPen(svg);
  const bare = { stroke: 'none' };
  const highest = Math.max(1, ...steps.map(({ reached }) => reached.value ?? 0));
  let y = 4;
  const marks = steps.map((step) => {
    const { code, name, reached, isEnd } = step;
    write(name, { x: 0, y: y + lineHeight / 2 }, { ...bare, 'font-weight': 650 });
    const share = shareInWords(step);
    const beside = widthOf(name) * 1.08 + 14;
    const fits = share !== '' && beside + widthOf(share) <= width;
    const lines = share === '' ? [] : fits ? [share] : inLines(share, Math.floor(width / 6.4));
    lines.forEach((line, at) =>
      write(
        line,
        fits ? { x: beside, y: y + lineHeight / 2 } : { x: 0, y: y + (at + 1.5) * lineHeight },
        { ...bare, fill: 'var(--text-muted)' },
      ),
    );
    const top = y + lineHeight * (1 + (fits ? 0 : lines.length)) + 2;
    const room = width - 56;
    const long = ((reached.value ?? 0) / highest) * room;
    if (reached.value === null) {
      drawGap(reached, { x: 0, y: top, width: Math.min(160, room), height: barHeight });
    } else {
      const fill = isEnd ? 'var(--series-2)' : 'var(--series-1)';
      const bar = { x: 0, y: top, width: Math.max(reached.value > 0 ? 1.5 : 0, long) };
      svg.append(svgElement('rect', { ...bar, height: barHeight, fill }));
      const at = { x: long + 8, y: top + barHeight / 2 };
      write(formatCount(reached.value), at, { ...bare, 'font-weight': 650 });
    }
    const zero = { x: 0, y: top - 2, width: 1, height: barHeight + 4 };
    svg.append(svgElement('rect', { ...zero, fill: 'var(--border-control)' }));
    y = top + barHeight + 14;
    return {
      key: code,
      x: Math.min(long, width / 2) / 2,
      y: top + barHeight / 2,
      name,
      said: sayStep(step),
      filters: null,
    };
  });
  const height = y;
  svg.setAttribute('height', String(height));
  return { svg, width, height, marks };
}

/** "14.7 % of those who met the threshold". */
function shareInWords({ share, among }: ThresholdStep): string {
  return share.value === null ? '' : `${formatValue(share.value, 'percent')} ${among}`;
}
