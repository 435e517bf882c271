/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
const LONGEST = 200;

/**
 * Why a name in a zip is not taken, as the end of a sentence ("... would be unpacked outside its folder"); null when
 * it is. A name is taken when it means the same file on every system: ASCII letters, digits, dots, hyphens and
 * underscores, in folders separated by "/".
 */
export function wrongWithName(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length > LONGEST) return `is longer than ${LONGEST} letters`;
  if ([...name].some((letter) => letter < ' ' || letter === '\u007f')) {
    return 'holds a control character';
  }
  if (name.includes('\\')) return 'holds a backslash, which some systems take for a folder';
  if (name.startsWith('/')) return 'is absolute: it would be unpacked outside its folder';
  if (/^[A-Za-z]:/.test(name)) return 'names a drive: it would be unpacked outside its folder';
  if (name.endsWith('/')) return 'is a folder, and a pack holds files only';
  for (const segment of name.split('/')) {
    if (segment === '..' || segment === '.' || segment === '') {
      return 'climbs out of its folder or goes nowhere: it could be unpacked anywhere';
    }
    if (DEVICE.test(segment)) return 'is kept by Windows for a device';
    if (segment.endsWith('.')) return 'ends in a dot, which Windows would leave out';
    if (!SEGMENT.test(segment)) {
      return 'holds a letter other than a to z, A to Z, 0 to 9, dot, hyphen and underscore';
    }
  }
  return null;
}
