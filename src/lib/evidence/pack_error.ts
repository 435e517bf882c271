/**
 * Why a pack is not opened: it is not a pack, was made by a newer version, is encrypted, is larger or packed more
 * densely than any pack, is built as no pack is, or a file in it cannot be read.
 */
export type Refused =
  'no pack' | 'newer version' | 'encrypted' | 'too large' | 'unsafe' | 'malformed';

/** A pack or key that cannot be used, as a sentence for the person who brought it. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly why: Refused,
    message: string,
    /** The file in the pack, where it is one. */
    readonly file: string | null = null,
  ) {
    super(message);
  }
}
