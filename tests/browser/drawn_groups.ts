// How groups are drawn: what a picture has at the place of each, so that two of them can be held against each other.
import type { Locator } from '@playwright/test';

/**
 * What a picture with a row a group draws in the row of each: texts, places, sizes and colours, less the group's
 * name and the height at which the row stands.
 *
 * @param rows how many pixels high a row is at the least
 */
export function drawnRows(
  svg: Locator,
  names: readonly string[],
  rows = 24,
): Promise<Record<string, string>> {
  return svg.evaluate(
    (root, { wanted, height }) => {
      const outer = root.getBoundingClientRect();
      const places = [...root.querySelectorAll('text, rect, path, circle, line')]
        .filter((element) => element.closest('defs, marker') === null)
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      const round = (length: number) => Math.round(length * 10) / 10;
      const drawn = wanted.map((name) => {
        const label = places.find(
          ({ element }) => element.nodeName === 'text' && element.textContent === name,
        );
        if (!label) return [name, 'not drawn'] as const;
        const middle = (label.box.top + label.box.bottom) / 2;
        const inRow = places
          .filter(({ box }) => Math.abs((box.top + box.bottom) / 2 - middle) < height / 2)
          .filter(({ box }) => box.height <= height + 8)
          .map(({ element, box }) => {
            const { nodeName, textContent } = element;
            if (element === label.element) return 'its name';
            const colours = ['fill', 'opacity', 'stroke', 'stroke-width', 'font-weight']
              .map((attribute) => element.getAttribute(attribute))
              .join(' ')
              .replace(/hatch-\d+/, 'hatch');
            const place = [box.left - outer.left, box.top - middle, box.width, box.height];
            return `${nodeName} ${textContent} ${place.map(round).join(' ')} ${colours}`;
          });
        return [name, inRow.join('\n')] as const;
      });
      return Object.fromEntries(drawn);
    },
    { wanted: names, height: rows },
  );
}

/** The cells of a heat table as they are drawn, row by row: rectangle and text, less where they stand. */
export function drawnCells(svg: Locator, columns: number): Promise<string[][]> {
  return svg.evaluate((root, across) => {
    const bare = (element: Element) => {
      const copy = element.cloneNode(true) as Element;
      for (const attribute of ['x', 'y']) copy.removeAttribute(attribute);
      return copy.outerHTML.replace(/hatch-\d+/, 'hatch').replace(/ xmlns="[^"]*"/, '');
    };
    const cells = [...root.querySelectorAll('rect + text')].flatMap((text) => {
      const rect = text.previousElementSibling;
      return rect?.hasAttribute('stroke-width') ? [`${bare(rect)}${bare(text)}`] : [];
    });
    return Array.from({ length: Math.floor(cells.length / across) }, (_, row) =>
      cells.slice(row * across, (row + 1) * across),
    );
  }, columns);
}

/** What each mark of a picture says to who walks through it with the arrow keys, and the card that it shows. */
export async function spokenMarks(
  figure: Locator,
): Promise<{ readonly said: string; readonly card: string }[]> {
  const picture = figure.getByRole('application');
  const live = figure.locator('[aria-live=polite]').last();
  const marks: { said: string; card: string }[] = [];
  await picture.press('Home');
  for (;;) {
    const said = (await live.textContent()) ?? '';
    if (said === marks.at(-1)?.said) break;
    const card = await picture.locator('.card').evaluate((element) => element.outerHTML);
    marks.push({ said, card });
    await picture.press('ArrowDown');
  }
  await picture.press('Escape');
  return marks;
}
