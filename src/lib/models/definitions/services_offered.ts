import { services } from '../../contract/tables/involvements';
import { kinds } from '../../measures/kinds';

/** Point events last no time, so they are not offered where lengths or caseloads are asked for. */
const events: readonly string[] = ['contact', 'referral', 'section_47'];

/** Services that work with a person for a time, with their names. */
export const servicesThatLast: readonly { readonly value: string; readonly label: string }[] =
  services
    .filter((service) => !events.includes(service))
    .map((service) => ({ value: service, label: kinds.service.values[service] ?? service }));
