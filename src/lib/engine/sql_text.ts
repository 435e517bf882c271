/** A stretch of SQL: code, or text the engine does not read as code (a string, a quoted name, a comment). */
export interface Stretch {
  readonly code: boolean;
  readonly text: string;
}

const NOT_CODE =
  /(?<![A-Za-z0-9_$])[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![A-Za-z0-9_$])\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$/g;

/** Splits SQL into code and not code; joined again, the stretches give the same text. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(NOT_CODE)) {
    if (match.index > from) stretches.push({ code: true, text: text.slice(from, match.index) });
    stretches.push({ code: false, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ code: true, text: text.slice(from) });
  return stretches;
}

/** The first two words of every statement in a text, in lower case. */
export function openingWords(text: string): string[] {
  return stretchesOf(text)
    .map((stretch) => (stretch.code ? stretch.text : ' '))
    .join('')
    .split(';')
    .map((statement) => statement.trim().toLowerCase().split(/\s+/).slice(0, 2).join(' '))
    .filter((words) => words !== '');
}

/** A statement without the semicolons, comments and space after it. */
export function withoutEnd(text: string): string {
  const stretches = stretchesOf(text);
  for (;;) {
    const last = stretches.pop();
    if (!last) return '';
    const rest = last.code ? last.text.replace(/[\s;]+$/, '') : last.text;
    if (rest === '' || /^(--|\/\*)/.test(rest)) continue;
    return [...stretches.map((stretch) => stretch.text), rest].join('');
  }
}
