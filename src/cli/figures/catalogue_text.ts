import Papa from 'papaparse';
import { catalogue } from '$lib/measures/catalogue';

/** The catalogue of measures as CSV or JSON: id, label, definition, source, unit, dimensions, period bases. */
export function catalogueText(format: 'csv' | 'json'): string {
  const entries = catalogue.map(
    ({ id, label, definition, source, unit, dimensions, periodBases, caveats }) => ({
      id,
      label,
      definition,
      source,
      unit,
      dimensions,
      periods: periodBases,
      caveats,
    }),
  );
  if (format === 'json') return `${JSON.stringify(entries, null, 2)}\n`;
  const rows = entries.map(({ caveats: _, dimensions, periods, ...entry }) => ({
    ...entry,
    dimensions: dimensions.join(' '),
    periods: periods.join(' '),
  }));
  return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}
