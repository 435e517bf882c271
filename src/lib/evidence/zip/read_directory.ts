import { PackError } from '../pack_error';
import { CENTRAL, END, methods, signatures, type Header } from './headers';

const damaged = 'It is no pack, or was changed or cut short on its way. Ask for it again.';

/** What the last bytes of the zip say: how many files, and where the directory begins. */
export function endOf(bytes: Uint8Array): { entries: number; directoryAt: number } {
  const at = bytes.length - END;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at < 0 || view.getUint32(at, true) !== signatures.end) {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw isZip
      ? new PackError('unsafe', `The zip does not end as a pack ends. ${damaged}`)
      : new PackError('no pack', 'The file is not a zip, so it is no evidence pack.');
  }
  const entries = view.getUint16(at + 10, true);
  const directoryAt = view.getUint32(at + 16, true);
  if (entries === 0xffff || directoryAt === 0xffffffff) {
    throw new PackError(
      'unsafe',
      'The zip uses the zip64 form, which no pack does. It is not opened.',
    );
  }
  if (directoryAt > at) {
    throw new PackError('unsafe', `The directory of the zip is not where it should be. ${damaged}`);
  }
  return { entries, directoryAt };
}

/**
 * What the directory says of one file. The reader then compares each byte with what would have been written for it.
 *
 * @param index its place in the directory, from 0
 */
export function centralEntry(view: DataView, bytes: Uint8Array, at: number, index: number): Header {
  const end = bytes.length - END;
  const nameEnd = at + CENTRAL + (at + CENTRAL <= end ? view.getUint16(at + 28, true) : 0);
  if (nameEnd > end || at + CENTRAL > end || view.getUint32(at, true) !== signatures.central) {
    throw new PackError(
      'unsafe',
      `Entry ${index + 1} in the directory of the zip is broken. ${damaged}`,
    );
  }
  // One letter a byte; what is not ASCII is refused by its name.
  const name = String.fromCharCode(...bytes.subarray(at + CENTRAL, nameEnd));
  const method = view.getUint16(at + 10, true);
  if (method !== methods.stored && method !== methods.deflated) {
    throw new PackError(
      'unsafe',
      `${JSON.stringify(name)} is packed by a method that no pack uses. It is not opened.`,
      name,
    );
  }
  return {
    name,
    method: method === methods.stored ? 'stored' : 'deflated',
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
  };
}
