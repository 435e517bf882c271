import { odsOf } from '../spreadsheets/ods';
import { xlsxOf } from '../spreadsheets/xlsx';
import type { Report } from './report';
import { workbookOf } from './workbook_of';

/** A report's tables as an Excel workbook. The same report is the same bytes. */
export const reportXlsx = (report: Report): Promise<Uint8Array<ArrayBuffer>> =>
  xlsxOf(workbookOf(report));

/** A report's tables as an OpenDocument spreadsheet. The same report is the same bytes. */
export const reportOds = (report: Report): Promise<Uint8Array<ArrayBuffer>> =>
  odsOf(workbookOf(report));
