import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../native';

/** The files of a county by contract table; a table may be spread over several. */
export type CountyFiles = Readonly<Partial<Record<string, readonly string[]>>>;

const withoutPeople = ['schools', 'calendar', 'populations', 'targets'];

/** Kent's twelve districts, section 8 of the domain rules. */
const kent = Array.from({ length: 12 }, (_, index) => `E0${7000105 + index}`);

/**
 * Native DuckDB's own views over the same files as the product loads, made from the contract and the
 * domain rules and not from the product's SQL: every row as it is in its file, with the place it has there.
 */
export async function openReference(
  connection: DuckDBConnection,
  files: CountyFiles,
  extractDate: string,
): Promise<void> {
  await connection.run(ethnicityMacro);
  for (const [table, paths] of Object.entries(files)) {
    if (!paths || paths.length === 0) continue;
    // A pseudonym is the same whether it is written as a number or as text.
    const person = withoutPeople.includes(table) ? '' : 'replace (person_id::varchar as person_id)';
    const parts = paths.map((path, file) =>
      path.endsWith('.csv')
        ? `select * ${person}, ${file} as file, row_number() over () as place from read_csv(${quoted(path)})`
        : `select * exclude (file_row_number) ${person}, ${file} as file, file_row_number as place
           from read_parquet(${quoted(path)}, file_row_number = true)`,
    );
    await connection.run(`create view raw_${table} as ${parts.join(' union all by name ')}`);
  }
  const restricted = files['restrictions']
    ? 'person_id in (select person_id from raw_restrictions)'
    : 'false';
  // Contract, rules 3 to 5: the first row of a key; nobody restricted; nobody past the 25th birthday.
  await connection.run(`
    create table persons as
    select
      *,
      home_district is null or home_district in (${listOf(kent)}) as in_county,
      coalesce(home_district, 'unknown') as home,
      ethnicity_group(ethnicity) as ethnic_group
    from (select *, row_number() over (partition by person_id order by file, place) as occurrence from raw_people)
    where occurrence = 1
      and not (${restricted})
      and datesub('year', birth_month, date ${quoted(extractDate)}) < 25`);
}

/** The groups of the DfE ethnicity codes that occur in the test counties. */
const ethnicityMacro = `create macro ethnicity_group(code) as
  case
    when code is null or code in ('REFU', 'NOBT') then 'unknown'
    when code in ('CHNE', 'ABAN', 'AIND', 'APKN', 'AOTH') then 'asian'
    when code[1] = 'W' then 'white'
    when code[1] = 'M' then 'mixed'
    when code[1] = 'B' then 'black'
    when code[1] = 'O' then 'other'
  end`;

export const kentDistricts: readonly string[] = kent;

export function listOf(values: readonly string[]): string {
  return values.map(quoted).join(', ');
}
