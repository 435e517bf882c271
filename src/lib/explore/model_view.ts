import type { Model, ModelChoice, ModelSettings } from '../models/model';

/** What the reader looks at on the Models page. The whole of it is in the URL fragment. */
export interface ModelView {
  readonly model: string;
  /** What was chosen otherwise than it is at first. */
  readonly settings: ModelSettings;
}

const version = '1';
/** Before the name of a setting, so that none is taken for the model's own name. */
const prefix = 'set.';

/** A setting as the model takes it; null when it is not offered. */
export function settingFrom(choice: ModelChoice, text: string): string | number | null {
  if (choice.options) {
    return choice.options.some(({ value }) => value === text) ? text : null;
  }
  const value = text.trim() === '' ? NaN : Number(text);
  const { from = -Infinity, to = Infinity } = choice;
  return Number.isFinite(value) && value >= from && value <= to ? value : null;
}

/** Every setting of a model: what was chosen, else what it is at first. */
export function settingsWith(model: Model, chosen: ModelSettings): ModelSettings {
  return Object.fromEntries(model.choices.map(({ id, initial }) => [id, chosen[id] ?? initial]));
}

/** The view as a URL fragment without `#`; what is as it is at first is not written. */
export function modelViewToFragment(view: ModelView, models: readonly Model[]): string {
  const model = models.find(({ id }) => id === view.model);
  const fields: [string, string][] = [];
  if (view.model !== models[0]?.id) fields.push(['model', view.model]);
  for (const { id, initial } of model?.choices ?? []) {
    const value = view.settings[id];
    if (value !== undefined && value !== initial) fields.push([`${prefix}${id}`, String(value)]);
  }
  if (fields.length === 0) return '';
  return new URLSearchParams([['v', version], ...fields]).toString();
}

/**
 * Reads a fragment, with or without `#`. What it names wrongly is left out, and a note in plain words
 * says so. Null when there is no model at all.
 */
export function modelViewFromFragment(
  fragment: string,
  models: readonly Model[],
): { view: ModelView; model: Model; notes: readonly string[] } | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const notes: string[] = [];
  if ((fields.get('v') ?? version) !== version) {
    notes.push(
      'The link was made by another version of Waymark; parts of its view may be missing.',
    );
  }
  const id = fields.get('model') || null;
  const model = models.find((each) => each.id === id) ?? models[0];
  if (!model) return null;
  if (id !== null && model.id !== id) {
    notes.push(`The link asks for the model “${id}”, which does not exist here; it was left out.`);
  }
  const settings: Record<string, string | number> = {};
  for (const [field, text] of fields) {
    if (!field.startsWith(prefix)) continue;
    const choice = model.choices.find((each) => `${prefix}${each.id}` === field);
    const value = choice ? settingFrom(choice, text) : null;
    if (choice && value !== null) {
      if (value !== choice.initial) settings[choice.id] = value;
    } else {
      const name = choice?.label ?? field.slice(prefix.length);
      notes.push(
        `The link sets “${name}” to “${text}”, which ${model.label} does not offer; it was left out.`,
      );
    }
  }
  return { view: { model: model.id, settings }, model, notes };
}
