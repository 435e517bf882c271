/** Text that is HTML. Only this file makes it, so that whatever else is put into a page is escaped. */
class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

export type { Html };

/** What can stand in a template: text and numbers are escaped, lists follow one another, null is nothing. */
export type Part = string | number | Html | null | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(write).join('');
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** A template of HTML: everything put into it is escaped unless it is HTML already. Attributes must stand in quotes. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    template
      .map((text, index) => `${text}${index < parts.length ? write(parts[index]!) : ''}`)
      .join(''),
  );
}

/** Takes what another of our own functions wrote as markup, with its own escaping: a drawing or a style sheet. */
export function written(text: string): Html {
  return new Html(text);
}
