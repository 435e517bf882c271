import type { FindingsContent, FindingsSentence } from '../../disclosure/findings';
import { parsePeriod, periodInWords } from '../../measures/period';
import { notAvailable } from '../../statistics/outcome';
import { pointsChoice } from '../definitions/risk_points';
import { list, percent } from '../figures_in_words';
import { findingsOf, plainSentences } from '../findings_of';
import type { Calculate, InputRow, ModelSettings } from '../model';
import { riskPoints, type RiskPoints, type ThresholdFigures } from '../risk_points';
import { DEFAULT_RISK_POINTS, type PointsFactor } from '../risk_points_table';
import { labelInWords } from './label_in_words';
import { pointsOf, rounded, thresholdsOf, type RoundedThreshold } from './risk_points_tables';

export const calculateRiskPoints: Calculate = (inputs, settings, run): FindingsContent => {
  const rows = inputs['patterns'] ?? [];
  const table = tableAsSet(settings);
  const available = table.filter(({ id }) => rows.some((row) => levelOf(row, id) > 0));
  const assumptions = assumptionsOf(table, available);
  if (rows.length === 0)
    return findingsOf(notAvailable(nobody), assumptions, () => ({ sentences: [], tables: [] }));
  const patterns = rows.map((row) => ({
    levels: available.map(({ id }) => levelOf(row, id)),
    people: Number(row['people']),
    events: Number(row['events']),
  }));
  return findingsOf(riskPoints({ table: available, patterns }, run), assumptions, (found) => ({
    sentences: sentencesOf(found, rows[0]!),
    tables: [thresholdsOf(found), pointsOf(available, patterns)],
  }));
};

const nobody =
  'The extracts hold no month end from December to February with young people of Years 12 and 13.';

/** The table of points with what the reader set; points are whole. */
function tableAsSet(settings: ModelSettings): readonly PointsFactor[] {
  return DEFAULT_RISK_POINTS.map((factor) => ({
    ...factor,
    levels: factor.levels.map((level) => ({
      ...level,
      points: Math.round(Number(settings[pointsChoice(factor.id, level.code)] ?? level.points)),
    })),
  }));
}

function levelOf(row: InputRow, factor: string): number {
  return Number(row[`${factor}_level`] ?? 0);
}

function assumptionsOf(
  table: readonly PointsFactor[],
  available: readonly PointsFactor[],
): readonly string[] {
  const missing = table.filter((factor) => !available.includes(factor));
  return [
    ...(missing.length === 0
      ? []
      : [
          `The extracts hold nobody with ${list(missing.map(({ label }) => labelInWords(label)))} on record, so ${missing.length === 1 ? 'it gives' : 'they give'} no points.`,
        ]),
    'Attendance, exclusion, alternative provision, looked after, youth justice, carers and parents are as recorded of Year 11; free school meals, special educational needs and language are as the extracts have them now.',
    'What is not on record gives no points. Young people whose activity is not known are counted among those who are not NEET.',
  ];
}

function sentencesOf(found: RiskPoints, row: InputRow): readonly FindingsSentence[] {
  const { people, events, share, areaUnderCurve: area } = found;
  const period = parsePeriod(String(row['month']).slice(0, 7));
  const when = period === null ? '' : ` at the end of ${periodInWords(period)}`;
  const inTen = nearestToATenth(found);
  return [
    {
      text: `Of ${people.toLocaleString('en-GB')} young people of Years 12 and 13, ${percent(share.value)} were NEET${when}: so often would picking people out by chance be right.`,
      people: Math.min(events, people - events),
    },
    ...(inTen === null ? [] : [sayThreshold(inTen.points, rounded(found, inTen.figures))]),
    ...plainSentences([
      area.status === 'ok'
        ? `Of one young person who was NEET and one who was not, chosen at random, the points tell which is which in ${percent(area.result.area, 0)} of cases (half would be guessing).`
        : area.because,
    ]),
  ];
}

function sayThreshold(
  points: number,
  { share, recall, precision, fewest }: RoundedThreshold,
): FindingsSentence {
  return {
    text: `${points} ${points === 1 ? 'point' : 'points'} or more would pick out about ${percent(share, 0)} of them and about ${percent(recall.value, 0)} of those who were NEET; of those picked out, about ${percent(precision.value, 0)} were.`,
    people: fewest,
  };
}

/** The threshold that picks out about one in ten, for which there may be capacity. */
function nearestToATenth({ thresholds }: RiskPoints) {
  let best: { readonly points: number; readonly figures: ThresholdFigures } | null = null;
  for (const { points, figures } of thresholds)
    if (figures.status === 'ok' && (best === null || isNearer(figures.result, best.figures)))
      best = { points, figures: figures.result };
  return best;
}

function isNearer(a: ThresholdFigures, b: ThresholdFigures): boolean {
  const distance = ({ flaggedShare }: ThresholdFigures) => Math.abs(flaggedShare.value - 0.1);
  return distance(a) < distance(b);
}
