import { harmless } from './formula';
import { madeInFile } from './made';

/** What CSV files hold, for whoever reads them without us. */
export interface CsvwDescription {
  readonly title: string;
  readonly description: string;
  /** Of the texts here and in the files, as a BCP 47 tag: `en-GB`. */
  readonly language: string;
  /** What others may do with the files: the address of a licence, or words. */
  readonly licence: string;
  /** Where the figures come from, in words. */
  readonly source: string;
  /** When they were made, as an ISO instant. */
  readonly made: string;
  readonly files: readonly CsvwFile[];
}

export interface CsvwFile {
  /** Its name beside the metadata: `attendance.csv`. */
  readonly name: string;
  readonly title: string;
  /** In the order of the file. */
  readonly columns: readonly CsvwColumn[];
}

export interface CsvwColumn {
  /** What programs call it: letters, digits and underscores. */
  readonly name: string;
  /** Its heading as given to `csvOf`. */
  readonly title: string;
  readonly datatype: 'string' | 'integer' | 'decimal';
  readonly description: string;
  /** What stands where there is no value, such as `[c]`. */
  readonly nulls: readonly string[];
}

/**
 * The metadata of CSV files as `csvOf` writes them: CSV on the Web, W3C "Metadata Vocabulary for Tabular Data" of
 * 17 December 2015, a group of tables as JSON text. The same description is the same text.
 * @throws Error for a name that the vocabulary does not allow or that stands twice
 */
export function csvwOf(description: CsvwDescription): string {
  const { title, language, licence, source, made, files } = description;
  if (files.length === 0) throw new Error('There is no CSV file to describe.');
  refuseRepeated(
    files.map(({ name }) => name),
    'files',
  );
  const group = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    '@type': 'TableGroup',
    'dc:title': title,
    'dc:description': description.description,
    'dc:language': language,
    'dc:license': /^https?:\/\/\S+$/.test(licence) ? { '@id': licence } : licence,
    'dc:source': source,
    'dc:created': { '@value': madeInFile(made), '@type': 'xsd:dateTime' },
    dialect: {
      encoding: 'utf-8',
      header: true,
      headerRowCount: 1,
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
    },
    tables: files.map(tableOf),
  };
  return `${JSON.stringify(group, null, 2)}\n`;
}

function tableOf({ name, title, columns }: CsvwFile) {
  if (columns.length === 0) throw new Error(`The file "${name}" has no columns.`);
  refuseRepeated(
    columns.map((column) => column.name),
    `columns of "${name}"`,
  );
  return {
    '@type': 'Table',
    url: encodeURIComponent(name),
    'dc:title': title,
    tableSchema: { '@type': 'Schema', columns: columns.map(columnOf) },
  };
}

function columnOf({ name, title, datatype, description, nulls }: CsvwColumn) {
  // A name that begins with an underscore is the vocabulary's own.
  if (!/^[A-Za-z0-9]\w*$/.test(name))
    throw new Error(`"${name}" is no name for a column: use letters, digits and underscores.`);
  return {
    '@type': 'Column',
    name,
    titles: harmless(title),
    'dc:description': description,
    datatype,
    // Left out, an empty cell would be none, also among words.
    ...(nulls.length > 0 ? { null: nulls.map(harmless) } : {}),
  };
}

function refuseRepeated(names: readonly string[], what: string): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`Two ${what} are called "${repeated}".`);
}
