import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random draws that are the same for the same seed, so that a simulated figure can be made again. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** A whole number from 0 to `below` − 1, each as likely. */
  below(below: number): number;
  /** Standard normal. */
  normal(): number;
}

export function seededRandom(seed: number): SeededRandom {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => uniformFloat64(generator);
  return {
    uniform,
    below: (below) => uniformInt(generator, 0, below - 1),
    // Box and Muller; 1 − u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
