import { LOOKS, type Look } from './looks';
import { ROOT } from './ods_names';
import { element, escaped, xmlDocument, type Attributes } from './xml';

const FONT = { 'style:font-name': 'Arial', 'fo:font-family': 'Arial' };
const TITLE = { 'fo:font-size': '16pt', 'fo:font-weight': 'bold' };
const LINK = { 'fo:color': '#0b4ba0', 'style:text-underline-style': 'solid' };
const BOLD = { 'fo:font-weight': 'bold' };
const WRAPS = { 'fo:wrap-option': 'wrap' };
const BELOW = { 'fo:border-bottom': '0.75pt solid #000000' };
const RIGHT = { 'fo:text-align': 'end' };

/** Kinds of number format of the part; `text` takes whatever is typed as words. */
const FORMAT = {
  text: 'as_text',
  'whole numbers': 'whole_numbers',
  'one decimal': 'one_decimal',
  'two decimals': 'two_decimals',
  percent: 'percent_format',
} as const;

interface Style {
  readonly named?: string;
  readonly format?: string;
  readonly cell?: Attributes;
  readonly paragraph?: Attributes;
  readonly text?: Attributes;
}

/** The names of styles in the file; the applications show a heading of the first level by this one. */
const HEADING = 'Heading_20_1';

const STYLES: Readonly<Record<Look, Style>> = {
  title: { named: HEADING },
  line: {},
  paragraph: { cell: WRAPS },
  heading: { cell: { ...WRAPS, ...BELOW }, text: BOLD },
  'number heading': { cell: { ...WRAPS, ...BELOW }, paragraph: RIGHT, text: BOLD },
  link: { text: LINK },
  symbol: { cell: WRAPS, paragraph: RIGHT },
  words: { cell: WRAPS },
  'whole numbers': { format: FORMAT['whole numbers'] },
  'one decimal': { format: FORMAT['one decimal'] },
  'two decimals': { format: FORMAT['two decimals'] },
  percent: { format: FORMAT.percent },
};

/** The name of a cell's style; words that look like a formula have one that keeps them words when typed anew. */
export function styleOf(look: Look, guarded: boolean): string {
  return `${look.replaceAll(' ', '_')}${guarded ? '_typed' : ''}`;
}

/** The styles that cells have themselves, with the number formats they name. */
export function cellStyles(): string {
  const number = (digits: number) =>
    element('number:number', {
      'number:decimal-places': digits,
      'number:min-decimal-places': digits,
      'number:min-integer-digits': 1,
      'number:grouping': 'true',
    });
  const kind = (name: string, format: string, ...content: string[]) =>
    element(`number:${name}`, { 'style:name': format }, ...content);
  const percent = element('number:text', {}, escaped('%'));
  return [
    kind('text-style', FORMAT.text, element('number:text-content')),
    kind('number-style', FORMAT['whole numbers'], number(0)),
    kind('number-style', FORMAT['one decimal'], number(1)),
    kind('number-style', FORMAT['two decimals'], number(2)),
    kind('percentage-style', FORMAT.percent, number(1), percent),
    ...LOOKS.flatMap((look) => [
      cellStyle(styleOf(look, false), STYLES[look]),
      cellStyle(styleOf(look, true), { ...STYLES[look], format: FORMAT.text }),
    ]),
  ].join('');
}

function cellStyle(name: string, { named, format, cell, paragraph, text }: Style): string {
  const properties = (kind: string, attributes: Attributes | undefined) =>
    attributes ? element(`style:${kind}-properties`, attributes) : '';
  // Without this, words would stand on the side that the application thinks fit.
  const side = paragraph ? { 'style:text-align-source': 'fix' } : undefined;
  return element(
    'style:style',
    {
      'style:name': name,
      'style:family': 'table-cell',
      'style:parent-style-name': named ?? 'Default',
      'style:data-style-name': format,
    },
    properties('table-cell', cell || side ? { ...cell, ...side } : undefined),
    properties('paragraph', paragraph),
    properties('text', text),
  );
}

/** The styles that all cells rest on, in British English, and the page: A4 across, as wide as the table. */
export function stylesPart(): string {
  const language = { 'fo:language': 'en', 'fo:country': 'GB' };
  const named = (name: string, shown: string, parent: string | undefined, ...content: string[]) =>
    element(
      'style:style',
      {
        'style:name': name,
        'style:display-name': shown,
        'style:family': 'table-cell',
        'style:parent-style-name': parent,
      },
      ...content,
    );
  const page = {
    'fo:page-width': '29.7cm',
    'fo:page-height': '21cm',
    'style:print-orientation': 'landscape',
    'fo:margin': '1.3cm',
    'style:scale-to-X': 1,
  };
  return xmlDocument(
    element(
      'office:document-styles',
      ROOT,
      fontFaces(),
      element(
        'office:styles',
        {},
        element(
          'style:default-style',
          { 'style:family': 'table-cell' },
          element('style:text-properties', { ...FONT, 'fo:font-size': '12pt', ...language }),
        ),
        named(
          'Default',
          'Default',
          undefined,
          element('style:table-cell-properties', { 'style:vertical-align': 'top' }),
        ),
        named(HEADING, 'Heading 1', 'Default', element('style:text-properties', TITLE)),
      ),
      element(
        'office:automatic-styles',
        {},
        element(
          'style:page-layout',
          { 'style:name': 'page' },
          element('style:page-layout-properties', page),
        ),
      ),
      element(
        'office:master-styles',
        {},
        element('style:master-page', { 'style:name': 'Default', 'style:page-layout-name': 'page' }),
      ),
    ),
  );
}

/** What `style:font-name` refers to, in each part that does. */
export function fontFaces(): string {
  const arial = {
    'style:name': 'Arial',
    'svg:font-family': 'Arial',
    'style:font-family-generic': 'swiss',
  };
  return element('office:font-face-decls', {}, element('style:font-face', arial));
}
