import type { SafeTable } from '../disclosure/safe_table';
import { figureTable } from '../explore/figure_table';
import { groupsOf, type Group } from '../explore/groups';
import { labelBy } from '../explore/measure_words';
import { dimensions } from '../measures/dimensions';
import { formatCount, formatMany } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { serviceName } from '../words/phrases';
import type { Places } from '../words/places';

/** More combinations than this are in the table alone. */
const most = 15;

/** People with exactly these services open together. */
export interface Combination extends Group {
  readonly services: readonly string[];
  /** Null where it is hidden. */
  readonly people: number | null;
}

/** One service, with the people of every combination that has it and is shown. */
export interface ServiceSet {
  readonly code: string;
  readonly name: string;
  /** Null where every combination with it is hidden. */
  readonly people: number | null;
}

export interface UpsetFigures {
  /** Largest first; the hidden ones last, in the order of their names. */
  readonly all: readonly Combination[];
  /** The first of them: as many as there is room for. */
  readonly drawn: readonly Combination[];
  /** The services of the combinations that are drawn, largest first. */
  readonly sets: readonly ServiceSet[];
  /** How many combinations that are shown, and how many that are hidden, are left to the table. */
  readonly more: { readonly shown: number; readonly hidden: number };
}

/**
 * Combinations of services and the services in them. What is added up is added up of shown combinations
 * alone: how many people a service has in all would tell of the combinations that are hidden.
 */
export function upsetFigures(table: SafeTable, period: string, places: Places): UpsetFigures {
  const all = groupsOf(table, 'service_combination', period, places).map((group): Combination => ({
    ...group,
    services: group.code.split(' + '),
    people: group.row.value.value,
  }));
  const drawn = all.slice(0, most);
  const left = all.slice(most);
  const hidden = left.filter(({ people }) => people === null).length;
  return {
    all,
    drawn,
    sets: setsOf(drawn, all),
    more: { shown: left.length - hidden, hidden },
  };
}

function setsOf(drawn: readonly Combination[], all: readonly Combination[]): readonly ServiceSet[] {
  const order = Object.keys(dimensions.service.values);
  return [...new Set(drawn.flatMap(({ services }) => services))]
    .map((code): ServiceSet => {
      const shown = all.filter(
        ({ services, people }) => people !== null && services.includes(code),
      );
      const people = shown.length === 0 ? null : sum(shown);
      return { code, name: serviceName(code), people };
    })
    .sort(
      (a, b) =>
        (b.people ?? -1) - (a.people ?? -1) || order.indexOf(a.code) - order.indexOf(b.code),
    );
}

function sum(combinations: readonly Combination[]): number {
  return combinations.reduce((total, { people }) => total + (people ?? 0), 0);
}

/** The commonest overlap, and how many have one service alone. */
export function upsetTitle({ all }: UpsetFigures, period: string, place: string): string {
  const when = periodLabel(period);
  const shown = all.filter(({ people }) => people !== null);
  if (shown.length === 0) return `Services open together in ${place}: every combination is hidden`;
  const overlap = shown.find(({ services }) => services.length > 1);
  const alone = shown.filter(({ services }) => services.length === 1);
  const head =
    overlap === undefined
      ? `No overlap of services in ${place}, ${when}, is common enough to be shown`
      : `${overlap.name} is the commonest overlap of services in ${place}: ${formatMany(overlap.people ?? 0, 'person', 'people')} in ${when}`;
  return `${head}; ${formatCount(sum(alone))} of the ${formatCount(sum(shown))} people shown have one service alone`;
}

/** What is drawn, and what is left to the table. */
export function upsetSubtitle({ more }: UpsetFigures, period: string, place: string): string {
  const left = [
    ...(more.shown > 0 ? [formatMany(more.shown, 'smaller combination')] : []),
    ...(more.hidden > 0
      ? [
          `${formatMany(more.hidden, 'combination')} hidden because few people have ${more.hidden === 1 ? 'it' : 'them'}`,
        ]
      : []),
  ];
  const table = left.length === 0 ? '' : ` In the table alone: ${left.join(' and ')}.`;
  return `${place}. Number of people aged 0 to 17 by exactly which services are open with them (filled dots of a column), ${periodLabel(period)}, largest first. Bars at the left add up the combinations that are shown, so they are not the whole caseload of a service.${table}`;
}

/** What is said of a combination that is shown. */
export function sayPeople(people: number): string {
  return `${formatMany(people, 'person', 'people')} aged 0 to 17`;
}

/** Every combination, also those that are not drawn. */
export function upsetTable(
  { all }: UpsetFigures,
  { measure }: SafeTable,
  period: string,
  place: string,
): TableModel {
  const { id, label } = dimensions.service_combination;
  return figureTable(
    measure,
    `${labelBy(measure, label)}, ${place}, ${periodLabel(period)}`,
    { id, label },
    all.map(({ code, name, row }) => ({ key: code, name, row })),
  );
}
