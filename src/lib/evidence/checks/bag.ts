import { BAG_INFO, BAGIT, bagInfoValue, bagitText, PAYLOAD, payloadOxum } from '../bagit';
import { textOf, type Bytes } from '../bytes';
import type { OpenedPack } from '../read_pack';
import { CRATE, crateFiles } from '../ro_crate';
import { check, type Check } from './check';

/** What the bag and the crate say of the files, against the files. */
export function bagChecks({ files, crate }: OpenedPack): Check[] {
  const checks: Check[] = [];
  const bagit = files.get(BAGIT)?.content;
  if (bagit && textOf(bagit) !== bagitText) {
    checks.push(check('bag', 'altered', `${BAGIT} does not declare BagIt 1.0 in UTF-8.`, BAGIT));
  }
  const payload = [...files.values()].filter(({ name }) => name.startsWith(PAYLOAD));
  const contents = payload
    .map(({ content }) => content)
    .filter((content): content is Bytes => content !== null);
  const info = files.get(BAG_INFO)?.content;
  const oxum = info && bagInfoValue(textOf(info) ?? '', 'Payload-Oxum');
  // With a file that cannot be unpacked there is nothing to count, and that file is named.
  if (info && contents.length === payload.length && oxum !== payloadOxum(contents)) {
    checks.push(
      check(
        'bag',
        'altered',
        `${BAG_INFO} tells of other files: their number or size differs.`,
        BAG_INFO,
      ),
    );
  }
  if (crate !== null) {
    const listed = crateFiles(crate);
    const named = payload.map(({ name }) => name).filter((name) => name !== CRATE);
    const same = listed?.size === named.length && named.every((name) => listed.has(name));
    checks.push(
      same
        ? check('crate', 'valid', `${CRATE} lists the files of the pack.`, CRATE)
        : check(
            'crate',
            'altered',
            `${CRATE} does not list the files that are in the pack.`,
            CRATE,
          ),
    );
  }
  return checks;
}
