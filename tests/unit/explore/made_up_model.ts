import type { SafeFindings } from '$lib/disclosure/safe_findings';
import type { Model } from '$lib/models/model';

/** A model that exists in tests only. */
export const madeUpModel = {
  id: 'made_up',
  label: 'Made up',
  question: 'How many would there be?',
  method: 'Two numbers are added.',
  source: 'A textbook of sums',
  caveats: ['It says nothing of tomorrow.'],
  needs: ['people', ['attendance', 'attendance_totals']],
  choices: [
    {
      id: 'service',
      label: 'Service',
      options: [
        { value: 'early_help', label: 'Early Help' },
        { value: 'housing', label: 'Housing' },
      ],
      initial: 'early_help',
    },
    { id: 'places', label: 'Places', from: 0, to: 500, initial: 100 },
  ],
  inputs: () => ({}),
  coveredBy: 'activities',
} as unknown as Model;

function brand(findings: unknown): asserts findings is SafeFindings {
  if (typeof findings !== 'object') throw new TypeError('no findings');
}

/** Findings as disclosure control would hand them over. */
export function madeUpFindings(): SafeFindings {
  const findings: unknown = {
    status: 'ok',
    because: null,
    sentences: ['There would be 12.'],
    tables: [
      {
        id: 'groups',
        title: 'By group',
        columns: [
          { id: 'group', label: 'Group', kind: 'text' },
          { id: 'share', label: 'Share', kind: 'percent' },
        ],
        rows: [
          {
            words: { group: 'One' },
            numbers: { share: { value: 0.5, status: 'ok' } },
            status: 'ok',
          },
          {
            words: { group: 'Two' },
            numbers: { share: { value: null, status: 'c' } },
            status: 'c',
          },
        ],
        note: null,
      },
    ],
    assumptions: ['That sums add up.'],
    policy: { name: 'test', threshold: 5, roundingBase: null },
  };
  brand(findings);
  return findings;
}
