import type { Picture } from '../charts/picture';
import { drawFlowColumns, type FlowLink } from './draw_flow_columns';
import { endsNotWell, sayPeople, sayStep, type IntentionFlow, type Stop } from './intention_flow';

const headings = ['Intended', 'Offer', 'December'];

/** Three columns, from what was intended over the offer to December; who is NEET or not known stands out. */
export function drawIntentionFlow(flow: IntentionFlow, width: number): Picture {
  const shown = flow.columns.map((stops) => stops.filter(isShown));
  const isDrawn = (column: number, code: string): boolean =>
    shown[column]!.some((stop) => stop.code === code);
  return drawFlowColumns(
    shown.map((stops, at) => ({
      heading: headings[at] ?? '',
      nodes: stops.map(({ name, people }) => ({ name, amount: people })),
    })),
    flow.steps.flatMap((step): FlowLink | [] => {
      const { column, from, to, people } = step;
      if (people === null || people === 0) return [];
      if (!isDrawn(column, from.code) || !isDrawn(column + 1, to.code)) return [];
      return {
        column,
        from: from.name,
        to: to.name,
        amount: people,
        colour: endsNotWell(step) ? 'var(--series-3)' : 'var(--series-1)',
        opacity: endsNotWell(step) ? 0.75 : 0.4,
        mark: {
          key: `${column} ${from.code} ${to.code}`,
          name: sayStep(step, flow.month),
          said: sayPeople(flow, step),
          filters: null,
        },
      };
    }),
    width,
  );
}

function isShown(stop: Stop): stop is Stop & { readonly people: number } {
  return stop.people !== null && stop.people > 0;
}
