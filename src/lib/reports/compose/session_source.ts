import type { Session } from '../../workspace/session.svelte';
import { holdingsOf } from '../../measures/needs';
import type { ReportSource } from '../source';

/** The tab's extracts as what a report is run on, as they are now; null while nothing is loaded. */
export function sessionSource(session: Session): ReportSource | null {
  const { county, coverage, loadedReports, provenance, profile } = session;
  if (coverage === null) return null;
  return {
    county,
    coverage,
    holdings: holdingsOf(loadedReports),
    provenance,
    policy: profile,
    figures: (request, ask) => session.figures(request, ask),
  };
}
