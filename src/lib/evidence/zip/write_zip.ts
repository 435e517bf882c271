import { deflateSync } from 'fflate';
import { joined, type Bytes } from '../bytes';
import { usualLimits } from '../limits';
import { crc32 } from './crc32';
import { centralHeader, endRecord, localHeader, type Header } from './headers';

/** A file as it lies in the zip: its local header and its packed bytes. */
export interface PackedEntry {
  readonly header: Header;
  readonly bytes: Bytes;
}

/**
 * Packs one file. It is deflated where that makes it smaller, unless it would become so much smaller that a reader
 * took it for a bomb. The same file gives the same bytes.
 */
export function packedEntry(name: string, content: Bytes): PackedEntry {
  const deflated = deflateSync(content, { level: 9 });
  const worthIt =
    deflated.length < content.length && content.length <= usualLimits.ratio * deflated.length;
  const packed = worthIt ? deflated : content;
  const header: Header = {
    name,
    method: worthIt ? 'deflated' : 'stored',
    crc: crc32(content),
    packed: packed.length,
    size: content.length,
  };
  return { header, bytes: joined([localHeader(header), packed]) };
}

/** A file as it is, which any program can read out of the zip without a library. */
export function storedEntry(name: string, content: Bytes): PackedEntry {
  const size = content.length;
  const header: Header = { name, method: 'stored', crc: crc32(content), packed: size, size };
  return { header, bytes: joined([localHeader(header), content]) };
}

/** The zip of packed files, one directly after the other. */
export function zipOf(entries: readonly PackedEntry[]): Bytes {
  let offset = 0;
  const directory = entries.map(({ header, bytes }) => {
    const central = centralHeader(header, offset);
    offset += bytes.length;
    return central;
  });
  const size = directory.reduce((length, central) => length + central.length, 0);
  return joined([
    ...entries.map((entry) => entry.bytes),
    ...directory,
    endRecord(entries.length, size, offset),
  ]);
}
