// A report is handed on: nobody may be named in what was written for it, on the page or by command.
import { expect, test } from 'vitest';
import { RequestError } from '$lib/measures/request';
import type { ReportDefinition, SectionDefinition } from '$lib/reports/definition';
import { refuseIdentifiers } from '$lib/reports/names_nobody';
import { runReport } from '$lib/reports/run_report';
import { templates } from '$lib/reports/templates';

const pupil = 'H801200001001';
const clean = templates[0]!.definition;
const withSecond = (part: Partial<SectionDefinition>): ReportDefinition => ({
  ...clean,
  sections: clean.sections.map((each, index) => (index === 1 ? { ...each, ...part } : each)),
});

test('templates name nobody', () => {
  for (const { definition } of templates) expect(() => refuseIdentifiers(definition)).not.toThrow();
});

test.each(['title', 'question', 'commentary', 'quality', 'since'])(
  'an identifier in the %s of a section is refused, and not said again',
  (part) => {
    const definition = withSecond({ [part]: `About ${pupil}.` });
    expect(() => refuseIdentifiers(definition)).toThrow(/^Section 2 holds/);
    expect(() => refuseIdentifiers(definition)).not.toThrow(pupil);
  },
);

test('so is one in the title or the subtitle of the report, before anything is asked', async () => {
  for (const part of ['title', 'subtitle']) {
    const definition = { ...clean, [part]: `Report on ${pupil}` };
    const unasked = {} as Parameters<typeof runReport>[1];
    await expect(runReport(definition, unasked, { made: '2025-09-01T00:00:00Z' })).rejects.toThrow(
      RequestError,
    );
  }
});
