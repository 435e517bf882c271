import { expect, test } from 'vitest';
import { activityCodes, isCompulsorySchoolAge } from '$lib/contract/activity_codes';
import { createEngineTable, engineColumn } from '$lib/contract/engine_form';
import { ethnicGroupOf } from '$lib/contract/ethnic_groups';
import { registerCodes, spellingsOf } from '$lib/contract/register_codes';
import { ruleOf, rules } from '$lib/contract/rules';
import { columnNamed } from '$lib/contract/table';
import { tableNamed, tables } from '$lib/contract/tables';

const codesWhere = (holds: (code: (typeof registerCodes)[number]) => boolean) =>
  registerCodes.filter(holds).map((code) => code.code);

test('32 register codes are statutory, and the classes are those of SI 2024/208', () => {
  const inForce = (code: (typeof registerCodes)[number]) => code.valid_to === null;
  expect(codesWhere((code) => inForce(code) && code.class !== 'administrative')).toHaveLength(32);
  expect(codesWhere((code) => inForce(code) && code.attending)).toEqual([...'/\\LKVPWB']);
  expect(codesWhere((code) => inForce(code) && code.class === 'unauthorised_absence')).toEqual([
    ...'GNOU',
  ]);
  expect(codesWhere((code) => code.class === 'administrative')).toEqual(['Z', '#']);
});

test('what counts as attending is possible, and what is not possible is not attending', () => {
  for (const { possible, attending } of registerCodes) expect(possible || !attending).toBe(true);
});

test('the interview code changed sides on 19 August 2024', () => {
  const [j, j1] = ['J', 'J1'].map((code) => registerCodes.find((entry) => entry.code === code)!);
  expect(j).toMatchObject({ attending: true, valid_to: '2024-08-18' });
  expect(j1).toMatchObject({ attending: false, possible: true, valid_from: '2024-08-19' });
});

test('code numbers are the rows of the list, and no spelling stands for two codes', () => {
  expect(registerCodes.map((code) => code.code_no)).toEqual(registerCodes.map((_, row) => row));
  const spellings = registerCodes.flatMap(spellingsOf);
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(spellings).toContain('X07');
  expect(spellings).not.toContain('X0x0');
});

test('NEET is exactly the twelve codes that need a NEET start date (rules 224 and 226)', () => {
  const neet = activityCodes.filter((code) => code.neet_status === 'NEET').map((code) => code.code);
  expect(neet).toEqual([540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680]);
  const notKnown = activityCodes.filter((code) => code.neet_status === 'NOT_KNOWN');
  expect(notKnown.map((code) => code.code)).toEqual([810, 820, 830]);
  expect(activityCodes.filter(isCompulsorySchoolAge).map((code) => code.code)).toEqual([
    110, 120, 130, 140, 150,
  ]);
  expect(activityCodes.find((code) => code.code === 710)).toMatchObject({ in_denominator: false });
});

test('every code of the CCIS list has a major group, and the census spellings beside it', () => {
  const groups: Record<string, string> = {
    white: 'WBRI WIRI WIRT WROM WOTH WENG WSCO WWEL',
    mixed: 'MWBC MWBA MWAS MOTH',
    asian: 'AIND APKN ABAN CHNE AOTH',
    black: 'BCRB BAFR BOTH',
    other: 'OARA OOTH',
    unknown: 'REFU NOBT',
  };
  for (const [group, codes] of Object.entries(groups)) {
    for (const code of codes.split(' '))
      expect([code, ethnicGroupOf.get(code)]).toEqual([code, group]);
  }
});

test('tables, columns and keys hang together', () => {
  expect(tables.map((table) => table.name).toSorted()).toEqual(
    'people schools enrolments attendance attendance_totals activities guarantees involvements exclusions enforcements licences calendar populations targets restrictions'
      .split(' ')
      .toSorted(),
  );
  for (const table of tables) {
    const names = table.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of table.key) expect(columnNamed(table, name).name).toBe(name);
    for (const column of table.columns) {
      expect(column.meaning).toMatch(/\.$/);
      if (column.type === 'code') {
        expect(column.codes!.length).toBeGreaterThan(0);
        expect(new Set(column.codes).size).toBe(column.codes!.length);
      }
    }
  }
  expect(tables.filter((table) => table.csv).map((table) => table.name)).toEqual([
    'schools',
    'calendar',
    'populations',
    'targets',
    'restrictions',
  ]);
  expect(tableNamed('pupils')).toBeUndefined();
  expect(() => columnNamed(tables[0]!, 'shoe_size')).toThrow(RangeError);
});

test('the pseudonym has no column in the engine', () => {
  for (const table of tables) {
    const names = table.columns.map((column) => engineColumn(table, column).name);
    expect(names).not.toContain('person_id');
  }
});

test('attendance is kept in small integers', () => {
  expect(createEngineTable(tableNamed('attendance')!, 3)).toBe(
    [
      'create table attendance_f3 (',
      '  "person_no" integer,',
      '  "school_id" integer,',
      '  "date" date,',
      '  "session_no" utinyint,',
      '  "code_no" utinyint',
      ');',
    ].join('\n'),
  );
});

test('a rule is a code, one sentence of plain English and what it does', () => {
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule.sentence).toMatch(/^[A-Z][^.]*\.$/);
    expect(ruleOf(rule.code)).toBe(rule);
  }
  const refusing = rules.filter((rule) => rule.kind === 'not_pseudonymised');
  expect(refusing.every((rule) => rule.severity === 'refuse')).toBe(true);
});
