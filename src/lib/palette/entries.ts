import { measureChoices, modelChoices } from '../explore/choices';
import { measureViewFromFragment } from '../explore/measure_view';
import { models } from '../models/catalogue';
import {
  hasView,
  measureLimits,
  measuresPage,
  modelsPage,
  type PageLimits,
} from '../saved_views/page_views';
import type { SavedView } from '../saved_views/saved_view';
import { formatDate } from '../ui/format';
import type { Action, Entry } from './entry';
import { withDistrict, withoutFilters, type Shown } from './shown_view';

/** What the palette is told of the page it opens over. */
export interface Surroundings {
  readonly shown: Shown;
  /** The fragment of the one view as it was left. */
  readonly left: string;
  /** The pages of the rail. */
  readonly pages: readonly { readonly href: string; readonly label: string }[];
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  /** Tables and columns that are loaded. */
  readonly loaded: ReadonlySet<string>;
  readonly views: readonly SavedView[];
  readonly limits: PageLimits;
}

/** Everything that can be found from here. */
export function entriesFor(around: Surroundings): readonly Entry[] {
  return [
    ...pageEntries(around),
    ...actionEntries(around),
    ...viewEntries(around),
    ...districtEntries(around),
    ...measureEntries(around),
    ...modelEntries(around),
  ];
}

function pageEntries({ pages }: Surroundings): Entry[] {
  return pages.map(({ href, label }) => ({
    id: `page-${label}`,
    kind: 'page',
    label,
    hint: '',
    searched: 'page go to open',
    target: { is: 'page', href },
  }));
}

function actionEntries({ shown, loaded, limits }: Surroundings): Entry[] {
  const action = (name: Action, label: string, hint: string, searched: string): Entry => ({
    id: `action-${name.replaceAll(' ', '-')}`,
    kind: 'action',
    label,
    hint,
    searched,
    target: { is: 'action', action: name },
  });
  const canSave = hasView(shown.page, limits);
  return [
    action('copy link', 'Copy link to this view', 'the view, never data', 'share address url'),
    action('print', 'Print this page', '', 'paper pdf report'),
    ...(withoutFilters(shown, limits)
      ? [action('clear filters', 'Clear filters', 'on this page', 'reset remove all districts')]
      : []),
    action(
      'saved views',
      canSave ? 'Save this view, or see saved views' : 'See saved views',
      '',
      'keep bookmark name favourite export import rename delete manage',
    ),
    action('compare', 'Compare pinned figures', '', 'tray pins side by side beside'),
    action('notes', 'Notes', 'on figures and months', 'write annotate comment flag remark'),
    action('privacy', 'Where is my data?', '', 'privacy sealed requests storage cookies'),
    ...(loaded.size > 0
      ? [action('wipe', 'Wipe everything', 'asks first, on the Data page', 'delete remove clear')]
      : []),
  ];
}

function viewEntries({ views }: Surroundings): Entry[] {
  return views.map(({ name, page, fragment, savedOn }) => ({
    id: `view-${name}`,
    kind: 'view',
    label: name,
    hint: `saved on ${formatDate(savedOn)}`,
    searched: page.slice(1),
    target: { is: 'view', page, fragment },
  }));
}

function districtEntries({ districts, shown, left, limits }: Surroundings): Entry[] {
  return districts.map(({ code, name }) => {
    const goal = withDistrict(shown, code, left, limits);
    return {
      id: `district-${code}`,
      kind: 'district',
      label: name,
      hint: goal.page === shown.page ? 'filters this page' : 'on the overview',
      searched: `${code.toLowerCase()} district filter area place`,
      target: { is: 'view', ...goal },
    };
  });
}

function measureEntries({ shown, loaded, limits }: Surroundings): Entry[] {
  const known = measureLimits(limits);
  // From another measure as much of its view is kept as the new one has an answer to.
  const fragment = shown.page === measuresPage ? shown.fragment : '';
  const view = measureViewFromFragment(fragment, known)?.view;
  return (view ? measureChoices(known, view, loaded) : []).flatMap(({ title, choices }) =>
    choices.map((choice) => ({
      id: `measure-${choice.id}`,
      kind: 'measure' as const,
      label: choice.label,
      hint: choice.available ? title : `${title}, not loaded`,
      searched: choice.searched,
      target: { is: 'view' as const, page: measuresPage, fragment: choice.fragment },
    })),
  );
}

function modelEntries({ loaded }: Surroundings): Entry[] {
  return modelChoices(models, loaded).flatMap(({ choices }) =>
    choices.map((choice) => ({
      id: `model-${choice.id}`,
      kind: 'model' as const,
      label: choice.label,
      hint: choice.available ? '' : 'not loaded',
      searched: `${choice.searched}\nmodel`,
      target: { is: 'view' as const, page: modelsPage, fragment: choice.fragment },
    })),
  );
}
