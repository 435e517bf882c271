// Views of the sample county that hide figures, and what they hide.
import { rawFigures } from './raw_figures';
import { sampleFigures, type FigureRecord } from './sample_figures';
import { hiddenGroup, type HiddenGroup } from './telling';

type Split = 'district' | 'service';

/** A view with a figure that hides some of its groups. */
export interface HidingView {
  /** The page, by its name in the rail, and the fragment of the view. */
  readonly rail: string;
  readonly fragment: string;
  /** How the caption of the figure's table begins. */
  readonly caption: string;
  readonly by: readonly Split[];
  /** The same figure, as it is asked of the command line. */
  readonly question: string;
}

const everyView: readonly HidingView[] = [
  {
    rail: 'NEET',
    fragment: 'v=1&ethnic_group=black',
    caption: 'NEET or not known by district',
    by: ['district'],
    question:
      '--measure neet_or_not_known --by district --period 2025-djf --where ethnic_group=black',
  },
  {
    rail: 'Attendance',
    fragment: 'v=1&ethnic_group=black',
    caption: 'Persistent absence by district',
    by: ['district'],
    question:
      '--measure persistent_absence --by district --period 2024-25 --where ethnic_group=black',
  },
  {
    rail: 'Services',
    fragment: 'v=1&district=E07000105',
    caption: 'Open caseload by service',
    by: ['service'],
    question: '--measure open_caseload --by service --period 2025-07 --where district=E07000105',
  },
  {
    rail: 'Overview',
    fragment: '',
    caption: 'Open involvement per 1,000 by service and district',
    by: ['service', 'district'],
    question: '--measure service_involvement --by service,district --period 2025-07',
  },
];

/** One of the views, or with `WAYMARK_VIEWS=all` every one, which takes minutes. */
export const hidingViews: readonly HidingView[] =
  process.env['WAYMARK_VIEWS'] === 'all'
    ? everyView
    : everyView.filter(({ rail }) => rail === 'Attendance');

/** What a view hides and shows, and the numbers of its whole table in order. */
export interface Hidden {
  readonly groups: readonly HiddenGroup[];
  /** The names of groups that are shown. */
  readonly shown: readonly (readonly string[])[];
  readonly columns: readonly (readonly number[])[];
}

/**
 * What each of some views hides.
 *
 * @param names what readers call a district or a service, by its code
 */
export async function whatIsHidden(
  views: readonly HidingView[],
  names: ReadonlyMap<string, string>,
): Promise<Hidden[]> {
  const raw = await rawFigures(views.map(({ question }) => question));
  return Promise.all(
    views.map(async ({ by, question }, index): Promise<Hidden> => {
      const codesOf = (record: FigureRecord) => by.map((each) => record[each] ?? '');
      const key = (record: FigureRecord) => codesOf(record).join(' ');
      const exact = new Map((raw[index] ?? []).map((record) => [key(record), record]));
      // A grid has a column for each district of the county, and none for people of whom it is not known.
      const isPlaced = (code: string) => names.has(code) && (by.length === 1 || code !== 'unknown');
      const protectedRows = (await sampleFigures(question)).filter((record) =>
        codesOf(record).every(isPlaced),
      );
      const namesOf = (record: FigureRecord) => codesOf(record).map((code) => names.get(code)!);
      const column = (of: (record: FigureRecord) => number | null) =>
        [...exact.values()].map((record) => of(record) ?? 0);
      return {
        groups: protectedRows
          .filter(({ status }) => status === 'c')
          .map((record) => hiddenGroup(exact.get(key(record))!, codesOf(record), namesOf(record))),
        shown: protectedRows.filter(({ status }) => status === 'ok').map(namesOf),
        columns: [column(({ numerator }) => numerator), column(({ denominator }) => denominator)],
      };
    }),
  );
}
