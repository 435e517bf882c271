/** Numbers distinct byte strings from 0 in the order in which they are added. */
export class ByteStrings {
  private capacity = 256;
  /** The number plus 1; 0 marks an empty place. */
  private places = new Int32Array(this.capacity);
  private readonly strings: Uint8Array[] = [];
  /** The number plus 1 of each string of one byte, and of two: most codes are as short as that. */
  private readonly ofOne = new Int32Array(256);
  private readonly ofTwo = new Int32Array(65_536);

  get size(): number {
    return this.strings.length;
  }

  /** The number of the string from `start` to `end`, or -1 when it was never added. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (end - start === 1) return this.ofOne[bytes[start]!]! - 1;
    if (end - start === 2) return this.ofTwo[bytes[start]! | (bytes[start + 1]! << 8)]! - 1;
    const mask = this.capacity - 1;
    let place = hashOf(bytes, start, end) & mask;
    for (;;) {
      const number = this.places[place]! - 1;
      if (number < 0 || sameBytes(this.strings[number]!, bytes, start, end)) return number;
      place = (place + 1) & mask;
    }
  }

  /** Adds a string that `find` does not know and answers its number. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const number = this.strings.length;
    this.strings.push(bytes.slice(start, end));
    if (end - start === 1) this.ofOne[bytes[start]!] = number + 1;
    if (end - start === 2) this.ofTwo[bytes[start]! | (bytes[start + 1]! << 8)] = number + 1;
    if (this.strings.length * 4 > this.capacity) {
      this.capacity *= 4;
      this.places = new Int32Array(this.capacity);
      this.strings.forEach((_, at) => this.place(at));
    } else {
      this.place(number);
    }
    return number;
  }

  private place(number: number): void {
    const string = this.strings[number]!;
    const mask = this.capacity - 1;
    let place = hashOf(string, 0, string.length) & mask;
    while (this.places[place] !== 0) place = (place + 1) & mask;
    this.places[place] = number + 1;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function sameBytes(string: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (string.length !== end - start) return false;
  for (let at = 0; at < string.length; at++) {
    if (string[at] !== bytes[start + at]) return false;
  }
  return true;
}
