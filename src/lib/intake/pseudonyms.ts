/** Words a place takes: the pair, its number plus 1 (0 marks an empty place), and one to keep it aligned. */
const PLACE = 4;

/** Gives dense numbers to pairs of 32-bit words, in the order in which they are first seen. */
export class PairNumbers {
  private capacity = 1 << 10;
  private places = new Int32Array(this.capacity * PLACE);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of the pair, from 0; a new pair gets the next one. */
  numberOf(low: number, high: number): number {
    const { places } = this;
    const mask = this.capacity - 1;
    let place = placeOf(low, high) & mask;
    for (;;) {
      const at = place * PLACE;
      const number = places[at + 2]!;
      if (number === 0) break;
      if (places[at] === low && places[at + 1] === high) return number - 1;
      place = (place + 1) & mask;
    }
    this.write(place, low, high, ++this.count);
    if (this.count * 2 > this.capacity) this.grow();
    return this.count - 1;
  }

  /** The number of the pair, or null when it was never seen; nothing is remembered of the question. */
  find(low: number, high: number): number | null {
    const { places } = this;
    const mask = this.capacity - 1;
    for (let place = placeOf(low, high) & mask; ; place = (place + 1) & mask) {
      const at = place * PLACE;
      const number = places[at + 2]!;
      if (number === 0) return null;
      if (places[at] === low && places[at + 1] === high) return number - 1;
    }
  }

  private write(place: number, low: number, high: number, number: number): void {
    const at = place * PLACE;
    this.places[at] = low;
    this.places[at + 1] = high;
    this.places[at + 2] = number;
  }

  private grow(): void {
    const old = this.places;
    this.capacity *= 2;
    this.places = new Int32Array(this.capacity * PLACE);
    const mask = this.capacity - 1;
    for (let at = 0; at < old.length; at += PLACE) {
      const number = old[at + 2]!;
      if (number === 0) continue;
      let place = placeOf(old[at]!, old[at + 1]!) & mask;
      while (this.places[place * PLACE + 2] !== 0) place = (place + 1) & mask;
      this.write(place, old[at]!, old[at + 1]!, number);
    }
  }
}

function placeOf(low: number, high: number): number {
  let hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/**
 * The numbers under which pseudonyms are known in the engine; the pseudonyms themselves never enter it.
 * Numbers start at 1 and have no gaps. An integer and the text that spells it are the same pseudonym;
 * any other text is told apart by 64 bits of its bytes' hash.
 */
export class PseudonymRegister {
  private readonly pairs = new PairNumbers();
  private readonly word = new Int32Array(2);

  get size(): number {
    return this.pairs.size;
  }

  /** The number of a 64-bit integer, given as its two 32-bit words. */
  numberOfInteger(low: number, high: number): number {
    return this.pairs.numberOf(low | 0, high | 0) + 1;
  }

  /** The number of a text, given as the UTF-8 bytes from `start` to `end`. */
  numberOfText(bytes: Uint8Array, start: number, end: number): number {
    const { word } = this;
    if (!integerInText(bytes, start, end, word)) hashOfText(bytes, start, end, word);
    return this.pairs.numberOf(word[0]!, word[1]!) + 1;
  }

  /** The number of a pseudonym as somebody writes it; null when no extract has it. It is not remembered. */
  find(text: string): number | null {
    const bytes = new TextEncoder().encode(text);
    const { word } = this;
    if (!integerInText(bytes, 0, bytes.length, word)) hashOfText(bytes, 0, bytes.length, word);
    const found = this.pairs.find(word[0]!, word[1]!);
    return found === null ? null : found + 1;
  }
}

const ZERO = 0x30;
const MINUS = 0x2d;

/**
 * Reads a text that is a plain integer of at most 64 bits, as it would be printed, into two words.
 * Answers false for anything else: a sign that is not needed, a leading zero, a fraction.
 */
export function integerInText(
  bytes: Uint8Array,
  start: number,
  end: number,
  into: Int32Array,
): boolean {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  const digits = end - first;
  if (digits < 1 || digits > 20) return false;
  if (bytes[first] === ZERO && (digits > 1 || negative)) return false;
  let low = 0;
  let high = 0;
  for (let at = first; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return false;
    const next = low * 10 + digit;
    low = next >>> 0;
    high = high * 10 + Math.floor(next / 2 ** 32);
    if (high >= 2 ** 32) return false;
  }
  if (negative) {
    if (high > 2 ** 31 || (high === 2 ** 31 && low > 0)) return false;
    into[0] = -low;
    into[1] = low === 0 ? -high : ~high;
    return true;
  }
  into[0] = low;
  into[1] = high;
  return true;
}

/** 64 bits of the bytes' hash, in two words: MurmurHash3 (Appleby) with two lanes of 32 bits. */
function hashOfText(bytes: Uint8Array, start: number, end: number, into: Int32Array): void {
  let one = 0x2f0b4c37;
  let two = 0x68e31da4;
  for (let at = start; at < end; at += 8) {
    let first = 0;
    let second = 0;
    for (let k = 0; k < 4; k++) {
      if (at + k < end) first |= bytes[at + k]! << (8 * k);
      if (at + 4 + k < end) second |= bytes[at + 4 + k]! << (8 * k);
    }
    first = Math.imul(rotate(Math.imul(first, 0x239b961b), 15), 0xab0e9789);
    one = (Math.imul(rotate(one ^ first, 19) + two, 5) + 0x561ccd1b) | 0;
    second = Math.imul(rotate(Math.imul(second, 0xab0e9789), 16), 0x38b34ae5);
    two = (Math.imul(rotate(two ^ second, 17) + one, 5) + 0x0bcaa747) | 0;
  }
  const length = end - start;
  one = (one ^ length) + (two ^ length);
  two = (two ^ length) + one;
  one = mixed(one);
  two = mixed(two);
  one = (one + two) | 0;
  into[0] = one;
  into[1] = two + one;
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

function mixed(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
