/** What a spreadsheet would run as a formula when it opens a file of plain text. */
export const formula = /^[=+\-@\t\r\n]/;

/** The same where a whole negative number, such as year group -1, may stand as it is. */
export const formulaUnlessWholeNumber = /^(?:[=+@\t\r\n]|-(?!\d+$))/;

/** A word as it stands in plain text: behind an apostrophe if it would be run, which Papa Parse puts there as well. */
export const harmless = (word: string): string => (formula.test(word) ? `'${word}` : word);
