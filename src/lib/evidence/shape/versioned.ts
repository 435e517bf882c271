import { PackError } from '../pack_error';
import { exactly, members, object, wrong, type Shape } from './shapes';

/**
 * A file of one format in version 1, answered without its format and version. A later version is told apart before
 * anything else in it is looked at, for nothing else in it need be as it is here.
 */
export function versioned<T extends object>(
  format: string,
  shapes: { readonly [Name in keyof T]: Shape<T[Name]> },
): Shape<T> {
  const isFormat = exactly(format);
  const rest = object(shapes);
  return (value, file, path = '') => {
    const given = new Map(Object.entries(members(value, file, path)));
    const version = given.get('version');
    if (typeof version === 'number' && version > 1) {
      throw new PackError(
        'newer version',
        `${file} has version ${version}: it was made by a newer version of Waymark than this one, which reads version 1. Open it with the newer one.`,
        file,
      );
    }
    isFormat(given.get('format'), file, `${path}.format`);
    if (version !== 1) wrong(file, `${path}.version`, '1');
    given.delete('format');
    given.delete('version');
    return rest(Object.fromEntries(given), file, path);
  };
}
