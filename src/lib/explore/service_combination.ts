import { dimensions } from '../measures/dimensions';
import { formatList } from '../ui/format';

/** Names that keep their capitals within a sentence. */
const proper = /^([A-Z]{2,}|Early Help|Virtual School)/;

/**
 * A code such as `child_in_need + early_help` in words, in the order in which services are listed
 * everywhere: "Early Help and child in need".
 */
export function combinationInWords(code: string): string {
  const { values } = dimensions.service;
  const order = Object.keys(values);
  const place = (service: string): number => {
    const found = order.indexOf(service);
    return found < 0 ? order.length : found;
  };
  const names = code
    .split(' + ')
    .sort((a, b) => place(a) - place(b))
    .map((service) => values[service] ?? service.replaceAll('_', ' '));
  return formatList(names.map((name, index) => (index === 0 ? name : within(name))));
}

function within(name: string): string {
  return proper.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
