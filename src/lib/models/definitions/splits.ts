import { characteristics } from '../../measures/characteristics';
import type { CharacteristicId } from '../../measures/measure';
import type { ModelChoice } from '../model';

/** Characteristics that the marts of spells and people carry, by which a model can be split. */
const splits = [
  'sex',
  'sen',
  'free_school_meals',
  'deprivation',
  'ethnic_group',
  'district',
] as const;

/** A choice of the characteristic by which groups are told apart; everybody together at first. */
export const splitChoice: ModelChoice = {
  id: 'by',
  label: 'By',
  options: [
    { value: 'everybody', label: 'everybody together' },
    ...splits.map((id) => ({ value: id, label: characteristics[id].label.toLowerCase() })),
  ],
  initial: 'everybody',
};

/** The chosen characteristic as a column of SQL; only the listed names ever reach the text. */
export function splitColumn(chosen: string | number | undefined): string {
  const id = splits.find((each) => each === chosen);
  return id === undefined ? "'everybody'" : `${id}::varchar`;
}

/** The dimension whose codes the groups are; null where everybody is together. */
export function splitDimension(chosen: string | number | undefined): CharacteristicId | null {
  return splits.find((each) => each === chosen) ?? null;
}
