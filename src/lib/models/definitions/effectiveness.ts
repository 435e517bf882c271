import type { Model } from '../model';
import { actionNamed, actions, treatmentOf } from './effectiveness_actions';
import { comparedOutcomes } from './effectiveness_outcomes';
import { matchedGroups } from './effectiveness_sql';

export const effectivenessModel: Model = {
  id: 'effectiveness',
  label: 'What changed after a service or an action began',
  question:
    'Did absence, suspensions or being NEET change more than among like people who had none?',
  method:
    'Coarsened exact matching: people are compared in the same weeks, term or month with people who had none of it in all that time and who are alike in absence or NEET before, stage, sex, special educational needs, free school meals and third of districts. The change of the one less the change of the other, with a 95 % interval that lets pupils of one school be alike; the same for an equal time before anything began, where there should be no difference; and the difference by how much of it there was. Refused where fewer than 30 of either are matched or the matched still differ beforehand.',
  source:
    'Iacus, King and Porro (2012); Abadie and Imbens (2006); Liang and Zeger (1986); Rubin (2001)',
  caveats: [
    'Nobody was chosen at random: people who get a service differ from those who do not in ways the extracts do not hold.',
    'Services and notices come when things are at their worst, and would partly have got better without.',
    'Only the first start of each person with registers on either side is in it.',
  ],
  needs: ['people', ['involvements', 'enforcements'], ['attendance', 'activities']],
  choices: [
    { id: 'action', label: 'After', options: actions, initial: 'attendance_casework' },
    {
      id: 'outcome',
      label: 'What changed',
      options: Object.entries(comparedOutcomes).map(([value, { label }]) => ({ value, label })),
      initial: 'absence',
    },
  ],
  coveredBy: 'attendance',
  inputs: ({ action, outcome }) => {
    const { windows, matchedOn } =
      comparedOutcomes[String(outcome)] ?? comparedOutcomes['absence']!;
    const columns = matchedOn.map(({ column }) => column);
    const { value } = actionNamed(action);
    return { groups: { sql: matchedGroups({ ...windows, columns }, treatmentOf(value)) } };
  },
};
