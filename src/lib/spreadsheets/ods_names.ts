import type { Attributes } from './xml';

const of = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;

/** What the root of every part says: the namespaces of OpenDocument and the version. */
export const ROOT: Attributes = {
  'xmlns:office': of('office'),
  'xmlns:table': of('table'),
  'xmlns:text': of('text'),
  'xmlns:style': of('style'),
  'xmlns:number': of('datastyle'),
  'xmlns:meta': of('meta'),
  'xmlns:config': of('config'),
  'xmlns:fo': of('xsl-fo-compatible'),
  'xmlns:svg': of('svg-compatible'),
  // LibreOffice knows its own settings by this one.
  'xmlns:ooo': 'http://openoffice.org/2004/office',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'office:version': '1.3',
};
