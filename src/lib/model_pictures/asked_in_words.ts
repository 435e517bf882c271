import type { Model, ModelSettings } from '../models/model';

/** "Of: NEET; by: sex": what the reader chose, less the numbers left as they were. */
export function askedInWords(
  { choices }: Pick<Model, 'choices'>,
  settings: ModelSettings | undefined,
): string {
  if (settings === undefined) return '';
  const said = choices.flatMap(({ id, label, options, initial }) => {
    const chosen = settings[id] ?? initial;
    if (options === undefined) return chosen === initial ? [] : `${label}: ${chosen}`;
    const option = options.find(({ value }) => value === chosen);
    return option === undefined ? [] : `${label}: ${option.label}`;
  });
  return said
    .map((part, at) => (at === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join('; ');
}
