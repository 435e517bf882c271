import type { Picture } from '../charts/picture';
import { drawFlowColumns, type FlowLink } from './draw_flow_columns';
import {
  endsNotWell,
  offerOf,
  sayPeople,
  sayStep,
  type IntentionFlow,
  type Stop,
} from './intention_flow';

const headings = ['Intended', 'Offer', 'December'];

/**
 * Three columns, from what was intended over the offer to December; who is NEET or not known stands out.
 *
 * @param chosen offers that the page is filtered by: what passes through no other stands back
 */
export function drawIntentionFlow(
  flow: IntentionFlow,
  chosen: readonly string[],
  width: number,
): Picture {
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
      const offer = offerOf(step).code;
      const stress = chosen.length === 0 || chosen.includes(offer) ? 1 : 0.3;
      return {
        column,
        from: from.name,
        to: to.name,
        amount: people,
        colour: endsNotWell(step) ? 'var(--series-3)' : 'var(--series-1)',
        opacity: stress * (endsNotWell(step) ? 0.75 : 0.4),
        mark: {
          key: `${column} ${from.code} ${to.code}`,
          name: sayStep(step, flow.month),
          said: sayPeople(flow, step),
          filters: offer,
        },
      };
    }),
    width,
  );
}

function isShown(stop: Stop): stop is Stop & { readonly people: number } {
  return stop.people !== null && stop.people > 0;
}
