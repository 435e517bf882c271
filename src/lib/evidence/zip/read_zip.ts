import { sameBytes, type Bytes } from '../bytes';
import type { Limits } from '../limits';
import { PackError } from '../pack_error';
import { centralHeader, END, endRecord, localHeader, type Header } from './headers';
import { centralEntry, endOf } from './read_directory';
import { wrongWithName } from './names';
import { wrongWithHeader } from './odd_headers';

/** A file that lies in the zip, not yet unpacked. */
export interface ZipEntry {
  readonly header: Header;
  /** Local header and packed bytes, as they lie in the zip. */
  readonly whole: Bytes;
  readonly packed: Bytes;
}

/**
 * Finds the files of a zip without unpacking any. Every byte of it must be part of a file or say what `headers.ts`
 * would write in its place: nothing stands before, between, after or on top of the files, and local and central
 * headers agree.
 *
 * @throws PackError for anything else, and for more than the limits allow, by what the headers declare
 */
export function readZip(bytes: Bytes, limits: Limits): readonly ZipEntry[] {
  if (bytes.length > limits.pack) {
    throw new PackError(
      'too large',
      `The file is ${megabytes(bytes.length)}. A pack has at most ${megabytes(limits.pack)}.`,
    );
  }
  const { entries: count, directoryAt } = endOf(bytes);
  if (count > limits.entries) {
    throw new PackError(
      'too large',
      `The zip says it holds ${count} files. A pack has at most ${limits.entries}.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory: Header[] = [];
  const names = new Map<string, string>();
  let unpacked = 0;
  let localAt = 0;
  let centralAt = directoryAt;
  for (let index = 0; index < count; index++) {
    const header = centralEntry(view, bytes, centralAt, index);
    const expected = centralHeader(header, localAt);
    refuseName(header.name, names);
    const actual = bytes.subarray(centralAt, centralAt + expected.length);
    if (!sameBytes(actual, expected)) throw wrongWithHeader(view, centralAt, header, localAt);
    refuseSize(header, (unpacked += header.size), limits);
    directory.push(header);
    centralAt += expected.length;
    localAt += localHeader(header).length + header.packed;
    if (localAt > directoryAt) {
      throw unsafe(`${header.name} reaches into what follows it in the zip`, header.name);
    }
  }
  if (localAt !== directoryAt) throw unsafe('There are bytes in the zip that belong to no file');
  const end = endRecord(count, centralAt - directoryAt, directoryAt);
  if (centralAt !== bytes.length - END || !sameBytes(bytes.subarray(centralAt), end)) {
    throw unsafe('The end of the zip is not as a pack ends');
  }
  return entriesOf(bytes, directory);
}

function entriesOf(bytes: Bytes, directory: readonly Header[]): ZipEntry[] {
  let at = 0;
  return directory.map((header) => {
    const local = localHeader(header);
    const whole = bytes.subarray(at, at + local.length + header.packed);
    if (!sameBytes(whole.subarray(0, local.length), local)) {
      throw unsafe(
        `What stands before ${header.name} in the zip differs from its directory`,
        header.name,
      );
    }
    at += whole.length;
    return { header, whole, packed: whole.subarray(local.length) };
  });
}

function refuseName(name: string, names: Map<string, string>): void {
  const wrong = wrongWithName(name);
  // JSON spells out what a terminal or a page would act on or not show.
  if (wrong !== null) throw unsafe(`The name ${JSON.stringify(name)} in the zip ${wrong}`, name);
  const known = names.get(name.toLowerCase());
  if (known === name) throw unsafe(`${name} is in the zip twice`, name);
  if (known !== undefined) {
    throw unsafe(`${known} and ${name} are one file on systems that take no notice of case`, name);
  }
  names.set(name.toLowerCase(), name);
}

function refuseSize(header: Header, unpacked: number, limits: Limits): void {
  const { name, size, packed } = header;
  if (size > limits.file) {
    throw tooLarge(
      `${name} would be ${megabytes(size)}; at most ${megabytes(limits.file)} is taken`,
      name,
    );
  }
  if (unpacked > limits.unpacked) {
    throw tooLarge(`The files would be more than ${megabytes(limits.unpacked)} together`, name);
  }
  if (size > packed * limits.ratio) {
    throw tooLarge(`${name} would become more than ${limits.ratio} times as large`, name);
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

const tooLarge = (what: string, file: string): PackError =>
  new PackError(
    'too large',
    `${what} when unpacked. No pack is like that, so it is not opened.`,
    file,
  );

const unsafe = (what: string, file: string | null = null): PackError =>
  new PackError('unsafe', `${what}. No pack is built like that, so it is not opened.`, file);
