import { RequestError } from '../../measures/request';
import type { ReportDefinition } from '../../reports/definition';
import { drawReport } from '../../reports/draw_report';
import { figuresOf, type Report } from '../../reports/report';
import { runReport } from '../../reports/run_report';
import type { ReportSource } from '../../reports/source';
import type { ForEvidence } from '../../workspace/for_evidence';
import type { Bytes } from '../bytes';
import { hashOfBytes } from '../hash';
import type { SealingKey } from '../seal/key_file';
import { fingerprint } from '../seal/fingerprint';
import { makePack } from '../write_pack';
import { extractOf } from './facts';
import { packInputOf } from './pack_of_report';
import { appVersion, enginePackage } from './versions';

/** How far it is: a sentence without a full stop, and how much of the step is done. */
export interface MakingProgress {
  readonly doing: string;
  readonly done: number;
  readonly of: number;
}

export interface MakingOptions {
  /** When, as an ISO instant. */
  readonly made: string;
  /** The very module of the engine. */
  readonly engineModule: () => Promise<Bytes>;
  /** Null leaves the pack unsealed, and it says so. */
  readonly key: SealingKey | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: MakingProgress) => void;
}

/**
 * Makes a pack: hashes the extracts, runs the definition on them anew, and seals. The report is run for the pack alone,
 * so that what is hidden in it is decided by what is in it. Needs a `document` to draw with.
 *
 * @param source what the report is run on, but for its figures
 * @throws RequestError when a file is not any more what was loaded, another profile is in force or no figure can be
 *   made; PackError when the pack would not be one; an `AbortError` when it is cancelled
 */
export async function makeEvidence(
  definition: ReportDefinition,
  source: Omit<ReportSource, 'figures'>,
  work: ForEvidence,
  { made, engineModule, key, signal, onProgress }: MakingOptions,
): Promise<{ readonly report: Report; readonly pack: Bytes }> {
  const cancelled = signal ? { signal } : {};
  const files = await work.hashFiles({
    ...cancelled,
    onProgress: ({ file, done, of }) => onProgress?.({ doing: `Reading ${file} again`, done, of }),
  });
  const report = await runReport(definition, sourceFor(source, work), {
    ...{ made, ...cancelled },
    onProgress: ({ done, of, name }) => onProgress?.({ doing: `Making ${name}`, done, of }),
  });
  if (figuresOf(report).length === 0)
    throw new RequestError('None of the figures can be made of these extracts.');
  onProgress?.({ doing: 'Drawing and sealing', done: 0, of: 1 });
  const drawn = await drawReport(report, signal);
  const input = await packInputOf(report, drawn, {
    engine: {
      name: enginePackage.name,
      version: `${enginePackage.version} (DuckDB ${await work.engineVersion()})`,
      wasm_sha256: await hashOfBytes(await engineModule()),
    },
    extracts: files.map(extractOf),
    appVersion,
    conditions: `${report.policy.use} Whoever holds it passes it on to nobody else.`,
    signer: key && {
      authority: key.authority,
      fingerprint: await fingerprint(key.publicKey),
    },
    places: source.county,
  });
  signal?.throwIfAborted();
  const sealed = new Date(made).toISOString();
  return { report, pack: await makePack(input, key && { key, sealed }) };
}

/** As the pages have it: what cannot be answered is said in words. */
function sourceFor(source: Omit<ReportSource, 'figures'>, work: ForEvidence): ReportSource {
  return {
    ...source,
    figures: async (request, { purpose: _, ...options }) => {
      try {
        return await work.figures(request, options);
      } catch (error) {
        if (error instanceof RequestError) return error.message;
        throw error;
      }
    },
  };
}
