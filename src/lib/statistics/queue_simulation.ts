import type { ValueCount } from './quantiles';
import { drawPoisson } from './random_counts';
import type { SeededRandom } from './seeded_random';

/** A service with places: people come, wait when it is full, stay for a while and leave. */
export interface Queue {
  /** The probability to stay longer than so many days, by day, for the oldest stay and the horizon together. */
  readonly still: Float64Array;
  /** How many days people have stayed who are there today, and how many have. */
  readonly open: readonly ValueCount[];
  readonly waiting: number;
  /** Null when there is always room. */
  readonly places: number | null;
  /** The days, rising, at whose ends the queue is looked at; the last is the horizon. */
  readonly days: readonly number[];
}

/** What was seen at each of the queue's days. */
export interface QueueTrace {
  readonly open: Float64Array;
  readonly waiting: Float64Array;
  /** People whose stay began since the day before, and the days they had waited together. */
  readonly begun: Float64Array;
  readonly waited: Float64Array;
}

/** Strips of probability by which a length is looked up. */
const STRIPS = 1024;

export function emptyTrace(queue: Queue): QueueTrace {
  const column = (): Float64Array => new Float64Array(queue.days.length);
  return { open: column(), waiting: column(), begun: column(), waited: column() };
}

/** What a simulation of one queue works with, made once for all its runs. */
interface Workplace {
  readonly queue: Queue;
  readonly horizon: number;
  /** The age of each stay today. */
  readonly ages: Int32Array;
  readonly strips: Int32Array;
  /** For each day the number of the first look at or after it. */
  readonly rows: Int32Array;
  /** By day ahead, how many come and how many leave. */
  readonly coming: Int32Array;
  readonly leaving: Int32Array;
  /** A bit a day: whether anybody comes or leaves. Most days nobody does. */
  readonly busy: Int32Array;
  /** How long those who come will stay, in the order in which they are served. */
  lengths: Int32Array;
}

/**
 * Makes a simulation of the queue day by day: people come at random at so many a day, first come first
 * served; a place is free again on the day somebody leaves. Calls fill the trace.
 */
export function queueSimulation(
  queue: Queue,
): (comingADay: number, random: SeededRandom, trace: QueueTrace) => void {
  const horizon = queue.days[queue.days.length - 1]!;
  const place: Workplace = {
    queue,
    horizon,
    ages: Int32Array.from(
      queue.open.flatMap(({ value, count }) => new Array<number>(count).fill(value)),
    ),
    strips: stripStarts(queue.still),
    rows: Int32Array.from({ length: horizon + 1 }, (_, day) =>
      queue.days.findIndex((look) => look >= day),
    ),
    coming: new Int32Array(horizon + 1),
    leaving: new Int32Array(horizon + 1),
    busy: new Int32Array((horizon >> 5) + 1),
    lengths: new Int32Array(256),
  };
  return (comingADay, random, trace) => {
    if (queue.places === null) addUpStays(place, comingADay, random, trace);
    else {
      drawStays(place, comingADay, random);
      passDays(place, queue.places, trace);
    }
  };
}

/** Without limit nobody waits for another, so that stays need only be added up, not passed day by day. */
function addUpStays(
  place: Workplace,
  comingADay: number,
  random: SeededRandom,
  trace: QueueTrace,
): void {
  const { queue, horizon, ages, strips, rows } = place;
  const { still, waiting } = queue;
  const { open, begun, waited } = trace;
  // By how many more are there than at the look before; added up at the end.
  open.fill(0);
  begun.fill(0);
  waited.fill(0);
  open[0] = ages.length;
  for (let i = 0; i < ages.length; i++) {
    const age = ages[i]!;
    const day = lengthFor(still, strips, random.uniform() * still[age]!) - age;
    if (day <= horizon) open[rows[day]!]!--;
  }
  const arrivals = drawPoisson(comingADay * horizon, random);
  for (let i = 0; i < arrivals + waiting; i++) {
    // One draw gives both: what is left of it below the day is uniform and independent of the day.
    const at = random.uniform() * horizon;
    const before = Math.floor(at);
    const day = i < arrivals ? before + 1 : 1;
    const leaving = day + lengthFor(still, strips, at - before);
    const row = rows[day]!;
    begun[row]!++;
    open[row]!++;
    if (leaving <= horizon) open[rows[leaving]!]!--;
  }
  // Those who wait today start tomorrow.
  waited[0] = waiting;
  trace.waiting.fill(0);
  for (let row = 1; row < open.length; row++) open[row]! += open[row - 1]!;
}

/** Draws when those there today leave, on which days others come and how long they will stay. */
function drawStays(place: Workplace, comingADay: number, random: SeededRandom): void {
  const { queue, horizon, ages, strips, coming, leaving, busy } = place;
  const { still, waiting } = queue;
  coming.fill(0);
  leaving.fill(0);
  busy.fill(0);
  // Those who wait today may start on the first day, whether anybody leaves or not.
  markDay(busy, 1);
  for (let i = 0; i < ages.length; i++) {
    const age = ages[i]!;
    const day = lengthFor(still, strips, random.uniform() * still[age]!) - age;
    if (day > horizon) continue;
    leaving[day]!++;
    markDay(busy, day);
  }
  const arrivals = drawPoisson(comingADay * horizon, random);
  if (place.lengths.length < arrivals + waiting)
    place.lengths = new Int32Array(2 * (arrivals + waiting));
  const { lengths } = place;
  for (let i = 0; i < arrivals; i++) {
    // One draw gives both: what is left of it below the day is uniform and independent of the day.
    const at = random.uniform() * horizon;
    const day = Math.floor(at);
    coming[day + 1]!++;
    markDay(busy, day + 1);
    lengths[i] = lengthFor(still, strips, at - day);
  }
  for (let i = arrivals; i < arrivals + waiting; i++)
    lengths[i] = lengthFor(still, strips, random.uniform());
}

function passDays(place: Workplace, room: number, trace: QueueTrace): void {
  const { queue, horizon, coming, leaving, busy, lengths } = place;
  const { days } = queue;
  let there = place.ages.length;
  let waiting = queue.waiting;
  let served = 0;
  // Those who wait longest came on this day; so many of them are left.
  let oldest = 0;
  let oldestLeft = waiting;
  let day = 1;
  for (let row = 0; row < days.length; row++) {
    let begun = 0;
    let waited = 0;
    for (; day <= days[row]!; day = nextMarked(busy, day + 1)) {
      there -= leaving[day]!;
      if (waiting === 0) {
        oldest = day;
        oldestLeft = coming[day]!;
      }
      waiting += coming[day]!;
      while (waiting > 0 && there < room) {
        while (oldestLeft === 0) oldestLeft = coming[++oldest]!;
        oldestLeft--;
        waiting--;
        begun++;
        waited += day - oldest;
        const length = lengths[served++]!;
        if (length === 0) continue;
        there++;
        if (day + length > horizon) continue;
        leaving[day + length]!++;
        markDay(busy, day + length);
      }
    }
    trace.open[row] = there;
    trace.waiting[row] = waiting;
    trace.begun[row] = begun;
    trace.waited[row] = waited;
  }
}

function markDay(busy: Int32Array, day: number): void {
  busy[day >> 5]! |= 1 << (day & 31);
}

/** The first marked day from this one on; infinite when there is none. */
function nextMarked(busy: Int32Array, day: number): number {
  let word = day >> 5;
  let bits = busy[word]! & (-1 << (day & 31));
  while (bits === 0) {
    if (++word >= busy.length) return Infinity;
    bits = busy[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}

/** The length that a draw stands for: the first day past which no more than that stay. */
function lengthFor(still: Float64Array, strips: Int32Array, draw: number): number {
  const strip = Math.floor(draw * STRIPS);
  let low = strips[strip + 1]! - 1;
  let high = strips[strip]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (still[middle]! > draw) low = middle;
    else high = middle;
  }
  return high;
}

/** For each strip of probability the first day past which no more than that stay; the end if none. */
function stripStarts(still: Float64Array): Int32Array {
  const starts = new Int32Array(STRIPS + 2);
  let day = 0;
  for (let strip = STRIPS; strip >= 0; strip--) {
    while (day < still.length && still[day]! > strip / STRIPS) day++;
    starts[strip] = day;
  }
  return starts;
}
