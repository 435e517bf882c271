import type { PicturesOf } from './findings_picture';
import { differencePicture } from './effectiveness_picture';
import { forecastPicture } from './forecast_picture';
import { coursesPicture, errorsPicture, thresholdsPicture } from './line_pictures';
import { movesPictures } from './moves_pictures';
import { processPicture } from './process_picture';
import { fairComparisonPicture, oddsPicture, pairsPicture } from './ratio_pictures';
import { survivalPicture } from './survival_picture';
import { whatIfCountyPicture, whatIfDistrictsPicture } from './what_if_pictures';

/** Which table of which model is drawn, and how. A table that is not named here stays a table. */
const pictures: Readonly<Record<string, Readonly<Record<string, PicturesOf>>>> = {
  fair_comparison: { districts: fairComparisonPicture },
  signals: { months: processPicture },
  forecast: { forecast: forecastPicture, error_by_origin: errorsPicture },
  what_goes_with_what: { levels: oddsPicture },
  risk_points: { thresholds: thresholdsPicture },
  time_to_event: { curves: survivalPicture },
  pathways: { transitions: movesPictures },
  trajectories: { courses: coursesPicture },
  co_involvement: { pairs: pairsPicture },
  what_if: { county: whatIfCountyPicture, districts: whatIfDistrictsPicture },
  effectiveness: { difference: differencePicture },
};

/** How a model's table is drawn; null where it is shown as a table alone. */
export function pictureOf(modelId: string, tableId: string): PicturesOf | null {
  return pictures[modelId]?.[tableId] ?? null;
}
