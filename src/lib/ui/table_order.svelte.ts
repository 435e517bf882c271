import { sortRows, type Column, type Direction, type TableModel, type TableRow } from './table';

const opposite: Readonly<Record<Direction, Direction>> = {
  ascending: 'descending',
  descending: 'ascending',
};

/** The column that a table is sorted by: one press sorts, a second turns it round, a third undoes it. */
export class TableOrder {
  #by = $state.raw<{ readonly column: string; readonly direction: Direction } | null>(null);

  sortBy({ id, kind }: Column): void {
    const first: Direction = kind === 'text' ? 'ascending' : 'descending';
    if (this.#by?.column !== id) this.#by = { column: id, direction: first };
    else if (this.#by.direction !== first) this.#by = null;
    else this.#by = { column: id, direction: opposite[first] };
  }

  directionOf({ id }: Column): Direction | 'none' {
    return this.#by?.column === id ? this.#by.direction : 'none';
  }

  rowsOf({ columns, rows }: TableModel): readonly TableRow[] {
    const at = columns.findIndex(({ id }) => id === this.#by?.column);
    return this.#by && at >= 0 ? sortRows(rows, at, this.#by.direction) : rows;
  }
}
