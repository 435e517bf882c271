import { keptApart, type Purpose } from '../contract/purpose';
import { tables } from '../contract/tables';
import { martsBehind } from '../marts/mart_keeper';
import { measureNamed } from '../measures/catalogue';
import { columnBehind } from '../measures/needs';
import type { DimensionId } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import { modelNamed } from '../models/catalogue';
import { settingsOf } from '../models/find';
import type { ModelSettings } from '../models/model';

/** The purposes kept apart whose tables a figure rests on: what its measure needs, and what it is split or filtered by. */
export function purposesOfFigure({ measure: id, by, where }: FigureRequest): readonly Purpose[] {
  const dimensions = [...by, ...(Object.keys(where) as DimensionId[])];
  return purposesOfTables([
    ...(measureNamed(id)?.needs.flat() ?? []),
    ...dimensions.flatMap((dimension) => columnBehind[dimension]?.[0] ?? []),
  ]);
}

/**
 * The same of what a model finds. What its questions read is followed down to the tables, for its settings decide which
 * of the tables that it may need it asks.
 */
export function purposesOfModel(id: string, chosen: ModelSettings = {}): readonly Purpose[] {
  const model = modelNamed(id);
  if (!model) return [];
  const asked = Object.values(model.inputs(settingsOf(model, chosen)));
  return keptApart.filter((purpose) =>
    asked.some((question) =>
      'sql' in question
        ? purposesOfTables(tablesBehind(question.sql)).includes(purpose)
        : purposesOfFigure({ by: [], where: {}, ...question, periods: [] }).includes(purpose),
    ),
  );
}

/** The tables that a SQL text reads in the end, by way of marts. */
export function tablesBehind(sql: string): readonly string[] {
  const read = martsBehind(sql);
  return tables.map(({ name }) => name).filter((name) => read.has(`loaded_${name}`));
}

function purposesOfTables(names: readonly string[]): readonly Purpose[] {
  return keptApart.filter((purpose) =>
    tables.some((table) => table.purpose === purpose && names.includes(table.name)),
  );
}
