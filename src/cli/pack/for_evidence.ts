import type { DisclosurePolicy } from '$lib/disclosure/safe_table';
import { RequestError } from '$lib/measures/request';
import type { ForEvidence } from '$lib/workspace/for_evidence';
import { keptOutInWords, type PagePurpose } from '$lib/workspace/page_purpose';
import type { Workspace } from '$lib/workspace/workspace';

/** What a pack is made with. What is held for another purpose is kept out of it, as in the page. */
export function forEvidence(
  workspace: Workspace,
  policy: DisclosurePolicy,
  purpose: PagePurpose,
): ForEvidence {
  const work = workspace.forEvidence(policy);
  return {
    ...work,
    figures: async (request, options) => {
      const why = keptOutInWords(workspace.purposesOf(request), purpose, []);
      if (why !== null) throw new RequestError(why);
      return work.figures(request, options);
    },
  };
}
