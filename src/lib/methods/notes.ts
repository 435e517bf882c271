/** A paragraph of the methods page with its heading. */
export interface Note {
  readonly about: string;
  readonly text: string;
}

/** How the figures say how sure they are. */
export const uncertainty: readonly Note[] = [
  {
    about: 'Intervals',
    text: 'A rate carries a 95 % interval (Wilson, 1927). It says how far chance alone may have moved the rate of a group this small; it says nothing of errors in the records. Two districts whose intervals overlap a good deal should not be called different.',
  },
  {
    about: 'Expected range',
    text: 'A district is called above or below its expected range by a funnel about the average of all districts, widened when districts differ from one another more than chance would make them (Spiegelhalter, 2005).',
  },
  {
    about: 'Rounding',
    text: 'Percentages and rates are shown to one decimal, halves rounded up, and worked out from counts that are not rounded. Shown parts may therefore not add up to a shown total.',
  },
  {
    about: 'Totals',
    text: 'The rate of the county, or of any group of districts, is one division of two sums, never the average of district rates.',
  },
];

/** Changes after which a series may not be read straight on. */
export const breaks: readonly Note[] = [
  {
    about: 'Register codes, 19 August 2024',
    text: 'Schools in England have used a new list of codes since then. Code J (interview) counted as attending and became J1, an authorised absence; H and Y were retired and replaced by finer codes. Each session is counted by the list in force on its day, so a small part of any change across that date is the list and not the children.',
  },
  {
    about: 'Penalty notices, 19 August 2024',
    text: 'A national framework began on the same day: a notice is considered after ten sessions of unauthorised absence in ten school weeks, with a limit of two notices in three years. Numbers before and after do not compare.',
  },
  {
    about: 'Absence in 2019/20',
    text: 'Schools closed to most pupils in March 2020, and the Department for Education published no absence figures for the year. Comparisons skip it.',
  },
  {
    about: 'NEET and not known: December to February',
    text: 'The figure that authorities are compared by is the mean of the month ends of December, January and February, named after the year in which it ends. Month ends go up and down with the school year; September and October in particular, when education records lapse until they are checked again. Compare with the same month a year earlier.',
  },
  {
    about: 'Terms, year to date, whole year',
    text: 'Persistent absence over one term, over the year so far and over the whole year differ for the same children. Figures are compared on the same basis only.',
  },
];

/** What could not be checked against its source. */
export const notConfirmed: readonly Note[] = [
  {
    about: 'When an NCCIS record lapses',
    text: 'The months after which a record counts as lapsed were taken from the 2019-20 edition of the NCCIS requirement; the text of the 2025-26 edition could not be had. The figures here rest on the lapsed flag that the extract brings, so they are right if the case system is.',
  },
  {
    about: 'September Guarantee and intended destinations',
    text: 'The labels of these codes were not found in a published text. Extracts bring the offer in plain words, and the destination codes are kept as they come.',
  },
  {
    about: 'Districts',
    text: 'No figures of NEET or persistent absence by district are published that are known here. District figures come from the extracts alone, and only the county’s can be checked against a publication.',
  },
  {
    about: 'Penalty notices',
    text: 'Published totals for 2023/24 and 2024/25 were not found, so no comparison is shown for them.',
  },
  {
    about: 'Adjusted NEET',
    text: 'Before 2016 a share of the young people whose activity was not known was added to NEET. Its weights could not be confirmed and the Department no longer uses it, so it is not worked out here.',
  },
];

/** The accessibility statement. */
export const accessibility: readonly Note[] = [
  {
    about: 'What is aimed for',
    text: 'Version 2.2 of the Web Content Accessibility Guidelines at level AA. Everything can be done with a keyboard; every picture has a table with the same figures; nothing is told by colour alone; pages fit a screen 320 pixels wide and follow the settings for dark colours, more contrast, colours of your own and less motion.',
  },
  {
    about: 'What was tested',
    text: 'With every version of the program, by programs. The checks of axe for levels A and AA: on every page with the sample county; on every page but Compare without data; on most pages with part of the data, while files load and when the database fails; and on some when most figures are hidden. All of these checks are made in light colours, 1,440 and 390 pixels wide; those of contrast and of links told by colour also in dark at both widths, and with more contrast and with colours of your own at the wider. The main task of every page but Compare, with the keyboard alone, with the focus in sight on what the task goes to. Sideways scrolling with the sample county, of every page at 320 pixels and of every page but Compare at 1,024. What moves was not tested. By hand, on 22 November 2026: the pages had 100 of 100 for accessibility in Lighthouse, with data and without.',
  },
  {
    about: 'What is known to fall short',
    text: 'Wide tables and SQL texts scroll sideways inside their frames on small screens. Such checks find a part of the faults that there can be. The program has been tried by its makers only: it has not been audited by an independent body, nor tried with people who use a screen reader, magnifier or voice control. It is therefore stated as partially compliant.',
  },
  {
    about: 'If something does not work for you',
    text: 'Tell the team in your authority that put Waymark at this address. Any figure can be had from them as a table in another form. If the answer does not satisfy you, the Equality Advisory and Support Service can help.',
  },
];
