/** A level of confidence with its standard normal quantile. */
export interface Confidence {
  readonly level: number;
  /** The two-sided quantile of the standard normal distribution. */
  readonly z: number;
}

export const CONFIDENCE_95: Confidence = { level: 0.95, z: 1.959963984540054 };
/** For flagging areas: at 95 % twelve districts by forty measures give about 24 false flags. */
export const CONFIDENCE_99_8: Confidence = { level: 0.998, z: 3.090232306167813 };

/** The two ends of an interval, in the unit of the estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** An estimate with its interval, all in one unit. */
export interface Estimate extends Interval {
  readonly value: number;
}
