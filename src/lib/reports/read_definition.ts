import { profiles } from '../disclosure/policy';
import { comparators } from '../view/view';
import {
  reportPurposes,
  type FigureSpec,
  type ReportDefinition,
  type SectionDefinition,
} from './definition';
import { Reading, type Fault } from './reading';
import { readFigure } from './read_figure';
import { readView } from './read_view';

export type { Fault } from './reading';

/** The version of the format that is written, and the last that is read. */
const version = 1;

/** How much a definition may hold; a report beyond this is for nobody to read. */
const most = {
  characters: 500_000,
  title: 200,
  commentary: 10_000,
  sections: 30,
  figures: 40,
} as const;

/** A definition, or everything that is wrong with the file. */
export type ReadDefinition =
  | { readonly definition: ReportDefinition; readonly faults: readonly [] }
  | { readonly definition: null; readonly faults: readonly Fault[] };

/**
 * Reads the text of a definition file strictly: what it names must exist, and nothing may stand in it that is not
 * known. Every fault is named by its place. A definition of a later version is refused whole.
 *
 * @param districts the codes of the county's districts
 */
export function readDefinition(text: string, districts: readonly string[]): ReadDefinition {
  const faults: Fault[] = [];
  const definition = read(text, districts, faults);
  return definition !== null && faults.length === 0
    ? { definition, faults: [] }
    : { definition: null, faults };
}

/** The faults as one text, for a message. */
export function faultsInWords(faults: readonly Fault[]): string {
  return faults
    .map(({ place, sentence }) => (place === '' ? sentence : `${place}: ${sentence}`))
    .join('\n');
}

function read(
  text: string,
  districts: readonly string[],
  faults: Fault[],
): ReportDefinition | null {
  const whole = (sentence: string): null => {
    faults.push({ place: '', sentence });
    return null;
  };
  if (text.length > most.characters)
    return whole(`The file has ${text.length} characters; ${most.characters} is the most.`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return whole(`The file is not JSON: ${(error as Error).message}.`);
  }
  const root = new Reading(content, '', faults);
  const entries = root.entries();
  const marked = new Map(entries ?? []);
  if (marked.get('format')?.value !== 'waymark-report')
    return whole('The file is no definition of a report: its format is not “waymark-report”.');
  const written = marked.get('version')?.value;
  if (typeof written === 'number' && written > version)
    return whole(
      `The file is of version ${written}, made by a later version of Waymark; this one reads version ${version}.`,
    );
  return readKnown(root, districts);
}

function readKnown(root: Reading, districts: readonly string[]): ReportDefinition | null {
  const found = root.properties(
    ['format', 'version', 'title', 'purpose', 'profile', 'view', 'comparator', 'sections'],
    ['subtitle', 'evidence'],
  );
  if (found === null) return null;
  if (found.version?.value !== version) found.version?.fault(`It must be ${version}.`);
  const title = found.title?.text(most.title) ?? null;
  const subtitle = found.subtitle?.text(most.title, 0) ?? null;
  const purpose = found.purpose?.oneOf(reportPurposes, 'purpose') ?? null;
  const ids = profiles.map(({ id }) => id);
  const profile = found.profile?.oneOf(ids, 'disclosure profile') ?? null;
  const evidence = found.evidence ? readTemplateId(found.evidence) : null;
  const view = found.view ? readView(found.view, districts) : null;
  const comparator = found.comparator?.oneOf(comparators, 'comparator') ?? null;
  const sections = (found.sections?.list(most.sections, 1) ?? []).flatMap(
    (section) => readSection(section, districts, found.evidence !== null) ?? [],
  );
  if (
    title === null ||
    purpose === null ||
    profile === null ||
    view === null ||
    comparator === null
  )
    return null;
  return {
    format: 'waymark-report',
    version,
    title,
    ...(subtitle === null || subtitle === '' ? {} : { subtitle }),
    purpose,
    profile,
    ...(evidence === null ? {} : { evidence }),
    view,
    comparator,
    sections,
  };
}

/** Also of a template that is none any more: a pack names what it was made from. */
function readTemplateId(reading: Reading): string | null {
  const id = reading.text(60);
  return id === null || /^[a-z]+(_[a-z]+)*$/.test(id)
    ? id
    : reading.fault('It must be small letters, with _ between words.');
}

const evidenceTexts = ['question', 'quality', 'since'] as const;

function readSection(
  reading: Reading,
  districts: readonly string[],
  isEvidence: boolean,
): SectionDefinition | null {
  const found = reading.properties(
    ['title', 'commentary', 'figures'],
    isEvidence ? evidenceTexts : [],
  );
  if (found === null) return null;
  const title = found.title?.text(most.title) ?? null;
  const commentary = found.commentary?.text(most.commentary, 0) ?? null;
  const figures: readonly FigureSpec[] = (found.figures?.list(most.figures) ?? []).flatMap(
    (figure) => readFigure(figure, districts) ?? [],
  );
  const texts = evidenceTexts.flatMap((name) => {
    const text = found[name]?.text(most.commentary, 0) ?? null;
    return text === null ? [] : [[name, text] as const];
  });
  return title === null || commentary === null
    ? null
    : { title, commentary, figures, ...Object.fromEntries(texts) };
}
