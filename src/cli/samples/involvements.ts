import { dayOf, type Day } from './dates';
import { districtCode, type Person } from './people';
import type { Row } from './rows';
import { Random } from './random';

/** The window that spells are generated for; only what reaches into it is written. */
export interface Window {
  seed: number;
  from: Day;
  extract: Day;
}

const SOURCES = {
  '1A': 8, '1B': 3, '1C': 5, '1D': 2, '2A': 20, '2B': 2, '3A': 3, '3B': 3, '3C': 4, '3D': 2, '3E': 4,
  '3F': 2, '4': 2, '5A': 5, '5B': 4, '5C': 1, '6': 26, '7': 1, '8': 3, '9': 2, '10': 3,
}; // prettier-ignore
const NEEDS = { N1: 50, N2: 8, N3: 3, N4: 10, N5: 15, N6: 4, N7: 1, N8: 3, N9: 4, N0: 2 };
const CLOSURES = { RC1: 1, RC2: 1, RC3: 2, RC4: 3, RC5: 4, RC6: 8, RC7: 12, RC8: 55, RC9: 14 };
const CATEGORIES = { NEG: 52, EMO: 35, PHY: 8, SAB: 4, MUL: 1 };
const LEGAL = { C2: 55, C1: 10, V2: 24, E1: 4, J1: 1, D1: 1, V3: 2, C1i: 0 };

/** Chances by age of coming to notice in a year, relative: babies and teenagers most. */
function ageFactor(age: number): number {
  return age < 0 ? 0.6 : age < 1 ? 1.6 : age < 5 ? 1.1 : age < 11 ? 0.9 : age < 16 ? 1.25 : 0.8;
}

/** The spells of one person: a small story told in days. */
export class Story {
  readonly rows: Row[] = [];
  readonly random: Random;

  constructor(
    readonly person: Person,
    private readonly window: Window,
    stream: number,
  ) {
    this.random = new Random(window.seed, stream, person.index);
  }

  /** Adds a spell; one that goes past the extract is open, one that ended before the window is left out. */
  add(service: string, start: Day, end: Day | null, more: Row = {}): boolean {
    const { from, extract } = this.window;
    if (start > extract || (end !== null && end < from)) return false;
    const open = end === null || end > extract;
    const { closure, ...rest } = more;
    this.rows.push({
      person_id: this.person.id,
      service,
      start_date: start,
      end_date: open ? null : end,
      district: districtCode(this.person.district),
      closure: open ? null : closure,
      team_code: `T${String(1 + ((this.person.district + 13 + service.length) % 24)).padStart(2, '0')}`,
      ...rest,
    });
    return true;
  }

  /** Adds a point event. */
  point(service: string, date: Day, more: Row = {}): void {
    this.add(service, date, date, more);
  }
}

/** Children's social care and early help, from contact to care leaver, with re-referrals. */
export function socialCare(person: Person, window: Window): Row[] {
  const story = new Story(person, window, 40);
  const { random } = story;
  const born = person.birthMonth + 14;
  const adult = dayOf(person.cohort + 18, 6, 1) - 120 + random.between(0, 90);
  if (person.uasc) {
    arrivesAlone(story, adult, window);
    return story.rows;
  }
  // Four years before the window, so that what is open on its first day has a past.
  let now = Math.max(born - 120, window.from - 1460);
  const pace = 0.05 * Math.exp(0.95 * person.vulnerability + (person.disability ? 0.5 : 0));
  let boost = 1;
  for (let guard = 0; guard < 40; guard++) {
    const age = (now - born) / 365.25;
    const rate = Math.min(3, pace * ageFactor(age) * boost);
    now += Math.ceil(random.exponential(365 / rate));
    if (now > Math.min(adult, window.extract)) break;
    const source = random.of(SOURCES);
    story.point('contact', now, { source });
    if (source === '6') story.point('police', now);
    boost = Math.max(1, boost * 0.75);
    if (!random.chance(0.42)) {
      if (random.chance(0.3)) earlyHelp(story, now + random.between(5, 30));
      continue;
    }
    const referral = now + random.between(0, 3);
    story.point('referral', referral, { source });
    // Those referred once are likelier to be referred again within the year.
    boost = 7.5;
    now = referral;
    if (random.chance(0.86)) now = assess(story, referral, adult);
  }
  return story.rows;
}

function earlyHelp(story: Story, start: Day): Day {
  const end = start + Math.round(60 + story.random.exponential(110));
  story.add('early_help', start, end);
  return end;
}

function assess(story: Story, referral: Day, adult: Day): Day {
  const { random, person } = story;
  const start = referral + random.between(0, 4);
  const end = start + random.between(12, 58);
  const need = person.disability && random.chance(0.5) ? 'N2' : random.of(NEEDS);
  story.add('assessment', start, end);
  const enquiry = random.chance(0.27);
  if (enquiry)
    story.add('section_47', start + random.between(1, 10), start + random.between(12, 22));
  if (!enquiry && random.chance(0.5)) return random.chance(0.35) ? earlyHelp(story, end + 5) : end;

  const inNeed = Math.min(adult, end + Math.round(50 + random.exponential(190)));
  if (inNeed <= end) return end;
  let closed = inNeed;
  const looked: [Day, Day][] = [];
  if (enquiry && random.chance(0.36)) {
    const plan = end + random.between(0, 10);
    const planEnd = Math.min(adult, plan + Math.round(90 + random.exponential(190)));
    if (
      planEnd > plan &&
      story.add('child_protection', plan, planEnd, { category: random.of(CATEGORIES) })
    )
      person.care.protection = true;
    closed = Math.max(closed, planEnd);
    if (random.chance(0.2)) looked.push([planEnd - random.between(0, 60), adult]);
  } else if (random.chance(0.035)) looked.push([end + random.between(0, 60), adult]);
  for (const [into] of looked) {
    // Half go home or to another family within two years; the others stay until they are eighteen.
    const home = random.chance(0.5)
      ? Math.min(adult, into + Math.round(30 + random.exponential(420)))
      : adult;
    if (home <= into) continue;
    lookAfter(story, into, home, adult, need);
    closed = Math.max(closed, home);
  }
  if (
    story.add('child_in_need', end, Math.min(closed, adult), { need, closure: random.of(CLOSURES) })
  )
    person.care.inNeed = true;
  return closed;
}

function lookAfter(story: Story, start: Day, end: Day, adult: Day, need: string): void {
  const { random, person } = story;
  const legal = random.of(LEGAL);
  if (story.add('looked_after', start, end, { need, legal_status: legal === 'C1i' ? 'C1' : legal }))
    person.care.lookedAfter = true;
  virtualSchool(story, start, end);
  if (end >= adult) leaveCare(story, adult);
}

function virtualSchool(story: Story, start: Day, end: Day): void {
  const school = Math.max(start + 5, dayOf(story.person.cohort + 4, 9, 1));
  if (school < end) story.add('virtual_school', school, end);
}

function leaveCare(story: Story, adult: Day): void {
  const until = story.random.chance(0.55) ? adult + 3 * 365 : dayOf(story.person.cohort + 25, 5, 1);
  story.add('care_leaver', adult, until);
  if (story.random.chance(0.35)) {
    const moved = adult + story.random.between(0, 400);
    story.add('housing', moved, moved + story.random.between(60, 500));
  }
}

function arrivesAlone(story: Story, adult: Day, window: Window): void {
  const { random, person } = story;
  const arrival = Math.min(adult - 60, dayOf(person.cohort + 15, 9, 1) + random.between(0, 850));
  story.point('contact', arrival, { source: '6' });
  story.point('referral', arrival, { source: '6' });
  story.add('assessment', arrival + 1, arrival + random.between(20, 45));
  // Most are moved on to another authority under the national transfer scheme.
  const moved = random.chance(0.3) ? arrival + random.between(20, 120) : adult;
  story.add('looked_after', arrival, Math.min(moved, adult), { need: 'N8', legal_status: 'V2' });
  story.add('child_in_need', arrival, Math.min(moved, adult), { need: 'N8', closure: 'RC3' });
  virtualSchool(story, arrival, Math.min(moved, adult));
  if (random.chance(0.5)) story.add('health', arrival + 10, arrival + random.between(60, 300));
  if (moved >= adult && adult < window.extract) leaveCare(story, adult);
}
