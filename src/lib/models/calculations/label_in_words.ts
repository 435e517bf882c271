const names = /^(English|NEET|SEN|EHC|Early Help|Virtual School)/;

/** A label as it stands within a sentence: in small letters unless it begins with a name. */
export function labelInWords(label: string): string {
  return names.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
