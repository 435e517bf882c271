import css from '../ui/tokens.css?raw';

/** The design tokens as the light theme has them: files are for paper and slides. */
export const lightTokens: ReadonlyMap<string, string> = readTokens(css);

/**
 * Reads the tokens of the first rule of a style sheet; of two colours for two themes, `light-dark(a, b)`, the first.
 * What comes after, for readers who want more contrast and for print, is none of a file's business.
 */
export function readTokens(text: string): ReadonlyMap<string, string> {
  const rule = /:root\s*\{([^}]*)\}/.exec(text.replace(/\/\*[^]*?\*\//g, ''))?.[1] ?? '';
  const declarations = rule.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g);
  return new Map(
    [...declarations].map(([, name = '', value = '']) => [
      name,
      value.trim().replace(/^light-dark\(\s*([^,]+?)\s*,.*\)$/, '$1'),
    ]),
  );
}

/** A value with every `var(--token)` in it resolved; a name that is no design token stays as it is. */
export function inLight(value: string): string {
  return value.replace(
    /var\((--[\w-]+)\)/g,
    (whole, name: string) => lightTokens.get(name) ?? whole,
  );
}
