import { academicYearOf } from '../measures/period';
import type { Coverage } from '../marts/coverage';
import type { Model, ModelParameters } from '../models/model';
import { RequestError } from '../measures/request';

/** The latest year and month that the extracts behind a model hold. */
export function modelParameters(
  { label, coveredBy }: Pick<Model, 'label' | 'coveredBy'>,
  coverage: Coverage,
  extractDate: string | null,
): ModelParameters {
  const months = coveredBy === 'involvements' ? coverage.serviceMonths : coverage.activityMonths;
  const year = coverage.absenceYears.at(-1) ?? null;
  const month =
    coveredBy === 'attendance' && year !== null ? `${year + 1}-07-01` : (months.at(-1) ?? null);
  if (month === null || extractDate === null) {
    throw new RequestError(`The extracts hold no period of ${label}.`);
  }
  return { academic_year: year ?? academicYearOf(month), month, extract_date: extractDate };
}
