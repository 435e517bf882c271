import type { Refused } from '../pack_error';

const advice: Readonly<Record<Refused, string>> = {
  'no pack': 'Choose the whole file as the authority sent it, not one that was taken out of it.',
  'newer version': 'Open it on the address of the authority that made it.',
  encrypted: 'Ask the authority how it was encrypted, and choose the encrypted file.',
  'too large': 'Do not unpack it with another program. Ask the authority whether they sent it.',
  unsafe: 'Do not unpack it with another program. Ask the authority whether they sent it.',
  malformed:
    'Ask the authority to send the pack again, and tell them what is said here. Nothing of it is shown.',
};

/** What to do about a pack that is refused. */
export const whatToDo = (refused: Refused): string => advice[refused];
