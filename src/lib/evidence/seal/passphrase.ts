/** The fewest characters a passphrase may have. */
export const SHORTEST = 12;

/** Why a passphrase is not taken, as a sentence; null when it is. */
export function wrongWithPassphrase(passphrase: string): string | null {
  const characters = [...settled(passphrase)];
  if (characters.length < SHORTEST) {
    return `The passphrase has ${characters.length} characters. It needs at least ${SHORTEST}: four or five words are easy to keep and hard to guess.`;
  }
  if (new Set(characters).size < 5) {
    return 'The passphrase repeats few characters. Four or five words are easy to keep and hard to guess.';
  }
  return null;
}

/** One spelling for letters with accents, which keyboards of different systems send differently. */
export const settled = (passphrase: string): string => passphrase.normalize('NFC');
