import { LOOKS, type Look } from './looks';
import { MAIN } from './xlsx_names';
import { element, xmlDocument, type Attributes } from './xml';

/** Places in the lists of the part. */
const FONT = { plain: 0, title: 1, bold: 2, link: 3 } as const;
const BORDER = { none: 0, below: 1 } as const;
const NAMED = { normal: 0, heading: 1, link: 2 } as const;
/** Built in (ECMA-376 part 1, 18.8.30), or from 164 of our own. */
const FORMAT = {
  general: 0,
  thousands: 3,
  twoDecimals: 4,
  text: 49,
  oneDecimal: 164,
  percent: 165,
};

interface Style {
  readonly font?: number;
  readonly border?: number;
  readonly named?: number;
  readonly format?: number;
  readonly wraps?: boolean;
  readonly right?: boolean;
}

const STYLES: Readonly<Record<Look, Style>> = {
  title: { font: FONT.title, named: NAMED.heading },
  line: {},
  paragraph: { wraps: true },
  heading: { font: FONT.bold, border: BORDER.below, wraps: true },
  'number heading': { font: FONT.bold, border: BORDER.below, wraps: true, right: true },
  link: { font: FONT.link, named: NAMED.link },
  symbol: { right: true, wraps: true },
  words: { wraps: true },
  'whole numbers': { format: FORMAT.thousands },
  'one decimal': { format: FORMAT.oneDecimal },
  'two decimals': { format: FORMAT.twoDecimals },
  percent: { format: FORMAT.percent },
};

/** The place of a cell's style: each look has one, followed by the same for words that look like a formula. */
export function styleOf(look: Look, guarded: boolean): number {
  return 1 + 2 * LOOKS.indexOf(look) + (guarded ? 1 : 0);
}

export function stylesPart(): string {
  return xmlDocument(
    element(
      'styleSheet',
      { xmlns: MAIN },
      list('numFmts', [
        element('numFmt', { numFmtId: FORMAT.oneDecimal, formatCode: '#,##0.0' }),
        element('numFmt', { numFmtId: FORMAT.percent, formatCode: '0.0%' }),
      ]),
      list('fonts', [
        font(12),
        font(16, element('b')),
        font(12, element('b')),
        font(12, element('u'), '0B4BA0'),
      ]),
      // Both are fixed by the format.
      list('fills', [
        element('fill', {}, element('patternFill', { patternType: 'none' })),
        element('fill', {}, element('patternFill', { patternType: 'gray125' })),
      ]),
      list('borders', [border(), border({ style: 'thin' })]),
      list('cellStyleXfs', [format({}), format({ font: FONT.title }), format({ font: FONT.link })]),
      list('cellXfs', [
        format({}, NAMED.normal),
        ...LOOKS.flatMap((look) => {
          const style = STYLES[look];
          const named = style.named ?? NAMED.normal;
          return [format(style, named), format({ ...style, format: FORMAT.text }, named, true)];
        }),
      ]),
      list('cellStyles', [
        element('cellStyle', { name: 'Normal', xfId: NAMED.normal, builtinId: 0 }),
        element('cellStyle', { name: 'Heading 1', xfId: NAMED.heading, builtinId: 16 }),
        element('cellStyle', { name: 'Hyperlink', xfId: NAMED.link, builtinId: 8 }),
      ]),
    ),
  );
}

const list = (name: string, items: readonly string[]) =>
  element(name, { count: items.length }, ...items);

/** @param emphasis the element for bold or for underlined */
function font(size: number, emphasis = '', colour = '000000'): string {
  return element(
    'font',
    {},
    emphasis,
    element('sz', { val: size }),
    element('color', { rgb: `FF${colour}` }),
    element('name', { val: 'Arial' }),
    element('family', { val: 2 }),
  );
}

function border(bottom: Attributes = {}): string {
  const sides = ['left', 'right', 'top'].map((side) => element(side));
  const line = bottom.style === undefined ? '' : element('color', { rgb: 'FF000000' });
  return element('border', {}, ...sides, element('bottom', bottom, line), element('diagonal'));
}

/** @param named of a cell: the named style it rests on; a named style rests on none */
function format(style: Style, named?: number, guarded = false): string {
  const numFmtId = style.format ?? FORMAT.general;
  const alignment = {
    horizontal: style.right ? 'right' : undefined,
    vertical: 'top',
    wrapText: style.wraps ? 1 : undefined,
  };
  return element(
    'xf',
    {
      numFmtId,
      fontId: style.font ?? FONT.plain,
      fillId: 0,
      borderId: style.border ?? BORDER.none,
      xfId: named,
      quotePrefix: guarded ? 1 : undefined,
      applyNumberFormat: numFmtId === FORMAT.general ? undefined : 1,
      applyFont: 1,
      applyBorder: style.border === undefined ? undefined : 1,
      applyAlignment: 1,
    },
    element('alignment', alignment),
  );
}
