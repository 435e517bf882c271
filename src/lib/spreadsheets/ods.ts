import { madeInFile } from './made';
import { contentPart } from './ods_content';
import { ROOT } from './ods_names';
import { settingsPart } from './ods_settings';
import { stylesPart } from './ods_styles';
import { sheetsOf } from './sheets';
import type { Workbook } from './workbook';
import { element, escaped, xmlDocument } from './xml';
import { zipped } from './zip';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/**
 * The workbook as an OpenDocument spreadsheet, version 1.3, the government's standard for such files. The same workbook is
 * the same bytes.
 * @throws WorkbookRefused as `refuseFaults`
 */
export async function odsOf(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = sheetsOf(workbook);
  return zipped([
    // Applications know the format by this word, which must stand first and as it is.
    { path: 'mimetype', content: TYPE, uncompressed: true },
    { path: 'META-INF/manifest.xml', content: manifest() },
    { path: 'meta.xml', content: properties(workbook) },
    { path: 'styles.xml', content: stylesPart() },
    { path: 'settings.xml', content: settingsPart(sheets) },
    { path: 'content.xml', content: contentPart(sheets) },
  ]);
}

function manifest(): string {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  return xmlDocument(
    element(
      'manifest:manifest',
      {
        'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
        'manifest:version': '1.3',
      },
      entry('/', TYPE),
      ...['meta.xml', 'styles.xml', 'settings.xml', 'content.xml'].map((path) =>
        entry(path, 'text/xml'),
      ),
    ),
  );
}

function properties({ title, author, made }: Workbook): string {
  return xmlDocument(
    element(
      'office:document-meta',
      ROOT,
      element(
        'office:meta',
        {},
        element('dc:title', {}, escaped(title)),
        element('meta:initial-creator', {}, escaped(author)),
        element('dc:creator', {}, escaped(author)),
        element('meta:creation-date', {}, madeInFile(made)),
        element('dc:date', {}, madeInFile(made)),
        element('dc:language', {}, 'en-GB'),
      ),
    ),
  );
}
