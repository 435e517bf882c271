import { strFromU8, unzipSync } from 'fflate';
import { all, one, readXml, textOf, type Node } from './read_xml';

/** What a reader finds in a file, of either format. */
export interface ReadSheet {
  readonly name: string;
  readonly cells: readonly (readonly (string | number)[])[];
  /** How numbers are shown: the format as the file names it, of each cell. */
  readonly formats: readonly (readonly string[])[];
  /** From the cell to the sheet that it leads to. */
  readonly links: Readonly<Record<string, string>>;
  /** The tables marked on the sheet, with the range each covers. */
  readonly tables: readonly { name: string; range: string }[];
}

export function partsOf(file: Uint8Array): Record<string, string> {
  const parts = unzipSync(file);
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Reads an Excel file by its parts, following its relationships. */
export function readXlsx(file: Uint8Array): ReadSheet[] {
  const parts = partsOf(file);
  const part = (path: string) => readXml(parts[path] ?? '');
  const strings = all(part('xl/sharedStrings.xml'), 'si').map((item) => uncoded(textOf(item)));
  const targets = relationshipsOf(part('xl/_rels/workbook.xml.rels'));
  const styles = part('xl/styles.xml');
  const own = Object.fromEntries(
    all(styles, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  const looks = all(one(styles, 'cellXfs'), 'xf').map(
    ({ attributes }) => own[attributes.numFmtId!] ?? attributes.numFmtId!,
  );
  return all(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
    const path = targets[attributes['r:id']!]!;
    const sheet = part(`xl/${path}`);
    const rels = parts[`xl/worksheets/_rels/${path.split('/')[1]}.rels`];
    const others = rels === undefined ? {} : relationshipsOf(readXml(rels));
    const rows = all(sheet, 'row').map((row, index) => {
      if (row.attributes.r !== String(index + 1)) throw new Error('a row is left out');
      return all(row, 'c');
    });
    return {
      name: attributes.name!,
      cells: rows.map((row, index) =>
        row.map((cell, column) => {
          if (cell.attributes.r !== `${'ABCDEFGH'[column]}${index + 1}`)
            throw new Error(`a cell is left out before ${cell.attributes.r}`);
          const value = textOf(one(cell, 'v'));
          return cell.attributes.t === 's' ? strings[Number(value)]! : Number(value);
        }),
      ),
      formats: rows.map((row) => row.map((cell) => looks[Number(cell.attributes.s)]!)),
      links: Object.fromEntries(
        all(sheet, 'hyperlink').map((link) => [
          link.attributes.ref,
          /^'(.*)'!A1$/.exec(link.attributes.location!)![1]!,
        ]),
      ),
      tables: all(sheet, 'tablePart').map((mark) => {
        const table = part(
          `xl/worksheets/${others[mark.attributes['r:id']!]}`.replace('worksheets/../', ''),
        );
        return { name: table.attributes.displayName!, range: table.attributes.ref! };
      }),
    };
  });
}

function relationshipsOf(part: Node): Record<string, string> {
  return Object.fromEntries(
    all(part, 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target]),
  );
}

/** Excel's codes for characters, `_x0041_`, each taken once and from left to right. */
const uncoded = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );

/** Reads an OpenDocument spreadsheet by its content. */
export function readOds(file: Uint8Array): ReadSheet[] {
  const content = readXml(partsOf(file)['content.xml'] ?? '');
  const formats = Object.fromEntries(
    all(content, 'style:style').map(({ attributes }) => [
      attributes['style:name'],
      attributes['style:data-style-name'] ?? '',
    ]),
  );
  const marks = all(content, 'table:database-range').map(({ attributes }) => attributes);
  return all(content, 'table:table').map((table) => {
    const name = table.attributes['table:name']!;
    const rows = all(table, 'table:table-row').map((row) => all(row, 'table:table-cell'));
    const links = rows.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        all(cell, 'text:a').map((link) => [
          `${'ABCDEFGH'[column]}${index + 1}`,
          /^#(.*)\.A1$/.exec(link.attributes['xlink:href']!)![1]!,
        ]),
      ),
    );
    return {
      name,
      cells: rows.map((row) => row.map(valueOf)),
      formats: rows.map((row) => row.map((cell) => formats[cell.attributes['table:style-name']!]!)),
      links: Object.fromEntries(links) as Record<string, string>,
      tables: marks
        .filter((mark) => mark['table:target-range-address']!.startsWith(`${name}.`))
        .map((mark) => ({
          name: mark['table:name']!,
          range: mark['table:target-range-address']!.replaceAll(`${name}.`, ''),
        })),
    };
  });
}

function valueOf(cell: Node): string | number {
  const kind = cell.attributes['office:value-type'];
  if (kind === 'float' || kind === 'percentage') return Number(cell.attributes['office:value']);
  if (kind !== 'string') throw new Error(`a cell of the kind ${kind}`);
  return all(cell, 'text:p').map(lineOf).join('\n');
}

/** Text as OpenDocument has it: several spaces are one, and those at the ends none, unless they are elements. */
function lineOf(paragraph: Node): string {
  const from = (node: Node): string =>
    node.children
      .map((child) => {
        if (typeof child === 'string') return child.replace(/[ \t\n]+/g, ' ');
        if (child.name === 'text:s') return '\u0000'.repeat(Number(child.attributes['text:c']));
        return child.name === 'text:tab' ? '\u0001' : from(child);
      })
      .join('');
  return from(paragraph)
    .replace(/^ +| +$/g, '')
    .replaceAll('\u0000', ' ')
    .replaceAll('\u0001', '\t');
}
