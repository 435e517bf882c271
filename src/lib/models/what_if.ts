import type { SpellCount } from '../statistics/kaplan_meier';
import {
  answered,
  notAvailable,
  unreliable,
  type NotEnough,
  type Outcome,
} from '../statistics/outcome';
import type { ValueCount } from '../statistics/quantiles';
import {
  emptyTrace,
  queueSimulation,
  type Queue,
  type QueueTrace,
} from '../statistics/queue_simulation';
import { drawGamma } from '../statistics/random_counts';
import { seededRandom, type SeededRandom } from '../statistics/seeded_random';
import { sum } from '../statistics/sum';
import { dailySurvivor } from '../statistics/survivor';
import { expectedMonths, Tally, type ExpectedMonth } from './expected_months';
import { reportStep, type ModelRun } from './model_run';
import { FEWEST_SHOWN } from './small_groups';
import { assumptionsOf } from './what_if_assumptions';

/** One service in one district: what the data say of it, and what is supposed. */
export interface Flow {
  readonly service: string;
  readonly district: string;
  /** How many spells started in how many months. */
  readonly started: { readonly spells: number; readonly months: number };
  /** Lengths of past spells and ages of those still open; of the service everywhere when few are here. */
  readonly lengths: readonly SpellCount[];
  /** People with an open spell today by its age in days. */
  readonly open: readonly ValueCount[];
  /** People waiting today. */
  readonly waiting: number;
  /** People in need who neither have the service nor wait for it. */
  readonly unmetNeed: number;
  /** How many can be open at once; null for no limit. */
  readonly places: number | null;
  /** How many times as many start as in the past; 1 for no change. */
  readonly demand: number;
  /** The share of the unmet need that comes forward over the months ahead; 0 for none. */
  readonly takenUp: number;
}

export interface WhatIfInput {
  readonly flows: readonly Flow[];
  readonly seed: number;
  readonly months?: number;
  readonly simulations?: number;
  /** A flow of fewer people today is counted in the sums but not shown by itself. */
  readonly fewest?: number;
}

export interface FlowForecast {
  readonly service: string;
  readonly district: string;
  readonly months: Outcome<readonly ExpectedMonth[]>;
}

/** Several flows together; what each simulation gave them is added up. */
export interface SumForecast {
  readonly name: string;
  readonly months: Outcome<readonly ExpectedMonth[]>;
}

export interface WhatIf {
  readonly flows: readonly FlowForecast[];
  readonly services: readonly SumForecast[];
  readonly districts: readonly SumForecast[];
  readonly all: readonly ExpectedMonth[];
  readonly simulations: number;
  /** Everything the figures suppose, a sentence each. */
  readonly assumptions: readonly string[];
}

const DAYS_A_MONTH = 365.25 / 12;
const MONTHS = 12;
const SIMULATIONS = 1000;
const FEWEST_STARTED = 10;
const FEWEST_ENDED = 10;

/**
 * What open caseload, waiting and coverage to expect in each of the months ahead, by simulation from the
 * flows: Poisson starts with the uncertainty of their rate (gamma, after Jeffreys), lengths drawn from
 * the Kaplan-Meier curve, those open today leaving by the same curve given their age, first come first
 * served when there are places. The same seed gives the same figures.
 *
 * Answers `x` without flows and `u` when none can be fitted; a flow by itself has its own answer.
 *
 * @throws RangeError when a flow has a number below zero, or people or days that are not whole.
 */
export function whatIf(
  { flows, seed, months = MONTHS, simulations = SIMULATIONS, fewest = FEWEST_SHOWN }: WhatIfInput,
  run: ModelRun = {},
): Outcome<WhatIf> {
  if (flows.length === 0) return notAvailable('There are no flows to follow.');
  const days = Array.from({ length: months }, (_, m) => Math.round((m + 1) * DAYS_A_MONTH));
  const random = seededRandom(seed);
  // One for every flow in turn: each simulation overwrites the last flow's.
  const tally = new Tally(months, simulations);
  const services = new Map<string, Tally>();
  const districts = new Map<string, Tally>();
  const forecasts: FlowForecast[] = [];
  const fitted: Flow[] = [];

  for (const [i, flow] of flows.entries()) {
    reportStep(run, i / flows.length);
    const { service, district } = flow;
    const unfit = faultOf(flow);
    const queue = unfit === null ? queueOf(flow, days) : unfit;
    if ('because' in queue) {
      forecasts.push({ service, district, months: queue });
      continue;
    }
    fitted.push(flow);
    tally.inNeed = needOf(flow);
    simulate(flow, queue, tally, random);
    tallyOf(services, service, months, simulations).add(tally);
    tallyOf(districts, district, months, simulations).add(tally);
    forecasts.push({
      service,
      district,
      months: monthsOf([flow], tally, fewest),
    });
  }
  const all = new Tally(months, simulations);
  for (const ofService of services.values()) all.add(ofService);
  if (fitted.length === 0)
    return unreliable('Too few spells started or ended to follow any service.');
  return answered({
    flows: forecasts,
    services: sumsOf(services, (name) => fitted.filter((flow) => flow.service === name)),
    districts: sumsOf(districts, (name) => fitted.filter((flow) => flow.district === name)),
    all: expectedMonths(all),
    simulations,
    assumptions: assumptionsOf(fitted, { months, simulations, left: flows.length - fitted.length }),
  });

  function sumsOf(
    tallies: ReadonlyMap<string, Tally>,
    flowsOf: (name: string) => readonly Flow[],
  ): SumForecast[] {
    return [...tallies].map(([name, sums]) => ({
      name,
      months: monthsOf(flowsOf(name), sums, fewest),
    }));
  }
}

/** Not shown when so few people are open, waiting or in need today that the figures would tell of them. */
function monthsOf(
  flows: readonly Flow[],
  tally: Tally,
  fewest: number,
): Outcome<readonly ExpectedMonth[]> {
  const today = [openToday, (flow: Flow) => flow.waiting, (flow: Flow) => flow.unmetNeed].map(
    (peopleOf) => sum(flows.map(peopleOf)),
  );
  return today.some((people) => people > 0 && people < fewest)
    ? unreliable(`Fewer than ${fewest} people are open, waiting or in need of it today.`)
    : answered(expectedMonths(tally));
}

/** Fills one row of the tally a simulation. */
function simulate(flow: Flow, queue: Queue, tally: Tally, random: SeededRandom): void {
  const simulation = queueSimulation(queue);
  const trace: QueueTrace = emptyTrace(queue);
  const horizon = queue.days[queue.days.length - 1]!;
  const comingForward = (flow.unmetNeed * flow.takenUp) / horizon;
  for (let s = 0; s < tally.simulations; s++) {
    const aMonth = drawGamma(flow.started.spells + 0.5, random) / flow.started.months;
    simulation((flow.demand * aMonth) / DAYS_A_MONTH + comingForward, random, trace);
    tally.record(s, trace);
  }
}

/** Why a flow cannot be followed; null when it can. */
function faultOf(flow: Flow): NotEnough | null {
  for (const [name, number] of Object.entries({
    ...flow.started,
    waiting: flow.waiting,
    unmetNeed: flow.unmetNeed,
    places: flow.places ?? 0,
    demand: flow.demand,
    takenUp: flow.takenUp,
  }))
    if (!(number >= 0 && number < Infinity))
      throw new RangeError(`A flow has numbers from 0; ${name} was ${number}.`);
  for (const { value, count } of [...flow.open, { value: 0, count: flow.waiting }])
    if (!(Number.isInteger(value) && value >= 0 && Number.isInteger(count) && count >= 0))
      throw new RangeError(`People are whole, and so are days: there were ${count} of ${value}.`);
  if (!(flow.started.spells >= FEWEST_STARTED && flow.started.months > 0))
    return unreliable(`Fewer than ${FEWEST_STARTED} spells started, too few for a rate.`);
  if (sum(flow.lengths.map((row) => row.ended)) < FEWEST_ENDED)
    return unreliable(
      `Fewer than ${FEWEST_ENDED} spells ended, too few to say how long they last.`,
    );
  return null;
}

function queueOf(flow: Flow, days: readonly number[]): Queue | NotEnough {
  const horizon = days[days.length - 1]!;
  const oldest = Math.max(0, ...flow.open.map(({ value }) => value));
  const survivor = dailySurvivor(flow.lengths, oldest + horizon + 1);
  if (survivor === null) return unreliable('No spell has ended, so none can be followed.');
  return {
    still: survivor.still,
    open: flow.open,
    waiting: flow.waiting,
    places: flow.places,
    days,
  };
}

/** Everybody who has the service, waits for it or is in need of it today, grown with the demand. */
function needOf(flow: Flow): number {
  return flow.demand * (openToday(flow) + flow.waiting + flow.unmetNeed);
}

function openToday(flow: Flow): number {
  return sum(flow.open.map(({ count }) => count));
}

function tallyOf(
  tallies: Map<string, Tally>,
  name: string,
  months: number,
  simulations: number,
): Tally {
  const tally = tallies.get(name) ?? new Tally(months, simulations);
  tallies.set(name, tally);
  return tally;
}
