import { dimensions } from '../measures/dimensions';
import type { Chapter, Measure } from '../measures/measure';
import type { Model } from '../models/model';

/** Texts as a search looks through them: in small letters, underscores as spaces. */
function searchable(texts: readonly string[]): string {
  return texts.join('\n').toLowerCase().replaceAll('_', ' ');
}

/** The words of a search as it is typed. */
export function wordsOf(query: string): readonly string[] {
  return searchable([query])
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether every word occurs somewhere, also within a longer word. */
export function matchesWords(words: readonly string[], searched: string): boolean {
  return words.every((word) => searched.includes(word));
}

/** What a search for a measure looks through: label, id, definition, source and dimensions. */
export function searchedOf(measure: Measure): string {
  return searchable([
    measure.label,
    measure.id,
    measure.definition,
    measure.source,
    ...measure.dimensions.flatMap((id) => [id, dimensions[id].label]),
  ]);
}

/** What a search for a model looks through. */
export function searchedOfModel(model: Model): string {
  return searchable([model.label, model.id, model.question, model.method, model.source]);
}

/** The measures that a search finds, by chapter; a chapter without any is left out. */
export function foundByChapter(
  measures: readonly Measure[],
  query: string,
): readonly { readonly chapter: Chapter; readonly measures: readonly Measure[] }[] {
  const words = wordsOf(query);
  const found = measures.filter((measure) => matchesWords(words, searchedOf(measure)));
  return [...new Set(found.map(({ chapter }) => chapter))].map((chapter) => ({
    chapter,
    measures: found.filter((measure) => measure.chapter === chapter),
  }));
}

/** The models that a search finds. */
export function foundModels(models: readonly Model[], query: string): readonly Model[] {
  const words = wordsOf(query);
  return models.filter((model) => matchesWords(words, searchedOfModel(model)));
}
