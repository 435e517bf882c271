import { readFile } from 'node:fs/promises';
import { kent } from '$lib/county/kent';
import { RequestError } from '$lib/measures/request';
import type { ReportDefinition } from '$lib/reports/definition';
import { evidenceTemplates } from '$lib/reports/evidence_templates';
import { faultsInWords, readDefinition } from '$lib/reports/read_definition';
import { definitionOf, ofDistrict, templates } from '$lib/reports/templates';

export type DefinitionFrom = { readonly template: string } | { readonly definition: string };

/** Every template, those of evidence last. */
export const allTemplates = [...templates, ...evidenceTemplates];

/**
 * The definition that is asked for, about one district where one is named. Throws a `RequestError` for a template that
 * there is not, and a file that is no definition.
 */
export async function definitionFor(
  from: DefinitionFrom,
  district: string | null,
): Promise<ReportDefinition> {
  return 'template' in from
    ? definitionOf(templateNamed(from.template), district, kent)
    : await definitionIn(from.definition, district);
}

function templateNamed(name: string) {
  const found = allTemplates.find(({ id }) => id === name);
  if (found) return found;
  const all = allTemplates.map(({ id }) => id).join(', ');
  throw new RequestError(`There is no template "${name}". There are: ${all}.`);
}

async function definitionIn(file: string, district: string | null): Promise<ReportDefinition> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new RequestError(`The definition ${file} cannot be read: ${(error as Error).message}.`);
  });
  const districts = kent.districts.map(({ code }) => code);
  const { definition, faults } = readDefinition(text, districts);
  if (definition === null)
    throw new RequestError(`The definition ${file} is not right.\n${faultsInWords(faults)}`);
  return district === null ? definition : ofDistrict(definition, district, kent);
}
