import Papa from 'papaparse';
import { catalogue } from '$lib/measures/catalogue';
import { models } from '$lib/models/catalogue';

/** The catalogue of measures as CSV or JSON, with definition, source and SQL. */
export function catalogueText(format: 'csv' | 'json'): string {
  const entries = catalogue.map(
    ({
      id,
      label,
      chapter,
      definition,
      source,
      kind,
      unit,
      dimensions,
      periodBases,
      caveats,
      sql,
    }) => ({
      id,
      label,
      chapter,
      definition,
      source,
      kind,
      unit,
      dimensions,
      periods: periodBases,
      caveats,
      sql,
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

/** The catalogue of models as JSON: question, method, source, caveats and what can be chosen. */
export function modelsText(): string {
  const entries = models.map(({ id, label, question, method, source, caveats, choices }) => ({
    id,
    label,
    question,
    method,
    source,
    caveats,
    choices,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
