import { purposes } from '$lib/contract/purpose';
import { kent } from '$lib/county/kent';
import { holdingsOf } from '$lib/measures/needs';
import { RequestError } from '$lib/measures/request';
import type { ReportSource } from '$lib/reports/source';
import type { Workspace } from '$lib/workspace/workspace';
import { provenanceOf } from '$lib/workspace/provenance_of';

/**
 * A loaded workspace as what reports are run on. What is held for another purpose is kept out of a report: unlike
 * single figures it is made to be handed on.
 */
export function reportSource(workspace: Workspace): ReportSource {
  const { reports, coverage, extractDate, policy } = workspace;
  const loaded = reports.filter(({ refused }) => refused === null);
  return {
    county: kent,
    coverage,
    holdings: holdingsOf(loaded),
    provenance: provenanceOf(kent, loaded, coverage, extractDate, policy),
    policy,
    async figures(request, { purpose, ...options }) {
      const apart = workspace.purposesOf(request).find((each) => each !== purpose);
      if (apart !== undefined)
        return `Kept out of this report: it rests on what is held for ${purposes[apart].label}, and the report is for something else.`;
      try {
        return await workspace.figures(request, options);
      } catch (error) {
        if (error instanceof RequestError) return error.message;
        throw error;
      }
    },
  };
}
