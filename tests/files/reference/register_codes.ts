/** Rules of the domain, section 1.1, copied by hand: what a register code says of a session. */
const attending = ['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B', 'J'];
const authorised = ['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T', 'H', 'F'];
const unauthorised = ['G', 'N', 'O', 'U'];
const notPossible = ['D', 'X', 'Q', 'Y', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Z', '#'];

export const absentCodes: readonly string[] = [...authorised, ...unauthorised];
export const possibleCodes: readonly string[] = [...attending, ...absentCodes];
export const knownCodes: readonly string[] = [...possibleCodes, ...notPossible];

/** Codes that the regulations of 2024 brought (from 19 August 2024) and ended (on 18 August 2024). */
export const codesSince2024: readonly string[] = [
  ...['K', 'C1', 'C2', 'J1', 'Q'],
  ...['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'],
];
export const codesUntil2024: readonly string[] = ['J', 'H', 'Y'];
