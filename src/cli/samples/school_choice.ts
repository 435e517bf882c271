import type { Person } from './people';
import type { Random } from './random';
import type { Phase, School } from './schools';

/** Schools by phase and district, to choose from. */
export class SchoolChoice {
  private places = new Map<string, School[]>();
  private all: readonly School[];

  constructor(schools: readonly School[]) {
    this.all = schools;
    for (const school of schools) {
      const key = `${school.phase} ${school.district}`;
      this.places.set(key, [...(this.places.get(key) ?? []), school]);
    }
  }

  /** A school of the phase, near home and among like neighbours; never the one to leave. */
  choose(person: Person, phase: Phase, random: Random, leave?: School): School {
    const home =
      person.district >= 0 && person.district < 12 ? person.district : random.between(0, 11);
    const district = random.chance(phase === 'secondary' ? 0.13 : 0.05)
      ? random.between(0, 11)
      : home;
    let options = this.places.get(`${phase} ${district}`) ?? [];
    options = options.filter((school) => school !== leave);
    if (options.length === 0) {
      options = this.all.filter((school) => school.phase === phase && school !== leave);
    }
    const grammar = phase === 'secondary' && person.priorAttainment === 'high';
    const weights = options.map((school) => {
      const likeness = Math.exp(-Math.abs(school.decile - person.decile) / 3);
      const place = school.selective ? (grammar ? 2.2 : 0.03) : 1;
      return school.weight * likeness * place;
    });
    return options[random.index(weights)] as School;
  }
}
