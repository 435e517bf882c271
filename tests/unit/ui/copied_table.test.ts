import { expect, test } from 'vitest';
import { copiedTable } from '$lib/ui/copied_table';
import type { TableModel } from '$lib/ui/table';

const model: TableModel = {
  caption: 'Absence by <school>',
  columns: [
    { id: 'school', label: 'School', kind: 'text' },
    { id: 'value', label: 'Rate', kind: 'percent' },
  ],
  rows: [
    { key: 'a', cells: ['=A & B', { value: 0.264, status: 'ok' }] },
    { key: 'b', cells: ['Hill\tTop', { value: null, status: 'c' }] },
  ],
};
const { text, html } = copiedTable(model, ['Made by hand.']);

test('a table is copied as it stands on the screen, with what its symbols mean and what goes with it', () => {
  expect(text.replaceAll('\u00a0', ' ')).toBe(
    [
      'Absence by <school>',
      '',
      'School\tRate',
      `"'=A & B"\t26.4 %`,
      '"Hill\tTop"\t[c]',
      '',
      '[c]: hidden to protect people, because few are counted.',
      'Made by hand.',
      '',
    ].join('\n'),
  );
});

test('in the table for programs that take one, what is written is text and nothing else', () => {
  expect(html).toContain('<caption>Absence by &lt;school&gt;</caption>');
  expect(html).toContain('<td>=A &amp; B</td>');
  expect(html.match(/<tr>/g)).toHaveLength(3);
  expect(html).not.toContain('<school>');
  expect(html).toContain('<p>Made by hand.</p>');
});
