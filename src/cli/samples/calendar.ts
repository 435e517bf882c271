import { dayOf, weekdayOf, type Day } from './dates';

/** One of the six terms of a Kent academic year; both days are school days. */
export interface Term {
  term: number;
  start: Day;
  end: Day;
}

/** A Kent academic year: six terms of 195 weekdays in all, five of which each school keeps for training. */
export interface SchoolYear {
  year: number;
  terms: Term[];
  /** Every weekday of the terms that is not a bank holiday. */
  days: Day[];
}

/** Bank holidays that no rule gives. */
const PROCLAIMED = [dayOf(2022, 6, 3), dayOf(2022, 9, 19), dayOf(2023, 5, 8)];

function mondayOnOrAfter(day: Day): Day {
  return day + ((7 - weekdayOf(day)) % 7);
}

function mondayOnOrBefore(day: Day): Day {
  return day - weekdayOf(day);
}

function fridayOnOrBefore(day: Day): Day {
  return day - ((weekdayOf(day) + 3) % 7);
}

/** Easter Sunday (the Meeus, Jones and Butcher rule). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

function bankHolidays(year: number): Set<Day> {
  const easter = easterSunday(year);
  return new Set([
    mondayOnOrAfter(dayOf(year, 5, 1)),
    mondayOnOrBefore(dayOf(year, 5, 31)),
    easter - 2,
    easter + 1,
    dayOf(year, 1, 1),
    // A New Year's Day at the weekend is kept on the Monday.
    ...(weekdayOf(dayOf(year, 1, 1)) > 4 ? [mondayOnOrAfter(dayOf(year, 1, 1))] : []),
    ...PROCLAIMED,
  ]);
}

/**
 * The terms of an academic year, by the pattern Kent follows: half term in the last full week of
 * October, two weeks at Christmas, a week in February, two weeks at Easter from the first Monday of
 * April, a week at the spring bank holiday. Term 6 ends on the 195th school day.
 */
export function schoolYear(year: number): SchoolYear {
  const closed = new Set([...bankHolidays(year), ...bankHolidays(year + 1)]);
  const lastMondayOfOctober = mondayOnOrBefore(dayOf(year, 10, 31));
  const octoberBreak = lastMondayOfOctober - (lastMondayOfOctober > dayOf(year, 10, 28) ? 7 : 0);
  const christmasBreak = fridayOnOrBefore(dayOf(year, 12, 20)) + 3;
  const term3 = christmasBreak + 14;
  const easterBreak = mondayOnOrAfter(dayOf(year + 1, 4, 1));
  const springBreak = mondayOnOrBefore(dayOf(year + 1, 5, 31));
  const spans: [Day, Day][] = [
    [dayOf(year, 9, 1), octoberBreak - 1],
    [octoberBreak + 7, christmasBreak - 1],
    [term3, term3 + 6 * 7 - 1],
    [term3 + 7 * 7, easterBreak - 1],
    [easterBreak + 14, springBreak - 1],
    [springBreak + 7, dayOf(year + 1, 8, 1)],
  ];
  const days: Day[] = [];
  const terms: Term[] = [];
  spans.forEach(([first, last], i) => {
    const open: Day[] = [];
    for (let day = first; day <= last && days.length + open.length < 195; day++) {
      if (weekdayOf(day) < 5 && !closed.has(day)) open.push(day);
    }
    days.push(...open);
    terms.push({ term: i + 1, start: open[0] ?? first, end: open[open.length - 1] ?? first });
  });
  return { year, terms, days };
}

/** Last Friday in June: when compulsory school age, and a Year 11 register, ends. */
export function leavingDay(year: number): Day {
  return fridayOnOrBefore(dayOf(year + 1, 6, 30));
}

const calendars = new Map<number, SchoolYear>();

/** The calendar of a year, made once. */
export function calendarOf(year: number): SchoolYear {
  const known = calendars.get(year) ?? schoolYear(year);
  calendars.set(year, known);
  return known;
}
