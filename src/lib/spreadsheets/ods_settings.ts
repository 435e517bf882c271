import { ROOT } from './ods_names';
import type { Sheet } from './sheets';
import { element, xmlDocument } from './xml';

/** How each sheet is shown first: cell A1 chosen, rows held in sight where the sheet says so; the cover in front. */
export function settingsPart(sheets: readonly Sheet[]): string {
  return xmlDocument(
    element(
      'office:document-settings',
      ROOT,
      element(
        'office:settings',
        {},
        element(
          'config:config-item-set',
          { 'config:name': 'ooo:view-settings' },
          element(
            'config:config-item-map-indexed',
            { 'config:name': 'Views' },
            element(
              'config:config-item-map-entry',
              {},
              item('ViewId', 'string', 'view1'),
              element(
                'config:config-item-map-named',
                { 'config:name': 'Tables' },
                ...sheets.map(viewOf),
              ),
              item('ActiveTable', 'string', sheets[0]?.name ?? ''),
            ),
          ),
        ),
      ),
    ),
  );
}

function viewOf({ name, frozen }: Sheet): string {
  return element(
    'config:config-item-map-entry',
    { 'config:name': name },
    item('CursorPositionX', 'int', 0),
    item('CursorPositionY', 'int', 0),
    item('HorizontalSplitMode', 'short', 0),
    // 2 is frozen, 0 not split.
    item('VerticalSplitMode', 'short', frozen > 0 ? 2 : 0),
    item('HorizontalSplitPosition', 'int', 0),
    item('VerticalSplitPosition', 'int', frozen),
    // The part with the table, counted from the top left in rows of two.
    item('ActiveSplitRange', 'short', 2),
    item('PositionLeft', 'int', 0),
    item('PositionRight', 'int', 0),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', frozen),
  );
}

const item = (name: string, type: string, value: string | number) =>
  element('config:config-item', { 'config:name': name, 'config:type': type }, String(value));
