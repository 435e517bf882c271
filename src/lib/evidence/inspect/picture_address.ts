import { textOf, type Bytes } from '../bytes';

/**
 * The address under which the picture of a figure is shown as an image: there neither a script in it is run nor
 * anything fetched that it names. Null when the pack has no readable picture.
 */
export function pictureAddress(svg: Bytes | null | undefined): string | null {
  const text = svg ? textOf(svg) : null;
  return text === null ? null : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}
