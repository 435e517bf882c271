import { makeFindings, type Findings } from '../disclosure/findings';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { named } from '../engine/sql';
import type { Calculator } from './calculator';
import type { InputRow, Model, ModelParameters, ModelSettings, Watch } from './model';

/** Asks the marts a model's questions, one after the other, and works the model out. */
export async function find(
  engine: Engine,
  calculator: Calculator,
  model: Model,
  parameters: ModelParameters,
  settings: ModelSettings,
  watch: Watch & AskOptions = {},
): Promise<Findings> {
  const inputs: Record<string, readonly InputRow[]> = {};
  for (const [name, text] of Object.entries(model.inputs(settings))) {
    const query = named(text, { ...parameters });
    inputs[name] = openRows<InputRow>(await engine.ask(query, watch));
  }
  return makeFindings(await calculator.calculate(model.id, inputs, settings, watch));
}

/** The settings of a model with what the reader chose; what is left out, or is not offered, stays as it was. */
export function settingsOf(model: Model, chosen: ModelSettings = {}): ModelSettings {
  return Object.fromEntries(
    model.choices.map(({ id, options, from, to, initial }) => {
      const value = chosen[id];
      const isOffered =
        options === undefined
          ? typeof value === 'number' && value >= (from ?? -Infinity) && value <= (to ?? Infinity)
          : options.some((option) => option.value === value);
      return [id, value !== undefined && isOffered ? value : initial];
    }),
  );
}
