import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import type { FigureRequest } from '../measures/request';
import type { Scope } from '../topics/scope';
import type { Provenance } from '../ui/provenance';
import type { PageAsk } from '../workspace/page_purpose';

/** What a report is run on: the loaded extracts, as the page's session and the command line's workspace have them. */
export interface ReportSource extends Pick<Scope, 'county' | 'coverage' | 'holdings'> {
  readonly provenance: Provenance;
  /** The disclosure profile in force. */
  readonly policy: DisclosurePolicy;
  /** The figures of one request, or in words why there are none. Rejects when it is cancelled or the engine fails. */
  figures(request: FigureRequest, ask: PageAsk): Promise<SafeTable | string>;
}
