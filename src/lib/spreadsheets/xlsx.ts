import { madeInFile } from './made';
import { sheetsOf, type Sheet } from './sheets';
import type { Workbook } from './workbook';
import { MAIN, RELATIONSHIPS } from './xlsx_names';
import { SharedStrings } from './xlsx_strings';
import { stylesPart } from './xlsx_styles';
import { tablePart, worksheetPart } from './xlsx_worksheet';
import { element, escaped, xmlDocument } from './xml';
import { zipped, type Part } from './zip';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook as an Excel file: Office Open XML, ECMA-376 part 1 (transitional), the parts that a workbook of tables
 * needs and no more. The same workbook is the same bytes.
 * @throws WorkbookRefused as `refuseFaults`
 */
export async function xlsxOf(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = sheetsOf(workbook);
  const strings = new SharedStrings();
  const tables = sheets.filter(({ header }) => header !== null);
  const parts: Part[] = [
    { path: '[Content_Types].xml', content: contentTypes(sheets.length, tables.length) },
    {
      path: '_rels/.rels',
      content: relationships([
        [`${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    { path: 'docProps/core.xml', content: properties(workbook) },
    { path: 'xl/workbook.xml', content: workbookPart(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map(
          (_, index) => [`${RELATIONSHIPS}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
        ),
        [`${RELATIONSHIPS}/styles`, 'styles.xml'],
        [`${RELATIONSHIPS}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    },
    { path: 'xl/styles.xml', content: stylesPart() },
  ];
  sheets.forEach((sheet, index) => {
    const path = `worksheets/sheet${index + 1}.xml`;
    parts.push({ path: `xl/${path}`, content: worksheetPart(sheet, strings, index === 0) });
    const table = tables.indexOf(sheet) + 1;
    if (table === 0) return;
    parts.push(
      {
        path: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
        content: relationships([[`${RELATIONSHIPS}/table`, `../tables/table${table}.xml`]]),
      },
      { path: `xl/tables/table${table}.xml`, content: tablePart(sheet, table) },
    );
  });
  // The worksheets have filled it.
  parts.push({ path: 'xl/sharedStrings.xml', content: strings.part() });
  return zipped(parts);
}

function contentTypes(sheets: number, tables: number): string {
  const part = (name: string, type: string) =>
    element('Override', { PartName: name, ContentType: type });
  const numbered = (count: number, name: string, type: string) =>
    Array.from({ length: count }, (_, index) =>
      part(`/xl/${name}${index + 1}.xml`, `${SPREADSHEET}.${type}+xml`),
    );
  return xmlDocument(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      part('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
      part('/xl/styles.xml', `${SPREADSHEET}.styles+xml`),
      part('/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`),
      ...numbered(sheets, 'worksheets/sheet', 'worksheet'),
      ...numbered(tables, 'tables/table', 'table'),
    ),
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  return xmlDocument(
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...targets.map(([type, target], index) =>
        element('Relationship', { Id: `rId${index + 1}`, Type: type, Target: target }),
      ),
    ),
  );
}

function properties({ title, author, made }: Workbook): string {
  const instant = { 'xsi:type': 'dcterms:W3CDTF' };
  return xmlDocument(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, escaped(title)),
      element('dc:creator', {}, escaped(author)),
      element('dc:language', {}, 'en-GB'),
      element('dcterms:created', instant, madeInFile(made)),
      element('dcterms:modified', instant, madeInFile(made)),
    ),
  );
}

function workbookPart(sheets: readonly Sheet[]): string {
  // The headings of a table stand on each page of a print.
  const repeated = sheets.flatMap(({ name, header }, index) =>
    header === null
      ? []
      : [
          element(
            'definedName',
            { name: '_xlnm.Print_Titles', localSheetId: index },
            escaped(`'${name}'!$${header + 1}:$${header + 1}`),
          ),
        ],
  );
  return xmlDocument(
    element(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })),
      element(
        'sheets',
        {},
        ...sheets.map(({ name }, index) =>
          element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
        ),
      ),
      element('definedNames', {}, ...repeated),
    ),
  );
}
