import { formatCount, formatMany } from '../ui/format';

/** A kind of file that the reader keeps a list in. */
export interface ListFile {
  /** What the file calls itself, so that another program's file is not taken for one. */
  readonly format: string;
  readonly version: number;
  /** The list is under this name, which is also what its entries are called. */
  readonly entries: string;
  /** The same in full, "saved views", and of one, "view". */
  readonly inFull: string;
  readonly one: string;
  readonly most: number;
}

export type Fields = Readonly<Record<string, unknown>>;

/** In bytes and in characters. */
export const largestFile = 256 * 1024;
const mostSentences = 5;

export function tooLarge({ inFull }: Pick<ListFile, 'inFull'>): string {
  return `The file is larger than ${largestFile / 1024} kB, which no file of ${inFull} is.`;
}

/** A list as text, for such a file. */
export function listToText(
  { format, version, entries }: ListFile,
  list: readonly unknown[],
): string {
  return `${JSON.stringify({ format, version, [entries]: list }, null, 2)}\n`;
}

/** The entries of such a text, not one of them looked at; or, in a sentence, why it is no such file. */
export function listFromText(text: string, file: ListFile): readonly unknown[] | string {
  const { format, version, entries, inFull, most } = file;
  if (text.length > largestFile) return tooLarge(file);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return `This is not a file of ${inFull}: it is not JSON. Choose a file that Waymark exported.`;
  }
  const fields = asFields(content);
  if (fields?.['format'] !== format)
    return `This is not a file of ${inFull}. Choose a file that Waymark exported.`;
  if (fields['version'] !== version)
    return `These ${entries} were saved by another version of Waymark, which this one cannot read.`;
  const listed = fields[entries];
  if (!Array.isArray(listed)) return `The file of ${inFull} holds no list of ${entries}.`;
  if (listed.length > most)
    return `The file holds ${formatCount(listed.length)} ${entries}; ${most} is the most.`;
  return listed;
}

export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : null;
}

/** Whether the text is a day that there is: `2026-03-03`. */
export function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** What was left out or altered, without a sentence for each of hundreds. */
export function shortened(sentences: readonly string[], { one }: ListFile): readonly string[] {
  if (sentences.length <= mostSentences) return sentences;
  const rest = sentences.length - mostSentences;
  return [
    ...sentences.slice(0, mostSentences),
    `The same goes for ${formatMany(rest, `more ${one}`)}.`,
  ];
}
