import { PairNumbers } from './pseudonyms';

/** 366 days of two sessions, in words of 32 bits. */
const WORDS = 23;

/** Which sessions of a file were seen already: a bit a person, school, day and session. Exact. */
export class SessionBitmap {
  private readonly registers = new PairNumbers();
  private words = new Int32Array(WORDS * 1024);
  /** For each person two words of the register last marked: its school and year, where its bits start. */
  private last = new Int32Array(2048).fill(-1);

  /**
   * Marks a session and answers whether it was marked before.
   * @param schoolYear tells apart school and academic year together
   * @param dayOfYear days since the first of September, 0 to 365
   * @param session 0 in the morning, 1 in the afternoon
   */
  mark(person: number, schoolYear: number, dayOfYear: number, session: number): boolean {
    if (person * 2 >= this.last.length) this.makeRoomFor(person);
    const { last } = this;
    const start =
      last[person * 2] === schoolYear ? last[person * 2 + 1]! : this.startOf(person, schoolYear);
    const bit = dayOfYear * 2 + session;
    const word = start + (bit >> 5);
    const mask = 1 << (bit & 31);
    const marks = this.words[word]!;
    if ((marks & mask) !== 0) return true;
    this.words[word] = marks | mask;
    return false;
  }

  // Apart from `mark`, because a read past the end of an array makes all later reads slow.
  private makeRoomFor(person: number): void {
    this.last = enlarged(this.last, new Int32Array(person * 4).fill(-1));
  }

  private startOf(person: number, schoolYear: number): number {
    const start = this.registers.numberOf(person, schoolYear) * WORDS;
    if (start >= this.words.length) this.words = enlarged(this.words, new Int32Array(start * 2));
    this.last[person * 2] = schoolYear;
    this.last[person * 2 + 1] = start;
    return start;
  }
}

function enlarged<Words extends Int32Array>(words: Words, into: Words): Words {
  into.set(words);
  return into;
}
