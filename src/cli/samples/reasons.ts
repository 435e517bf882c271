import { registerCode } from './codes';
import type { Random } from './random';
import type { Phase } from './schools';

/** Why sessions are missed; `C2`, `J1` and `C1` are written with older codes before August 2024. */
export type Reason = 'I' | 'M' | 'G' | 'C' | 'C2' | 'O' | 'U' | 'R' | 'T' | 'J1' | 'C1' | 'H';

/**
 * Share of missed sessions by reason, for rates of absence under 5, 10, 20, 50 and 100 %. Illness
 * makes most of a little absence; unexplained absence and part-time timetables most of a lot.
 * Fitted to the mix of codes in DfE's attendance data, Kent, 2025/26 to date.
 */
const MIX: Record<'primary' | 'secondary', Record<Reason, readonly number[]>> = {
  primary: {
    I: [0.69, 0.56, 0.46, 0.34, 0.22],
    M: [0.1, 0.06, 0.045, 0.035, 0.02],
    G: [0.06, 0.17, 0.12, 0.05, 0.01],
    C: [0.05, 0.07, 0.07, 0.07, 0.06],
    C2: [0, 0.002, 0.02, 0.13, 0.35],
    O: [0.055, 0.095, 0.19, 0.29, 0.3],
    U: [0.025, 0.035, 0.045, 0.05, 0.02],
    R: [0.008, 0.004, 0.004, 0.002, 0],
    T: [0.001, 0.001, 0.003, 0.003, 0.001],
    J1: [0.004, 0.002, 0.001, 0, 0],
    C1: [0.0015, 0.001, 0.0005, 0, 0],
    H: [0.01, 0.01, 0.01, 0, 0],
  },
  secondary: {
    I: [0.7, 0.66, 0.54, 0.38, 0.2],
    M: [0.12, 0.075, 0.05, 0.035, 0.015],
    G: [0.04, 0.075, 0.055, 0.025, 0.005],
    C: [0.05, 0.05, 0.055, 0.06, 0.05],
    C2: [0, 0.001, 0.01, 0.06, 0.1],
    O: [0.055, 0.095, 0.2, 0.33, 0.5],
    U: [0.025, 0.03, 0.03, 0.025, 0.02],
    R: [0.006, 0.004, 0.002, 0.001, 0],
    T: [0, 0, 0.0005, 0.0005, 0],
    J1: [0.008, 0.004, 0.002, 0.001, 0],
    C1: [0.001, 0.0008, 0.0003, 0, 0],
    H: [0.006, 0.006, 0.004, 0, 0],
  },
};

const REASONS = Object.keys(MIX.primary) as Reason[];

/** Mean sessions of one spell of absence. */
const LENGTH: Record<Reason, number> = {
  I: 3.6, M: 1.2, G: 8.5, C: 3, C2: 12, O: 2.6, U: 1, R: 2, T: 12, J1: 1.2, C1: 2.5, H: 7,
}; // prettier-ignore

/** Place in REASONS of a new spell's reason; spells are chosen so that sessions follow the mix. */
export function reasonWeights(phase: Phase, rate: number, newCodes: boolean): number[] {
  const column = rate < 0.05 ? 0 : rate < 0.1 ? 1 : rate < 0.2 ? 2 : rate < 0.5 ? 3 : 4;
  const mix = MIX[phase === 'primary' ? 'primary' : 'secondary'];
  return REASONS.map((reason) => {
    const special =
      phase === 'special' && (reason === 'C' || reason === 'C2' || reason === 'M') ? 2.2 : 1;
    // Authorised holidays ended with the old codes; an interview was then no absence.
    const allowed = reason === 'H' ? !newCodes : reason === 'J1' ? newCodes : true;
    return allowed ? ((mix[reason][column] ?? 0) * special) / LENGTH[reason] : 0;
  });
}

/** The reason at a place of the weights. */
export function reasonAt(place: number): Reason {
  return REASONS[place] as Reason;
}

/** Sessions of one spell. */
export function spellLength(reason: Reason, random: Random): number {
  switch (reason) {
    case 'M':
    case 'J1':
      return random.chance(0.8) ? 1 : 2;
    case 'U':
      return 1;
    case 'R':
      return 2;
    case 'G':
    case 'H':
      return random.chance(0.5) ? 10 : 2 * random.between(1, 5);
    case 'C2':
    case 'T':
      return random.between(6, 18);
    default:
      // Whole days mostly: a short illness is one or two days, now and then a week or more.
      return (
        2 * Math.max(1, Math.round(random.exponential(LENGTH[reason] / 2))) -
        (random.chance(0.12) ? 1 : 0)
      );
  }
}

const OLD: Partial<Record<Reason, string>> = { C1: 'C', C2: 'C' };

/** Register code of a reason, by the codes then in force. */
export function codeOfReason(reason: Reason, newCodes: boolean): number {
  return registerCode(newCodes ? reason : (OLD[reason] ?? reason));
}
