import { moved } from '../../ui/moved';
import type { FigureSpec, ReportDefinition, SectionDefinition } from '../definition';

/** A change of a definition: the definition before stays as it was. */
export type Edit = (definition: ReportDefinition) => ReportDefinition;

const sectionsBy =
  (change: (sections: readonly SectionDefinition[]) => readonly SectionDefinition[]): Edit =>
  (definition) => ({ ...definition, sections: change(definition.sections) });

/** Changes what the report says of itself, or what it is about. */
export const changed =
  (
    part: Partial<Pick<ReportDefinition, 'title' | 'purpose' | 'profile' | 'view' | 'comparator'>>,
  ): Edit =>
  (definition) => ({ ...definition, ...part });

/** An empty subtitle is none. */
export const withSubtitle =
  (subtitle: string): Edit =>
  ({ subtitle: _before, ...definition }) =>
    subtitle === '' ? definition : { ...definition, subtitle };

export const withSection = (title: string): Edit =>
  sectionsBy((sections) => [...sections, { title, commentary: '', figures: [] }]);

export const withoutSection = (at: number): Edit =>
  sectionsBy((sections) => sections.filter((_, index) => index !== at));

/** So many places towards the end, or towards the start when less than none. */
export const sectionMoved = (at: number, places: number): Edit =>
  sectionsBy((sections) => moved(sections, at, places));

export const sectionChanged = (at: number, part: Partial<SectionDefinition>): Edit =>
  sectionsBy((sections) =>
    sections.map((section, index) => (index === at ? { ...section, ...part } : section)),
  );

const figuresBy = (
  at: number,
  change: (figures: readonly FigureSpec[]) => readonly FigureSpec[],
): Edit =>
  sectionsBy((sections) =>
    sections.map((section, index) =>
      index === at ? { ...section, figures: change(section.figures) } : section,
    ),
  );

export const withFigures = (section: number, added: readonly FigureSpec[]): Edit =>
  figuresBy(section, (figures) => [...figures, ...added]);

export const withoutFigure = (section: number, at: number): Edit =>
  figuresBy(section, (figures) => figures.filter((_, index) => index !== at));

export const figureMoved = (section: number, at: number, places: number): Edit =>
  figuresBy(section, (figures) => moved(figures, at, places));
