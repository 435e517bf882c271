import { sha256 } from '../session_log/entries';
import { utf8, type Bytes } from './bytes';
import { canonicalJson } from './canonical_json';

/** SHA-256 as 64 hexadecimal digits. */
export const hashOfBytes = (bytes: Bytes): Promise<string> => sha256(bytes);

/** SHA-256 of the canonical JSON of a value, in UTF-8. */
export const hashOfJson = (value: unknown): Promise<string> => sha256(utf8(canonicalJson(value)));
