import { ruleOf, rules, type Rule, type Severity } from '../contract/rules';
import { tables } from '../contract/tables';
import type { FileReport, Finding } from '../intake/file_report';
import { formatCount, formatMany } from '../ui/format';

/** What came of a rule, as the load report says it. */
export const severityInWords: Readonly<Record<Severity, string>> = {
  refuse: 'File refused',
  drop: 'Rows left out',
  warn: 'Worth a look',
};

/** One rule and everything it found. */
export interface RuleGroup {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  readonly files: number;
}

/** One table of the contract: its files together, and what was found in them. */
export interface TableGroup {
  /** Null for files whose table could not be told. */
  readonly table: string | null;
  readonly reports: readonly FileReport[];
  /** Rows of the loaded files, and those of them that count in no figure. */
  readonly rows: number;
  readonly leftOut: number;
  readonly rules: readonly RuleGroup[];
}

const bySeverity: Readonly<Record<Severity, number>> = { refuse: 0, drop: 1, warn: 2 };

/** The findings by rule: what refused a file first, then what left rows out, then what only warns. */
export function groupByRule(reports: readonly FileReport[]): readonly RuleGroup[] {
  const findings = reports.flatMap((report) => report.findings);
  return rules
    .map((rule) => {
      const found = findings.filter((finding) => finding.rule === rule.code);
      return { rule, findings: found, files: new Set(found.map((finding) => finding.file)).size };
    })
    .filter((group) => group.findings.length > 0)
    .sort((a, b) => bySeverity[a.rule.severity] - bySeverity[b.rule.severity]);
}

/** The reports by table, in the order of the data dictionary; files of no known table come last. */
export function groupByTable(reports: readonly FileReport[]): readonly TableGroup[] {
  return [...tables.map((table) => table.name), null]
    .map((table) => {
      const own = reports.filter((report) => report.table === table);
      const loaded = own.filter((report) => report.refused === null);
      return {
        table,
        reports: own,
        rows: sum(loaded.map((report) => report.rows)),
        leftOut: sum(loaded.map(rowsLeftOut)),
        rules: groupByRule(own),
      };
    })
    .filter((group) => group.reports.length > 0);
}

/**
 * Rows of a loaded file that count in no figure, while it was read or because of another file. A row
 * that breaks two rules is counted under both.
 */
export function rowsLeftOut(report: FileReport): number {
  const left = report.findings.filter((finding) => finding.severity === 'drop');
  return Math.min(report.rows, sum(left.map((finding) => finding.count)));
}

/** How much a finding is about: "12 rows", "1 column", "2 months". */
export function amountInWords(finding: Finding): string {
  const { kind } = ruleOf(finding.rule);
  if (finding.rule === 'unusual_month' || finding.rule === 'unknowns_change') {
    return formatMany(finding.count, 'month');
  }
  if (finding.rule === 'one_code_school') return formatMany(finding.count, 'school');
  if (kind === 'shape' || kind === 'not_pseudonymised') {
    return formatMany(finding.count, finding.column === undefined ? 'file' : 'column');
  }
  return formatMany(finding.count, 'row');
}

/** The same for a whole rule: "44 rows in 3 files". */
export function groupInWords({ findings, files }: RuleGroup): string {
  const [first] = findings;
  if (!first) return '';
  const amount = amountInWords({ ...first, count: sum(findings.map((finding) => finding.count)) });
  return amount.endsWith('file') || amount.endsWith('files')
    ? amount
    : `${amount} in ${formatMany(files, 'file')}`;
}

/** "3, 17 and 40", "3, 17, 40 and further rows"; empty when row numbers say nothing here. */
export function firstRowsInWords(finding: Finding, most = 8): string {
  const rows = finding.rows.slice(0, most).map(formatCount);
  if (rows.length === 0) return '';
  if (finding.count > rows.length) return `${rows.join(', ')} and further rows`;
  return rows.length === 1 ? rows.join('') : `${rows.slice(0, -1).join(', ')} and ${rows.at(-1)}`;
}

/** What a message adds to its rule's sentence, such as what was expected and found. */
export function detailOf(finding: Finding): string {
  const { sentence } = ruleOf(finding.rule);
  const end = finding.message.indexOf(sentence);
  return end < 0 ? finding.message : finding.message.slice(end + sentence.length).trim();
}

/** The sentence of a refusal without the file's name, which stands beside it. */
export function refusalInWords(finding: Finding): string {
  const place = finding.column === undefined ? '' : `Column ${finding.column}: `;
  const detail = detailOf(finding);
  return `${place}${ruleOf(finding.rule).sentence}${detail ? ` ${detail}` : ''}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
