import { makeFindings, type Findings } from '../disclosure/findings';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { named } from '../engine/sql';
import { martsReadBy } from '../marts/mart_keeper';
import type { Coverage } from '../marts/coverage';
import { measureNamed } from '../measures/catalogue';
import { countRows } from '../measures/count';
import { periodsCovered } from '../measures/covered';
import { martsOf } from '../measures/marts_of';
import type { Measure } from '../measures/measure';
import { periodText } from '../measures/period';
import type { Calculator } from './calculator';
import type { InputRow, Model, ModelParameters, ModelQuestion, ModelSettings } from './model';
import type { ModelRun } from './model_run';

/** Asks the marts a model's questions, one after the other, and works the model out. */
export async function find(
  engine: Engine,
  calculator: Calculator,
  model: Model,
  { parameters, coverage }: { readonly parameters: ModelParameters; readonly coverage: Coverage },
  settings: ModelSettings,
  options: ModelRun & AskOptions = {},
): Promise<Findings> {
  const inputs: Record<string, readonly InputRow[]> = {};
  for (const [name, question] of Object.entries(model.inputs(settings))) {
    inputs[name] =
      'sql' in question
        ? openRows<InputRow>(await engine.ask(named(question.sql, { ...parameters }), options))
        : await countsFor(engine, question, coverage, options);
  }
  return makeFindings(await calculator.calculate(model.id, inputs, settings, options));
}

/** The marts that a model reads with these settings, by name. */
export function martsOfModel(model: Model, settings: ModelSettings): string[] {
  return Object.values(model.inputs(settings)).flatMap((question) =>
    'sql' in question ? martsReadBy(question.sql) : martsOf(measureOf(question)),
  );
}

/** The settings of a model with what the reader chose; what is left out, or is not offered, stays as it was. */
export function settingsOf(model: Model, chosen: ModelSettings = {}): ModelSettings {
  return Object.fromEntries(
    model.choices.map(({ id, options, from = -Infinity, to = Infinity, initial }) => {
      const value = chosen[id];
      const isOffered =
        options === undefined
          ? typeof value === 'number' && value >= from && value <= to
          : options.some((option) => option.value === value);
      return [id, value !== undefined && isOffered ? value : initial];
    }),
  );
}

type MeasureQuestion = Exclude<ModelQuestion, { readonly sql: string }>;

async function countsFor(
  engine: Engine,
  question: MeasureQuestion,
  coverage: Coverage,
  options: AskOptions,
): Promise<InputRow[]> {
  const measure = measureOf(question);
  const covered = periodsCovered(measure, coverage, question.basis).map(periodText);
  const periods = question.latest === true ? covered.slice(-1) : covered;
  const { by = [], where = {} } = question;
  const { rows } = await countRows(
    engine,
    measure,
    { measure: measure.id, periods, by, where },
    () => true,
    options,
  );
  return rows.map(({ period, keys, numerator, denominator }) => ({
    period,
    ...keys,
    numerator,
    denominator,
  }));
}

function measureOf({ measure: id }: MeasureQuestion): Measure {
  const measure = measureNamed(id);
  if (!measure) throw new RangeError(`There is no measure "${id}".`);
  return measure;
}
