import { strToU8, zipSync, type Zippable } from 'fflate';

/** One file inside the archive. */
export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Left as it is: what an application reads at a fixed place to know the format. */
  readonly uncompressed?: boolean;
}

/**
 * A zip archive, texts in UTF-8, in the order given. The same parts are the same bytes on every machine: they are
 * compressed by a library in JavaScript and not by the browser, whose bytes no standard fixes, and the time of the
 * entries is the earliest that the format knows. It runs in the calling thread, because the library starts its workers
 * in a way that Trusted Types refuse.
 */
export function zipped(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  // The library writes the parts of the local time, so the date is given in local time: noon exists everywhere.
  const mtime = new Date(1980, 0, 1, 12);
  const files: Zippable = {};
  for (const { path, content, uncompressed } of parts)
    files[path] = [
      typeof content === 'string' ? strToU8(content) : content,
      { mtime, level: uncompressed ? 0 : 6 },
    ];
  return zipSync(files);
}
