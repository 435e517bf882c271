import { dayOf, type Day } from './dates';
import { DISTRICTS } from './districts';
import { academicAge, districtCode, type Person } from './people';
import type { Row } from './rows';
import { Random } from './random';

interface Options {
  seed: number;
  firstYear: number;
  lastYear: number;
  extract: Day;
}

/** Work permits and performance licences of children, and approvals of chaperones and bodies of persons. */
export function makeLicences(
  people: readonly Person[],
  { seed, firstYear, lastYear, extract }: Options,
): Row[] {
  const rows: Row[] = [];
  const add = (row: Row) => Number(row.date) <= extract && rows.push(row);
  for (let year = firstYear; year <= lastYear; year++) {
    for (const person of people) {
      const age = academicAge(person, year);
      const district = districtCode(person.district);
      if (age < 3 || age > 15 || district === null || person.district > 11) continue;
      const random = new Random(seed, 70, person.index, year);
      const date = dayOf(year, 9, 1) + random.between(0, 360);
      if (age >= 13 && random.chance(0.018)) {
        add({
          kind: 'work_permit',
          decision: random.of({ issued: 93, refused: 5, revoked: 2 }),
          date,
          district,
          person_id: person.id,
        });
      }
      if (random.chance(0.004 * Math.exp(-0.4 * person.vulnerability))) {
        for (let n = 1 + random.poisson(0.6); n > 0; n--) {
          add({
            kind: 'performance_licence',
            decision: random.of({ issued: 98, refused: 2 }),
            date: date + 9 * n,
            district,
            person_id: person.id,
          });
        }
      }
    }
    const random = new Random(seed, 71, year);
    const approvals = Math.max(12, Math.round(people.length / 900));
    for (let n = 0; n < approvals; n++) {
      const district = DISTRICTS[random.index(DISTRICTS.map((d) => d.weight))]?.code ?? null;
      const date = dayOf(year, 9, 1) + random.between(0, 360);
      const chaperone = random.chance(0.8);
      add({
        kind: chaperone ? 'chaperone' : 'body_of_persons',
        decision: random.of({ issued: 50, renewed: 42, refused: 3, revoked: 1 }),
        date,
        district,
        person_id: null,
      });
    }
  }
  return rows.sort((a, b) => Number(a.date) - Number(b.date));
}
