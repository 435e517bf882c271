import { crc32 } from 'node:zlib';

/** A file of a zip as it is to be written, right or wrong. What is left out is as a pack has it. */
export interface RawEntry {
  /** Latin-1: one letter a byte. */
  readonly name: string;
  readonly content: Uint8Array;
  /** The bytes in the zip, where they are not the content. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly time?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
  /** In the directory only. */
  readonly madeBy?: number;
  readonly comment?: string;
  readonly disk?: number;
  readonly attributes?: number;
  readonly localAt?: number;
  /** In the local header only. */
  readonly localName?: string;
}

interface Around {
  readonly before?: Uint8Array;
  /** Between the files and the directory. */
  readonly gap?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: string;
  readonly count?: number;
}

/** A zip that says exactly what it is told to. */
export function rawZip(entries: readonly RawEntry[], around: Around = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [around.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let at = parts[0]!.length;
  for (const entry of entries) {
    const packed = entry.packed ?? entry.content;
    const extra = entry.extra ?? Buffer.alloc(0);
    const localName = Buffer.from(entry.localName ?? entry.name, 'latin1');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    shared(entry, packed.length, extra.length, localName.length).copy(local, 4);
    parts.push(local, localName, extra, packed);

    const name = Buffer.from(entry.name, 'latin1');
    const comment = Buffer.from(entry.comment ?? '');
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(entry.madeBy ?? 20, 4);
    shared(entry, packed.length, extra.length, name.length).copy(central, 6);
    central.writeUInt16LE(comment.length, 32);
    central.writeUInt16LE(entry.disk ?? 0, 34);
    central.writeUInt32LE(entry.attributes ?? 0, 38);
    central.writeUInt32LE(entry.localAt ?? at, 42);
    directory.push(central, name, Buffer.from(extra), comment);
    at += 30 + localName.length + extra.length + packed.length;
  }
  const gap = around.gap ?? Buffer.alloc(0);
  const comment = Buffer.from(around.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(around.count ?? entries.length, 8);
  end.writeUInt16LE(around.count ?? entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at + gap.length, 16);
  end.writeUInt16LE(comment.length, 20);
  const after = around.after ?? Buffer.alloc(0);
  return Uint8Array.from(Buffer.concat([...parts, gap, ...directory, end, comment, after]));
}

/** The fields that local and central header have in the same order. */
function shared(entry: RawEntry, packed: number, extra: number, name: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? 0, 4);
  fields.writeUInt16LE(entry.time ?? 0, 6);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc32(Buffer.from(entry.content)), 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(entry.size ?? entry.content.length, 18);
  fields.writeUInt16LE(name, 22);
  fields.writeUInt16LE(extra, 24);
  return fields;
}
