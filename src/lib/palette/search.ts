import { kinds, type Entry, type Kind } from './entry';
import { synonyms } from './synonyms';

export interface Group {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
}

/** More of one kind than this would hide the others. */
const mostOfAKind = 8;
/** More of one kind than this is not listed before a word is typed. */
const mostToList = 20;
/** Words shorter than this are too near to each other to be guessed at. */
const shortestGuess = 5;

export function wordsOf(query: string): readonly string[] {
  return plain(query).split(' ').filter(Boolean);
}

/** Small letters without accents; underscores, dashes and commas part words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}%+]+/gu, ' ')
    .trim();
}

/**
 * The entries in which every word is found, in whatever order, the nearest first: by kind, the kind with
 * the nearest one first. With no words every kind is listed that is short enough.
 */
export function find(entries: readonly Entry[], query: string): readonly Group[] {
  const words = wordsOf(query);
  const found = entries
    .flatMap((entry) => {
      const distance = distanceOf(entry, words);
      return distance === null ? [] : [{ entry, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
  const order = [...kinds];
  if (words.length > 0) {
    const nearest = (kind: Kind) =>
      found.find(({ entry }) => entry.kind === kind)?.distance ?? Infinity;
    order.sort((a, b) => nearest(a) - nearest(b));
  }
  return order.flatMap((kind) => {
    const ofKind = found.flatMap(({ entry }) => (entry.kind === kind ? [entry] : []));
    const entries = words.length > 0 ? ofKind.slice(0, mostOfAKind) : ofKind;
    const isTooLong = words.length === 0 && entries.length > mostToList;
    return entries.length === 0 || isTooLong ? [] : [{ kind, entries }];
  });
}

interface Plain {
  readonly label: string;
  readonly searched: string;
}

/** Made once an entry: with every letter typed all of them are looked through. */
const plainOf = new WeakMap<Entry, Plain>();

function textsOf(entry: Entry): Plain {
  const known = plainOf.get(entry);
  if (known) return known;
  const made = { label: plain(entry.label), searched: plain(`${entry.hint} ${entry.searched}`) };
  plainOf.set(entry, made);
  return made;
}

/** How far an entry is from the words; null when one of them is nowhere in it. */
function distanceOf(entry: Entry, words: readonly string[]): number | null {
  const { label, searched } = textsOf(entry);
  // Among equals the shorter; with nothing typed the order is that of the lists.
  let distance = words.length === 0 ? 0 : label.length / 1000;
  if (words.length > 0 && label === words.join(' ')) distance -= 2;
  for (const word of words) {
    const nearest = wordDistance(word, label, searched);
    if (nearest === null) return null;
    distance += nearest;
  }
  return distance;
}

function wordDistance(word: string, label: string, searched: string): number | null {
  if (label.startsWith(word)) return 0;
  const others = Object.hasOwn(synonyms, word) ? (synonyms[word] ?? []) : [];
  if (others.some((other) => label.startsWith(plain(other)))) return 0.5;
  if (` ${label}`.includes(` ${word}`)) return 1;
  if (label.includes(word)) return 2;
  if (others.some((other) => label.includes(plain(other)))) return 3;
  if (` ${searched}`.includes(` ${word}`)) return 4;
  if (searched.includes(word)) return 5;
  if (others.some((other) => searched.includes(plain(other)))) return 6;
  if (word.length >= shortestGuess && label.split(' ').some((each) => isNear(word, each))) return 7;
  return null;
}

/** Whether the word is what was meant, with one letter wrong, missing, added or changed with the next. */
export function isNear(word: string, meant: string): boolean {
  // What is typed may not be finished yet.
  return [meant, meant.slice(0, word.length), meant.slice(0, word.length + 1)].some((form) =>
    differsByOne(word, form),
  );
}

function differsByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, from: number) => text.slice(start + from);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 0) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, 2) === rest(other, 2))
  );
}
