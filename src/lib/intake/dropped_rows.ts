/** Collects the rows a file lost, as ranges; rows must be given in ascending order. */
export class DroppedRows {
  private pairs = new Uint32Array(64);
  private used = 0;
  count = 0;

  add(row: number): void {
    this.count++;
    const last = this.used - 2;
    if (last >= 0 && this.pairs[last]! + this.pairs[last + 1]! === row) {
      this.pairs[last + 1]!++;
      return;
    }
    if (this.used === this.pairs.length) {
      const larger = new Uint32Array(this.used * 2);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[this.used++] = row;
    this.pairs[this.used++] = 1;
  }

  /** Pairs of the first row of a range, from 0, and its length. */
  ranges(): Uint32Array {
    return this.pairs.slice(0, this.used);
  }
}

/**
 * The row number in the file, from 1, of the row at a position in the engine's table, from 0.
 * @param droppedRows the ranges of `FileReport.droppedRows`
 */
export function fileRowOf(droppedRows: Uint32Array, position: number): number {
  let row = position;
  for (let at = 0; at < droppedRows.length; at += 2) {
    if (droppedRows[at]! > row) break;
    row += droppedRows[at + 1]!;
  }
  return row + 1;
}
