import { PackError } from '../pack_error';
import type { Header } from './headers';

/**
 * Says what is odd about a header of the directory that is not as a pack has it.
 *
 * @param at where it begins
 * @param localAt where its file should begin
 */
export function wrongWithHeader(
  view: DataView,
  at: number,
  { name, size, packed }: Header,
  localAt: number,
): PackError {
  const flags = view.getUint16(at + 8, true);
  const odd =
    (flags & 0x2041) !== 0
      ? 'is encrypted inside the zip'
      : size === 0xffffffff || packed === 0xffffffff
        ? 'uses the zip64 form'
        : view.getUint16(at + 30, true) !== 0
          ? 'has extra fields'
          : view.getUint16(at + 32, true) !== 0
            ? 'has a comment'
            : view.getUint16(at + 34, true) !== 0
              ? 'lies on another disk'
              : view.getUint32(at + 38, true) !== 0 || view.getUint8(at + 5) !== 0
                ? 'is a link or has attributes of a system'
                : view.getUint32(at + 42, true) !== localAt
                  ? 'overlaps another file of the zip, or does not follow it directly'
                  : 'has flags, a version or a time that no pack has';
  return new PackError(
    'unsafe',
    `${JSON.stringify(name)} ${odd}. No pack is built like that, so it is not opened.`,
    name,
  );
}
