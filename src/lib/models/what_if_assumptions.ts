import type { Flow } from './what_if';

/** Everything that the what-if figures suppose, a sentence each, for the reader. */
export function assumptionsOf(
  flows: readonly Flow[],
  {
    months,
    simulations,
    left,
  }: { readonly months: number; readonly simulations: number; readonly left: number },
): readonly string[] {
  const limited = flows.some((flow) => flow.places !== null);
  const takenUp = flows.some((flow) => flow.takenUp > 0 && flow.unmetNeed > 0);
  const changed = flows.some((flow) => flow.demand !== 1);
  return [
    'Spells start at random at the average rate of the months counted, the same in every month ahead: no season and no trend.',
    changed
      ? 'A change in demand begins at once and multiplies the rate at which spells start and the number of people in need.'
      : 'Demand stays as it was.',
    'Spells last as long as past ones did, whatever the demand, the waiting or the number of places; lengths beyond those often seen are supposed to end at the pace of the longer half of the past ones.',
    'People with an open spell today stay as long as others who had got to the same age of spell.',
    limited
      ? 'Where places are limited they are always filled, first come first served; nobody leaves the queue or is seen elsewhere, and a place is free again on the day somebody leaves.'
      : 'There is always a place, so nobody waits.',
    ...(limited
      ? [
          'The days waited by people who wait today are counted from today, so they come out too short.',
        ]
      : []),
    ...(takenUp
      ? [
          `People in unmet need who come forward do so evenly over the ${months} months, and stay as long as others.`,
        ]
      : []),
    'Coverage is the number open over the number in need, who are those open, waiting or in unmet need today; nobody else becomes in need unless demand changes.',
    'Each service and district goes its own way: a start in one does not make or spare a start in another.',
    `The intervals are those between which 80 and 95 % of ${simulations} simulations lie; they cover chance and the uncertainty of the rate at which spells start, not that of the lengths or of these assumptions.`,
    ...(left > 0
      ? [
          `${left === 1 ? 'One service in one district is' : `${left} combinations of service and district are`} left out of the sums, because too few spells started or ended to follow them.`,
        ]
      : []),
  ];
}
