import type { ReportPurpose, SectionDefinition } from '../definition';
import type { ReportTemplate } from '../templates';

interface Outline {
  readonly id: string;
  readonly label: string;
  readonly use: string;
  readonly title: string;
  readonly subtitle: string;
  readonly purpose: ReportPurpose;
  /** What was done since is for the authority to write. */
  readonly sections: readonly (Omit<SectionDefinition, 'since'> & {
    readonly question: string;
    readonly quality: string;
  })[];
}

/** A template of evidence: of the whole county, under the profile of inspections, held against last year. */
export function evidenceTemplate({
  id,
  label,
  use,
  title,
  subtitle,
  purpose,
  sections,
}: Outline): ReportTemplate {
  return {
    ...{ id, label, use, takesDistrict: false },
    definition: {
      ...{ format: 'waymark-report', version: 1, title, subtitle, purpose },
      ...{ profile: 'inspection', evidence: id },
      view: { year: 'latest', districts: [], groups: {} },
      comparator: 'last_year',
      sections: sections.map((section) => ({ ...section, since: '' })),
    },
  };
}
