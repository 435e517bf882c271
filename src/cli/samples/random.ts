/** Final mix of MurmurHash3: spreads the bits of a 32-bit integer. */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A stream of random numbers that depends on its key and on nothing else (generator: sfc32).
 * Every person, school and year draws from a stream of its own, so one person's draws do not shift
 * another's and a county is the same byte for byte for the same arguments.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;
  private spare: number | null = null;

  constructor(...key: number[]) {
    let h = 0x9e3779b9;
    for (const part of key) h = mix(h ^ mix(part) ^ Math.floor(part / 0x1_0000_0000));
    this.a = mix(h ^ 1);
    this.b = mix(h ^ 2);
    this.c = mix(h ^ 3);
    for (let i = 0; i < 8; i++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.next() < p;
  }

  /** Whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare;
      this.spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Exponential with the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Number of events, Poisson; the mean should be below about 50. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let p = this.next(); p > limit; p *= this.next()) count++;
    return count;
  }

  /** Index drawn in proportion to the weights. */
  index(weights: readonly number[]): number {
    let total = 0;
    for (const w of weights) total += w;
    let left = this.next() * total;
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i] ?? 0;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }

  /** One of the values, each as likely. */
  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)] as T;
  }

  /** One of the keys of a table of weights. */
  of<K extends string>(weights: Readonly<Record<K, number>>): K {
    const keys = Object.keys(weights) as K[];
    return keys[this.index(keys.map((key) => weights[key]))] as K;
  }
}

/** Standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 1e-7). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = 0.3989422804014327 * Math.exp((-z * z) / 2);
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/**
 * A pseudonym for the n-th person: a 16-digit integer, a shuffle of 0 … 2^40 - 1 (a Feistel network
 * of 20-bit halves), so it says nothing of the order people were made in. Sixteen digits can be
 * neither an NHS number nor a ULN (ten), and it is exact in a JavaScript number.
 */
export function pseudonym(seed: number, n: number): number {
  let left = Math.floor(n / 0x100000) & 0xfffff;
  let right = n & 0xfffff;
  for (let round = 0; round < 6; round++) {
    const mixed = mix(mix(seed ^ (round * 0x51ed270b)) ^ right) & 0xfffff;
    [left, right] = [right, left ^ mixed];
  }
  return 1_000_000_000_000_000 + (left * 0x100000 + right) * 7211 + (mix(n ^ seed) % 7211);
}
