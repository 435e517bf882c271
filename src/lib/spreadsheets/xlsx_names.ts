/** The namespace of the parts of a spreadsheet. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The namespace of what ties one part to another. */
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
