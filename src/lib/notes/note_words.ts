import { measureNamed } from '../measures/catalogue';
import { viewInWords } from '../pins/request_words';
import { formatDate, formatMonth } from '../ui/format';
import type { Places } from '../words/places';
import type { NoteAbout, NumberedNote } from './note';

/** A month or a day in words: "November 2024", "15 November 2024". */
export function timeInWords(on: string): string {
  return on.length === 7 ? formatMonth(on) : formatDate(on);
}

/** A note as it stands under a chart, after its number: "November 2024: a code changed." */
export function noteInWords({ on, text }: Pick<NumberedNote, 'on' | 'text'>): string {
  return on === null ? text : `${timeInWords(on)}: ${text}`;
}

/** What a note is about: "Persistent absence, November 2024". */
export function aboutInWords({ figure, on }: NoteAbout, places: Places): string {
  const of =
    figure === null
      ? 'Every figure'
      : [
          measureNamed(figure.measure)?.label ?? figure.measure,
          ...(figure.view ? [viewInWords(figure.view, places)] : []),
        ].join('; ');
  return on === null ? of : `${of}, ${timeInWords(on)}`;
}
