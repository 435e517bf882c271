import { identifierInText } from '../identifiers/identifier_in_text';
import { RequestError } from '../measures/request';
import type { ReportDefinition } from './definition';

/**
 * Throws a `RequestError` where what was written in a definition looks as if it held an identifier of a person. It
 * names the place by its number, for a title may be what holds it.
 */
export function refuseIdentifiers({ title, subtitle = '', sections }: ReportDefinition): void {
  if (identifierInText(`${title}\n${subtitle}`) !== null)
    throw refused('The title or the subtitle of the report');
  for (const [index, section] of sections.entries()) {
    const { title, question = '', commentary, quality = '', since = '' } = section;
    if (identifierInText([title, question, commentary, quality, since].join('\n')) !== null)
      throw refused(`Section ${index + 1}`);
  }
}

const refused = (place: string): RequestError =>
  new RequestError(
    `${place} holds what looks like an identifier of a person. Take it out, and make the report again.`,
  );
