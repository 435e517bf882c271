import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readCommentary } from '$lib/reports/commentary';
import { commentaryHtml } from '$lib/reports/commentary_html';

const shown = (markdown: string): string => commentaryHtml(readCommentary(markdown)).toString();

/** What came out, as a browser reads it. */
function parsed(markdown: string) {
  const { document } = parseHTML(`<!doctype html><html><body>${shown(markdown)}</body></html>`);
  const elements = [...document.body.querySelectorAll('*')];
  return { text: document.body.textContent ?? '', elements };
}

describe('commentary', () => {
  test('has paragraphs, emphasis, strong, lists, headings and quotes', () => {
    const text =
      '### What we did\n\nIt *fell* and **fell**.\n\n3. one\n4. two\n\n- a\n- b\n\n> said';
    expect(shown(text).replaceAll('\n', '')).toBe(
      '<h3>What we did</h3><p>It <em>fell</em> and <strong>fell</strong>.</p>' +
        '<ol start="3"><li><p>one</p></li><li><p>two</p></li></ol>' +
        '<ul><li><p>a</p></li><li><p>b</p></li></ul><blockquote><p>said</p></blockquote>',
    );
  });

  test('has headings of level 3 and 4 only, for the others are the report’s own', () => {
    expect(shown('# One\n\n#### Four\n\n##### Five')).toBe(
      '<p># One</p>\n<h4>Four</h4>\n<p>##### Five</p>\n',
    );
  });

  test('of nothing is nothing', () => {
    expect(readCommentary('')).toEqual([]);
    expect(readCommentary(' \n\n ')).toEqual([]);
  });
});

describe('whatever else is in it is text as it was written', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<svg/onload=alert(1)>',
    '[here](javascript:alert(1))',
    '[here](https://example.org "title")',
    '![picture](https://example.org/a.png)',
    '<https://example.org>',
    'https://example.org',
    '[here][1]\n\n[1]: https://example.org',
    '`code` and ``more``',
    '```js\nalert(1)\n```',
    '    indented code',
    '<!-- a comment -->',
    '<![CDATA[ a ]]>',
    '</p></main></body></html><iframe src="https://example.org">',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '- <b onclick="alert(1)">x</b>',
    '> <style>* { display: none }</style>',
    '*<a href="data:text/html,x">x</a>*',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '[a](javascript&#58;alert)',
    '***',
  ])('%s', (hostile) => {
    const { elements, text } = parsed(hostile);
    const allowed = /^(P|EM|STRONG|UL|OL|LI|H3|H4|BLOCKQUOTE|BR)$/;
    expect(elements.filter(({ tagName }) => !allowed.test(tagName))).toEqual([]);
    expect(elements.flatMap(({ attributes }) => [...attributes])).toEqual([]);
    for (const word of hostile.match(/example\.org|alert\(1\)|indented|comment/g) ?? [])
      expect(text).toContain(word);
  });

  test('and so is what lies within itself too deep, however deep', () => {
    const { elements, text } = parsed(`${'>'.repeat(900)} deep`);
    expect(elements.length).toBeLessThan(20);
    expect(text).toContain('deep');
    expect(parsed(`${'*'.repeat(400)}a${'*'.repeat(400)}`).elements.length).toBeLessThan(20);
  });
});
