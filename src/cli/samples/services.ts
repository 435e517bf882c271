import type { AttendanceSummary } from './attendance';
import { dayOf, type Day } from './dates';
import { Story, type Window } from './involvements';
import type { Row } from './rows';
import type { Person } from './people';

/** Services outside social care that rest on who the person is: SEND, youth justice, health and others. */
export function otherServices(person: Person, window: Window): Row[] {
  const story = new Story(person, window, 41);
  const { random } = story;
  const birthday = (age: number): Day =>
    dayOf(person.cohort + age, 5, 1) + random.between(-120, 120);
  const severity = person.vulnerability;
  if (person.sen === 'E') {
    const age = random.between(3, 11);
    const end = random.chance(0.25) ? birthday(random.between(17, 20)) : birthday(25);
    story.add('send_plan', birthday(age), end);
  }
  if (person.sen !== 'N' && random.chance(0.13)) {
    const start = birthday(random.between(5, 13));
    story.add('specialist_teaching', start, start + random.between(120, 800));
  }
  const offends = 0.011 * Math.exp(1.05 * severity) * (person.sex === 'M' ? 1.5 : 0.4);
  if (random.chance(Math.min(0.5, offends))) {
    const start = birthday(random.between(12, 17));
    if (story.add('youth_justice', start, start + random.between(60, 420)))
      person.care.offending = true;
    story.point('police', start - random.between(3, 30));
    if (random.chance(0.35)) {
      const again = start + random.between(450, 900);
      if (again < birthday(18)) story.add('youth_justice', again, again + random.between(90, 365));
    }
  }
  const distress = 0.05 * Math.exp(0.55 * severity) * (person.sex === 'F' ? 1.3 : 0.8);
  if (random.chance(Math.min(0.5, distress))) {
    const start = birthday(random.between(8, 18));
    story.add('mental_health', start, start + random.between(60, 540));
  }
  if (random.chance(0.12)) {
    const start = birthday(random.between(11, 17));
    story.add('youth_service', start, start + random.between(30, 400));
  }
  for (let n = random.poisson(0.25); n > 0; n--)
    story.point('health', birthday(random.between(0, 5)));
  if (random.chance(0.012 * Math.exp(0.8 * severity))) {
    const start = birthday(random.between(16, 21));
    story.add('housing', start, start + random.between(30, 300));
  }
  if (random.chance(0.02)) {
    const start = birthday(random.between(2, 17));
    story.add('other', start, start + random.between(10, 200));
  }
  return story.rows;
}

/** Attendance casework and safeguarding checks that follow a year of much absence. */
export function attendanceCasework(summaries: readonly AttendanceSummary[], window: Window): Row[] {
  return summaries.flatMap(({ enrolment, year, possible, absent }) => {
    const rate = possible > 0 ? absent / possible : 0;
    if (rate < 0.12 || possible < 60) return [];
    const story = new Story(enrolment.person, window, 42_000 + year);
    const { random } = story;
    if (random.chance(rate >= 0.5 ? 0.62 : rate >= 0.2 ? 0.34 : 0.12)) {
      // Taken up once the pattern shows, from November on.
      const start = dayOf(year, 11, 1) + random.between(0, 200);
      story.add('attendance_casework', start, start + random.between(40, 260));
    }
    if (random.chance(rate >= 0.5 ? 0.15 : 0.02)) {
      story.point('education_safeguarding', dayOf(year, 10, 15) + random.between(0, 260));
    }
    return story.rows;
  });
}
