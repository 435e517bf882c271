/** How much a reader takes on. Sizes are bytes. */
export interface Limits {
  /** Of the zip. */
  readonly pack: number;
  readonly entries: number;
  /** Of one file, unpacked. */
  readonly file: number;
  /** Of all files together, unpacked. */
  readonly unpacked: number;
  /** How many times larger than packed a file may be. */
  readonly ratio: number;
}

/** Far above any real pack (60 figures are some 5 MB) and far below what would harm a tab. */
export const usualLimits: Limits = {
  pack: 128 * 2 ** 20,
  entries: 5000,
  file: 64 * 2 ** 20,
  unpacked: 256 * 2 ** 20,
  ratio: 150,
};
