import { NEET_CODES } from './destinations';
import { Story, type Window } from './involvements';
import type { Row } from './rows';
import type { Person } from './people';

/** Support that follows a NEET spell: taken up for about six in ten, some weeks after it began. */
export function neetSupport(
  activities: readonly Row[],
  people: readonly Person[],
  window: Window,
): Row[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const spells = new Map<string, { person: Person; since: number; months: number }>();
  for (const { person_id, neet_since, activity_code } of activities) {
    const person = byId.get(Number(person_id));
    if (
      person === undefined ||
      typeof neet_since !== 'number' ||
      !NEET_CODES.has(Number(activity_code))
    )
      continue;
    const key = `${person.id} ${neet_since}`;
    const spell = spells.get(key) ?? { person, since: neet_since, months: 0 };
    spell.months++;
    spells.set(key, spell);
  }
  return [...spells.values()].flatMap(({ person, since, months }) => {
    const story = new Story(person, window, 43_000 + since);
    const { random } = story;
    if (random.chance(0.6)) {
      const start = since + random.between(7, 75);
      story.add('neet_support', start, start + months * 30 + random.between(10, 90));
    }
    return story.rows;
  });
}
