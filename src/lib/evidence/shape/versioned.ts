import type { Json } from '../canonical_json';
import { PackError } from '../pack_error';
import { count, exactly, object, type Shape } from './shapes';

/**
 * A file of one format in version 1. A later version is told apart before anything else in it is looked at, for
 * nothing else in it need be as it is here.
 */
export function versioned<T extends object>(
  format: string,
  shapes: { readonly [Name in keyof T]: Shape<T[Name]> },
): Shape<T> {
  const all = object<T & { format: string; version: number }>({
    ...shapes,
    format: exactly(format),
    version: count,
  } as never);
  return (value, file, path) => {
    const said = (value as { readonly version?: Json } | undefined)?.version;
    if (typeof said === 'number' && said > 1) {
      throw new PackError(
        'newer version',
        `${file} has version ${said}: it was made by a newer version of Waymark than this one, which reads version 1. Open it with the newer one.`,
        file,
      );
    }
    return all(value, file, path);
  };
}
