import { calculations } from './calculations';
import type { Calculator } from './calculator';

/** Models worked out in this thread: for the command line and tests. */
export const calculatorHere: Calculator = {
  async calculate(id, inputs, settings, run) {
    const calculate = calculations[id];
    if (!calculate) throw new RangeError(`There is no model "${id}".`);
    return calculate(inputs, settings, run);
  },
  close() {},
};
