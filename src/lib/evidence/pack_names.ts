import { BAG_INFO, BAGIT, MANIFEST, TAG_MANIFEST } from './bagit';
import { PACK } from './pack_file';
import { RECORDS } from './records';
import { CRATE } from './ro_crate';
import { SEAL } from './seal/seal_file';

export const INDEX = 'data/index.html';

/** The files of a figure: its rows as canonical JSON, the same as CSV with CSVW metadata, and its picture if any. */
export const figureFiles = (figure: string) => ({
  rows: `data/figures/${figure}.json`,
  csv: `data/figures/${figure}.csv`,
  csvw: `data/figures/${figure}.csv-metadata.json`,
  picture: `data/pictures/${figure}.svg`,
});

/** What a pack of these figures must hold. */
export function requiredNames(figures: readonly string[]): readonly string[] {
  const own = figures.flatMap((figure) => {
    const { rows, csv, csvw } = figureFiles(figure);
    return [rows, csv, csvw];
  });
  return [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SEAL, CRATE, INDEX, PACK, RECORDS, ...own];
}

/** What it may hold: nothing else belongs in it. */
export const allowedNames = (figures: readonly string[]): ReadonlySet<string> =>
  new Set([...requiredNames(figures), ...figures.map((figure) => figureFiles(figure).picture)]);
