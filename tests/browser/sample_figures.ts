import { figuresAddress } from './figures_service';

/** One row of `npm run figures -- --format json`. */
export interface FigureRecord {
  readonly measure: string;
  readonly period: string;
  readonly district?: string;
  readonly home_district?: string;
  readonly service?: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly status: string;
}

/** The command line's answer over the sample county. */
export async function sampleFigures(...args: readonly string[]): Promise<FigureRecord[]> {
  const response = await fetch(figuresAddress, { method: 'POST', body: args.join(' ') });
  const answer = (await response.json()) as { figures: FigureRecord[] } | { error: string };
  if ('error' in answer) throw new Error(answer.error);
  return answer.figures;
}

/** A number with one decimal and commas, halves rounded up, worked out from its decimal text. */
function oneDecimal(value: number): string {
  const tenths = Math.floor(Number((value * 10).toPrecision(12)) + 0.5);
  const whole = Math.floor(tenths / 10).toString();
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${tenths % 10}`;
}

/** A share as the tables of the page write it. */
export function asPercent(fraction: number | null): string {
  return fraction === null ? '[c]' : `${oneDecimal(fraction * 100)} %`;
}

export function asPer1000(fraction: number | null): string {
  return fraction === null ? '[c]' : oneDecimal(fraction * 1000);
}

export function asCount(count: number | null): string {
  if (count === null) return '[c]';
  return Math.floor(count + 0.5)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}
