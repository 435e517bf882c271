import { utf8, type Bytes } from '../bytes';

/**
 * The headers of a zip file (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) in the one form that packs
 * have: no flags, no extra fields, no comments, no attributes, and the first moment that zip can say as the time.
 * Reader and writer both use these, the reader to compare every byte.
 */
export interface Header {
  /** ASCII, folders separated by "/". */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Bytes in the zip and bytes of the file. */
  readonly packed: number;
  readonly size: number;
}

export const LOCAL = 30;
export const CENTRAL = 46;
export const END = 22;
export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
export const methods = { stored: 0, deflated: 8 };

const VERSION = 20;
/** 1 January 1980. */
const DATE = 0x0021;

/** What stands before the packed bytes of a file. */
export function localHeader(header: Header): Bytes {
  const name = utf8(header.name);
  const bytes = new Uint8Array(LOCAL + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.local, true);
  putShared(view, 4, header, name.length);
  bytes.set(name, LOCAL);
  return bytes;
}

/**
 * What stands for a file in the directory at the end.
 *
 * @param offset where its local header begins
 */
export function centralHeader(header: Header, offset: number): Bytes {
  const name = utf8(header.name);
  const bytes = new Uint8Array(CENTRAL + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.central, true);
  view.setUint16(4, VERSION, true);
  putShared(view, 6, header, name.length);
  view.setUint32(42, offset, true);
  bytes.set(name, CENTRAL);
  return bytes;
}

/** The last bytes of the zip. */
export function endRecord(entries: number, directorySize: number, directoryAt: number): Bytes {
  const bytes = new Uint8Array(END);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryAt, true);
  return bytes;
}

/** The fields that a local and a central header have in the same order. */
function putShared(view: DataView, at: number, header: Header, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, methods[header.method], true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, header.crc, true);
  view.setUint32(at + 14, header.packed, true);
  view.setUint32(at + 18, header.size, true);
  view.setUint16(at + 22, nameLength, true);
}
