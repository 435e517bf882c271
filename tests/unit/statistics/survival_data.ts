import type { SpellCount } from '$lib/statistics/kaplan_meier';

/** Spells from a list of lengths; "+" marks one that was still open. */
export function spells(text: string): SpellCount[] {
  return text.trim().split(/\s+/).map(spell);
}

function spell(text: string): SpellCount {
  const stillOpen = text.endsWith('+') ? 1 : 0;
  return { days: parseInt(text, 10), ended: 1 - stillOpen, stillOpen };
}

/** Acute myelogenous leukaemia: Miller (1981), page 49; `aml` of R's survival package. */
export const maintained = spells('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
export const notMaintained = spells('5 5 8 8 12 16+ 23 27 30 33 43 45');

/** Weeks of remission: Freireich and others (1963); Cox and Oakes (1984), page 7. */
export const mercaptopurine = spells(
  '6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+',
);
export const placebo = spells('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

/** A patient of the lung cancer data: Loprinzi and others (1994); `lung` of R's survival package. */
export interface LungPatient extends SpellCount {
  readonly institution: string;
  readonly sex: string;
  /** Karnofsky performance as the patient rates it. */
  readonly performance: string;
}

const LUNG = `
3,306,m,100 3,455,m,90 3,1010+,m,90 5,210,m,60 1,883,m,90 12,1022+,m,80 7,310,f,60 11,361,f,80
1,218,m,80 7,166,m,70 6,170,m,80 16,654,f,70 11,728,f,90 21,71,m,70 12,567,m,70 1,144,m,90
22,613,m,100 16,707,m,70 1,61,f,60 21,88,m,80 11,301,m,80 6,81,f,70 11,624,m,80 15,371,m,100
12,394,m,80 12,520,f,80 4,574,m,100 13,118,m,70 13,390,m,70 1,12,m,50 12,473,f,90 1,26,m,70
7,533,m,80 16,107,f,60 12,53,m,100 1,122,f,50 22,814,m,60 15,965+,f,90 1,93,m,40 1,731,f,100
5,460,m,60 11,153,f,70 10,433,f,90 12,145,f,60 7,583,m,70 7,95,f,60 1,303,m,70 3,519,m,70
13,643,m,90 22,765,f,100 3,735,f,90 12,189,m,70 21,53,m,100 1,246,m,90 6,689,m,80 1,65,m,80
5,5,f,80 22,132,m,60 3,687,f,80 1,345,f,80 22,444,f,70 12,223,m,80 21,175,m,100 11,60,f,80
3,163,m,60 3,65,m,50 16,208,f,- 5,821+,f,70 22,428,m,80 6,230,m,100 13,840+,m,90 3,305,f,90
5,11,m,100 2,132,m,80 21,226,f,80 12,426,f,90 1,705,f,80 6,363,f,70 3,11,m,- 1,176,m,70
4,791,m,80 13,95,m,90 11,196+,m,80 21,167,f,90 16,806+,m,80 6,284,m,90 22,641,f,80 21,147,m,90
13,740+,f,80 1,163,m,70 11,655,m,90 22,239,m,100 5,88,m,80 10,245,f,60 1,588+,f,90 12,30,m,60
3,179,m,80 12,310,m,100 11,477,m,100 3,166,f,70 1,559+,f,100 6,450,f,90 13,364,m,80 6,107,m,70
13,177,m,- 12,156,m,90 26,529+,f,100 1,11,m,90 21,429,m,80 3,351,f,50 13,15,m,70 1,181,m,90
10,283,m,100 3,201,f,100 6,524,f,100 1,13,m,70 3,212,m,60 1,524,m,70 16,288,m,60 15,363,m,90
22,442,m,90 26,199,f,80 3,550,f,80 11,54,m,60 1,558,m,90 22,207,m,80 7,92,m,60 12,60,m,90
16,551+,f,60 12,543+,f,60 4,293,f,80 16,202,m,80 6,353,m,90 13,511+,f,70 1,267,m,70 22,511+,f,40
12,371,f,70 13,387,m,60 1,457,m,90 5,337,m,100 21,201,f,60 3,404+,m,70 26,222,m,70 1,62,f,90
11,458+,m,100 26,356+,f,90 16,353,m,80 16,163,m,80 12,31,m,90 13,340,f,90 13,229,m,60
22,444+,m,100 5,315+,f,90 16,182,f,60 32,156,m,30 -,329,m,80 26,364+,f,90 4,291,m,60 12,179,m,70
1,376+,f,90 32,384+,f,90 10,268,f,100 11,292+,m,70 6,142,m,80 7,413+,m,70 16,266+,f,90
11,194,f,60 21,320,m,100 6,181,m,90 12,285,m,90 13,301+,m,100 2,348,f,80 2,197,m,60 16,382+,f,90
1,303+,m,80 13,296+,f,100 1,180,m,80 13,186,f,70 1,145,f,90 7,269+,f,100 13,300+,m,100
1,284+,m,90 16,350,f,100 32,272+,f,90 12,292+,f,80 12,332+,f,100 2,285,f,90 3,259+,m,80
15,110,m,60 22,286,m,90 16,270,m,90 16,81,m,70 12,131,m,80 1,225+,m,80 22,269,m,90 12,225+,m,100
32,243+,f,90 21,279+,m,90 1,276+,f,80 32,135,m,70 15,79,f,90 22,59,m,60 32,240+,f,100
3,202+,f,100 26,235+,f,90 33,105,m,70 5,224+,f,90 13,239,f,60 21,237+,m,70 33,173+,f,80
1,252+,f,90 6,221+,m,70 15,185+,m,70 11,92+,f,100 11,13,m,90 11,222+,m,70 13,192+,f,80
21,183,m,60 11,211+,f,30 2,175+,f,80 22,197+,m,90 11,203+,f,90 1,116,m,80 1,188+,m,60
13,191+,m,90 32,105+,f,70 6,174+,m,100 22,177+,f,90
`;

/** "-" where something is not known. */
export const lung: readonly LungPatient[] = LUNG.trim()
  .split(/\s+/)
  .map((row) => {
    const [institution, days, sex, performance] = row.split(',') as [
      string,
      string,
      string,
      string,
    ];
    return { institution, sex, performance, ...spell(days) };
  });
