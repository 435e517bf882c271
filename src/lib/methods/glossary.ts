/** A word of the field or of the product, for people who meet it for the first time. */
export interface Term {
  readonly word: string;
  readonly meaning: string;
}

/** In the order of the alphabet. */
export const glossary: readonly Term[] = [
  {
    word: 'Academic age',
    meaning:
      'Age on 31 August before the school year starts. It decides the year group: academic age 15 is Year 11.',
  },
  {
    word: 'Currency, lapsed',
    meaning:
      'A record of what a young person does holds for a time. If nobody has checked it again by then it has lapsed, and the person counts as not known.',
  },
  {
    word: 'Enrolment',
    meaning:
      'One pupil on the roll of one school. A child who changes school in the year is two enrolments.',
  },
  {
    word: 'Expected range',
    meaning:
      'How far a district can lie from the county by chance alone, given its size. Outside it, something else is likely to be at work.',
  },
  {
    word: 'Extract',
    meaning: 'A file written out of a case or school system, to the extract contract on this page.',
  },
  {
    word: 'GSS code',
    meaning:
      'The code of an area from the Office for National Statistics, such as E07000114 for Thanet.',
  },
  {
    word: 'Interval',
    meaning:
      'The range in which the true rate probably lies, at 95 %: with the same risk each year, about 19 of 20 such ranges hold it.',
  },
  {
    word: 'Mart',
    meaning: 'A small table, worked out once from the extracts, that the figures are counted from.',
  },
  {
    word: 'NCCIS',
    meaning:
      'National Client Caseload Information System: the monthly return in which authorities tell what 16 and 17 year olds do.',
  },
  { word: 'NEET', meaning: 'Not in education, employment or training.' },
  {
    word: 'Not known',
    meaning: 'The authority does not know what a young person does, or its record has lapsed.',
  },
  {
    word: 'Parquet',
    meaning:
      'A file format for tables. It is small, says what type each column has, and most data tools can write it.',
  },
  {
    word: 'Percentage point',
    meaning: 'The difference of two percentages: from 7.0 % to 7.6 % is 0.6 points.',
  },
  {
    word: 'Possible session',
    meaning:
      'A session at which the pupil was expected. Sessions at which the school was closed to them, or that they spent at another school, are not possible sessions.',
  },
  {
    word: 'Provisional',
    meaning: 'The supplier may still correct the figures. Final ones will not change.',
  },
  {
    word: 'Pseudonym',
    meaning:
      'A made-up number or text that stands for a person, the same in every extract, from which nobody here can tell who it is.',
  },
  { word: 'Session', meaning: 'Half a school day: the morning or the afternoon.' },
  {
    word: 'Spell',
    meaning: 'The time from the first to the last day a service works with a person.',
  },
  {
    word: 'SQL',
    meaning:
      'The language in which figures are counted from tables. It is shown so that they can be checked.',
  },
  { word: 'URN', meaning: 'Unique reference number of a school.' },
  {
    word: 'Year to date',
    meaning:
      'The school year up to the last day that the registers cover, and earlier years up to the same day.',
  },
];
