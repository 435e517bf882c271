import type { Column } from '../contract/table';

/** What a column may hold, as the person who writes the extract needs to know it. */
export function holdsInWords(column: Column): string {
  switch (column.type) {
    case 'person':
    case 'parent':
      return 'pseudonym: an integer, or text of at most 64 characters';
    case 'school':
      return 'integer (URN)';
    case 'district':
      return 'text (GSS code)';
    case 'date':
      return 'DATE';
    case 'month':
      return 'DATE, the first of a month';
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return `integer${rangeInWords(column)}${column.textAllowed ? ', or the same as text' : ''}`;
    case 'number':
      return 'number';
    case 'code':
      return 'text, a code of a list';
    case 'text':
      return column.pattern ? 'text of a fixed shape' : 'text';
  }
}

function rangeInWords({ min, max, values }: Column): string {
  if (values) return ', a code of a list';
  if (min === undefined && max === undefined) return '';
  const sign = (value: number): string => String(value).replace('-', '−');
  if (max === undefined) return ` from ${sign(min ?? 0)}`;
  return min === undefined ? ` up to ${sign(max)}` : ` from ${sign(min)} to ${sign(max)}`;
}

/** Whether a file may lack the column, and its cells a value. */
export function requiredInWords({ required, mayBeEmpty }: Column): string {
  if (!required) return 'optional';
  return mayBeEmpty ? 'required, may be empty' : 'required';
}

/** The codes of a column that has a list; empty for any other. */
export function codesOf({ codes, values }: Column): readonly string[] {
  return codes ?? values?.map(String) ?? [];
}
