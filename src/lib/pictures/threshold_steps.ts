import type { SafeCell, SafeTable } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import { wilsonInterval } from '../statistics/wilson';
import { formatValue, sayCell, sayInterval } from '../ui/cell';
import { formatCount } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { rowsFor } from '../words/rows';

/** The steps in their order, each with the one it is among; two may follow the same one. */
const before = {
  met: null,
  notice: 'met',
  paid: 'notice',
  not_paid: 'notice',
  prosecuted: 'not_paid',
  guilty: 'prosecuted',
} as const;

type StepCode = keyof typeof before;

/** What the enrolments of a step have in common, after "of those". */
const those: Readonly<Record<StepCode, string>> = {
  met: 'who met the threshold',
  notice: 'with a notice',
  paid: 'with every notice paid',
  not_paid: 'with a notice not paid',
  prosecuted: 'prosecuted',
  guilty: 'found guilty',
};

export interface ThresholdStep {
  readonly code: StepCode;
  readonly name: string;
  /** Enrolments that reached it. */
  readonly reached: SafeCell;
  /** Of those of the step before; not applicable of the first. */
  readonly share: SafeCell;
  readonly lower: SafeCell;
  readonly upper: SafeCell;
  /** "of those with a notice not paid". */
  readonly among: string;
  /** Whether it leads no further: what is paid goes to no court. */
  readonly isEnd: boolean;
}

const hidden: SafeCell = { value: null, status: 'c' };
const notApplicable: SafeCell = { value: null, status: 'z' };

/**
 * The steps from threshold to court. Each is part of the one before, so what follows a hidden step could tell
 * how many it was: it is hidden with it.
 */
export function thresholdSteps(table: SafeTable, period: string): readonly ThresholdStep[] {
  const rows = new Map(rowsFor(table, period).map((row) => [row.keys.threshold_step, row]));
  const reached = new Map<StepCode, SafeCell>();
  return (Object.keys(before) as StepCode[]).flatMap((code): ThresholdStep | [] => {
    const row = rows.get(code);
    if (!row) return [];
    const previous = before[code];
    const of = previous === null ? null : (reached.get(previous) ?? null);
    const own = of?.value === null ? of : row.numerator;
    reached.set(code, own);
    return {
      code,
      name: dimensions.threshold_step.values[code] ?? code,
      reached: own,
      ...shareOf(own, of),
      among: previous === null ? '' : `of those ${those[previous]}`,
      isEnd: code === 'paid',
    };
  });
}

/** The share of the step before, with its interval. */
function shareOf(
  own: SafeCell,
  of: SafeCell | null,
): Pick<ThresholdStep, 'share' | 'lower' | 'upper'> {
  if (of === null || of.value === 0)
    return { share: notApplicable, lower: notApplicable, upper: notApplicable };
  if (own.value === null || of.value === null)
    return { share: hidden, lower: hidden, upper: hidden };
  const interval = wilsonInterval(own.value, of.value);
  const shown = (value: number | undefined): SafeCell =>
    value === undefined ? notApplicable : { value, status: 'ok' };
  return {
    share: shown(own.value / of.value),
    lower: shown(interval?.lower),
    upper: shown(interval?.upper),
  };
}

/** How far it went: the first step that is shown, notices, and court as far as it is shown. */
export function thresholdTitle(
  steps: readonly ThresholdStep[],
  period: string,
  place: string,
): string {
  const cell = (code: StepCode) => steps.find((step) => step.code === code)?.reached;
  const [met, notice] = [cell('met'), cell('notice')];
  const when = periodLabel(period);
  if (met?.value == null)
    return `How many met the threshold of a penalty notice in ${place} in ${when} is hidden`;
  if (met.value === 0)
    return `No enrolment met the threshold of a penalty notice in ${place} in ${when}`;
  const head = `Of ${formatCount(met.value)} enrolments in ${place} that met the threshold of a penalty notice in ${when}, `;
  if (notice?.value == null) return `${head}how many had one is hidden`;
  const share = formatValue(notice.value / met.value, 'percent');
  const [prosecuted, guilty] = [cell('prosecuted'), cell('guilty')];
  if (prosecuted?.value == null)
    return `${head}${formatCount(notice.value)} (${share}) had one; how many were prosecuted is hidden`;
  const verdict = guilty?.value == null ? '' : ` and ${formatCount(guilty.value)} found guilty`;
  return `${head}${formatCount(notice.value)} (${share}) had one, ${formatCount(prosecuted.value)} were prosecuted${verdict}`;
}

/** What is said of a step: enrolments, their share of the step before and its interval; or why there is none. */
export function sayStep({ reached, share, lower, upper, among }: ThresholdStep): string {
  if (reached.value === null) return sayCell(reached, 'count');
  const count = `${formatCount(reached.value)} ${reached.value === 1 ? 'enrolment' : 'enrolments'}`;
  if (share.value === null) return count;
  const interval = sayInterval(lower, upper, 'percent');
  return [
    count,
    `${formatValue(share.value, 'percent')} ${among}`,
    ...(interval ? [interval] : []),
  ].join('; ');
}

/** The steps as a table. */
export function thresholdTable(
  steps: readonly ThresholdStep[],
  period: string,
  place: string,
): TableModel {
  return {
    caption: `From the threshold of a penalty notice to court, ${place}, ${periodLabel(period)}`,
    columns: [
      { id: 'threshold_step', label: dimensions.threshold_step.label, kind: 'text' },
      { id: 'enrolments', label: 'Enrolments', kind: 'count' },
      { id: 'share', label: 'Of the step before', kind: 'percent' },
      { id: 'lower', label: 'Interval from', kind: 'percent' },
      { id: 'upper', label: 'to', kind: 'percent' },
      { id: 'among', label: 'What the share is of', kind: 'text' },
    ],
    rows: steps.map(({ code, name, reached, share, lower, upper, among }) => ({
      key: code,
      cells: [name, reached, share, lower, upper, among],
    })),
  };
}
