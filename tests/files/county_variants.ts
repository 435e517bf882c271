import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableNamed, tables } from '$lib/contract/tables';
import { main as writeSamples } from '../../src/cli/samples';
import { ExtractFolder } from './extract_folder';

/** How the rows of a county are laid out in files. The same rows, whatever it says. */
export interface Layout {
  /** Decides the order of the rows and which part each goes to. */
  readonly seed: number;
  /** Files a table. */
  readonly parts: number;
  /** Rows in a row group; at least 2,048. */
  readonly rowGroup: number;
}

/** As a county is written when nothing else is asked for. */
const plain: Layout = { seed: 0, parts: 1, rowGroup: 122_880 };

/** A sample county held in native DuckDB, from which a test writes the same or fewer rows in other forms. */
export class CountyVariants {
  readonly #tables: readonly string[];
  #written = 0;

  private constructor(
    readonly folder: ExtractFolder,
    tablesWithRows: readonly string[],
  ) {
    this.#tables = tablesWithRows;
  }

  /** Two years of a county of so many people, less rows that repeat another's key: which is kept hangs on the order. */
  static async create(people: number, seed: number): Promise<CountyVariants> {
    const folder = await ExtractFolder.create();
    const out = join(folder.path, 'county');
    const size = ['--people', String(people), '--years', '2'];
    await writeSamples([...size, '--seed', String(seed), '--out', out]);
    const names: string[] = [];
    for (const { name, key } of tables) {
      const files = readdirSync(out).filter((file) => new RegExp(`^${name}[-.]`).test(file));
      if (files.length === 0) continue;
      const source = files[0]?.endsWith('.csv')
        ? `read_csv('${join(out, files[0])}', all_varchar = true)`
        : `read_parquet([${files.map((file) => `'${join(out, file)}'`).join(', ')}], union_by_name = true)`;
      const once =
        key.length === 0 ? '' : `qualify row_number() over (partition by ${key.join(', ')}) = 1`;
      await folder.native.run(`create table ${name} as select * from ${source} ${once}`);
      names.push(name);
    }
    return new CountyVariants(folder, names);
  }

  /** Ends the database and removes the files. */
  remove(): Promise<void> {
    return this.folder.remove();
  }

  /** Pseudonyms of every person in the people extract. */
  async people(): Promise<readonly bigint[]> {
    const rows = await this.folder.native.runAndReadAll(
      'select person_id from people order by person_id',
    );
    return rows.getRows().map(([id]) => BigInt(String(id)));
  }

  /**
   * Writes the county and answers the paths of its files.
   *
   * @param where of tables with people, keeps only the rows for which this holds (SQL over `person_id`, which a licence may lack)
   * @param restricted people who may not be counted, beside those of the county (SQL over `person_id`)
   */
  async write({
    layout = plain,
    where = 'true',
    restricted = 'false',
  }: {
    readonly layout?: Layout;
    readonly where?: string;
    readonly restricted?: string;
  } = {}): Promise<string[]> {
    const paths: string[] = [];
    const form = ++this.#written;
    for (const name of this.#tables) {
      const ofPeople = tableNamed(name)?.columns.some((column) => column.name === 'person_id');
      const kept = ofPeople ? `where ${where}` : '';
      const rows =
        name === 'restrictions'
          ? `select person_id from restrictions ${kept} union select person_id from people where ${restricted}`
          : `select * from ${name} ${kept}`;
      paths.push(...(await this.#writeTable(name, rows, layout, form)));
    }
    return paths;
  }

  async #writeTable(
    name: string,
    rows: string,
    { seed, parts, rowGroup }: Layout,
    form: number,
  ): Promise<string[]> {
    const reference = ['calendar', 'populations', 'targets'].includes(name);
    const files = reference ? 1 : parts;
    await this.folder.native.run(
      `create or replace temporary table laid_out as
       select *, hash(row_number() over (), ${seed}) as place from (${rows})`,
    );
    const paths: string[] = [];
    for (let part = 0; part < files; part++) {
      const query = `select * exclude (place) from laid_out where place % ${files} = ${part} order by place`;
      const as = `${name}-${form}-${part}`;
      paths.push(
        reference
          ? await this.#csv(name, query, as)
          : await this.folder.parquetFrom(name, query, {
              as: `${as}.parquet`,
              rowGroup,
              metadata: { table: name, extracted_on: '2025-07-31', source: 'invented' },
            }),
      );
    }
    return paths;
  }

  async #csv(name: string, query: string, as: string): Promise<string> {
    const path = join(this.folder.path, `${as}.csv`);
    await this.folder.native.run(`copy (${query}) to '${path}' (format csv, header)`);
    return path;
  }
}
