import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { identifierNamedBy } from '$lib/intake/hygiene/column_names';
import { isAddress } from '$lib/intake/hygiene/address';
import { isEmail } from '$lib/identifiers/email';
import { isNhsNumber } from '$lib/identifiers/nhs_number';
import { isPersonName } from '$lib/intake/hygiene/person_name';
import { isPhone } from '$lib/identifiers/phone';
import { isPostcode } from '$lib/identifiers/postcode';
import { isUln } from '$lib/identifiers/uln';
import { isUpn } from '$lib/identifiers/upn';
import { attendanceRow, decode, named, parquet, peopleRow } from './extract_files';

// Check digits worked out from the published definitions, not by the code under test.
const upnOf = (digits: string) => {
  let sum = 0;
  [...digits].forEach((digit, at) => (sum += Number(digit) * (at + 2)));
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] + digits;
};
const weighted = (nine: string) =>
  [10, 9, 8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0);
const nhsOf = (nine: string) => {
  const check = 11 - (weighted(nine) % 11);
  return check === 10 ? null : nine + (check % 11);
};
const ulnOf = (nine: string) => {
  const remainder = weighted(nine) % 11;
  return remainder === 0 ? null : nine + (10 - remainder);
};
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((d) => d.join(''));

describe('check digits', () => {
  test('an NHS number as published in examples, and with a wrong check digit', () => {
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
  });

  test('a UPN passes with its own check letter only', () => {
    fc.assert(
      fc.property(digits(12), fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'), (number, letter) => {
        expect(isUpn(letter + number)).toBe(upnOf(number)[0] === letter);
      }),
    );
  });

  test('an NHS number passes with its own check digit only', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 9 }), (nine, last) => {
        fc.pre(!/^(\d)\1{8}$/.test(nine));
        expect(isNhsNumber(nine + last)).toBe(nhsOf(nine) === nine + last);
      }),
    );
  });

  test('a ULN passes with its own check digit only', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 9 }), (nine, last) => {
        fc.pre(nine[0] !== '0');
        expect(isUln(nine + last)).toBe(ulnOf(nine) === nine + last);
      }),
    );
  });
});

test.each<[(value: string) => boolean, string[], string[]]>([
  [
    isPostcode,
    ['ME14 1XQ', 'ct1 2bb', 'W1A 0AX', 'Maidstone, ME14 1XQ'],
    ['E07000105', 'RC8', 'ME14', 'WBRI', 'Y7', '2024-25'],
  ],
  [isEmail, ['a.b@kent.gov.uk'], ['a@b', '110 160', '@']],
  [
    isPhone,
    ['07700 900123', '+44 1622 000000', '(01622) 000000'],
    ['118001', '20240901', '0000000001'],
  ],
  [isAddress, ['12 High Street', 'Flat 2, 7 Mill Lane'], ['110 160', 'Street', '2024-25', '1A']],
  [
    isPersonName,
    ['Grace Smith', 'Okafor, Daniel', 'Priya Sharma-Jones', 'Olivia'],
    [
      'Tunbridge Wells',
      'Folkestone and Hythe',
      'White British',
      'primary',
      'Victoria Road Primary School',
      'WBRI',
      'AM',
      'autumn',
    ],
  ],
])('%o', (looksLike, identifiers, others) => {
  for (const value of identifiers) expect([value, looksLike(value)]).toEqual([value, true]);
  for (const value of others) expect([value, looksLike(value)]).toEqual([value, false]);
});

test('names of columns that identify people are known, in any spelling', () => {
  const identifying =
    'upn UPN former_upn uniquePupilNumber uln nhs_number NHSNumber nhs name Forename surname first_name lastName pupil_name ' +
    'childName dob DOB date_of_birth DateOfBirth birth_date address address_line_1 home_address postcode Post_Code email ' +
    'parent_email e-mail phone mobile telephone_number full_name known_as';
  for (const name of identifying.split(' '))
    expect([name, identifierNamedBy(name)]).not.toEqual([name, null]);
  const innocent =
    'birth_month month_of_birth year_of_birth school_name district_name service_name la_name shoe_size note upnext renamed ' +
    'start_date telling addressed_need enamel born_abroad hotel';
  for (const name of innocent.split(' ')) {
    expect([name, identifierNamedBy(name)]).toEqual([name, null]);
  }
});

describe('files', () => {
  test.each([
    'name',
    'surname',
    'UPN',
    'uln',
    'nhs_number',
    'postcode',
    'email',
    'phone',
    'home_address',
  ])('a column called %s refuses the file, whatever it holds', async (column) => {
    const { report } = await decode(
      await parquet('people.parquet', peopleRow({ [column]: "'x'" })),
    );
    expect(report.refused).toMatchObject({ rule: 'identifier_name', column });
  });

  test('a column called dob refuses the file as a date of birth', async () => {
    const { report } = await decode(await parquet('people.parquet', peopleRow({ dob: "'x'" })));
    expect(report.refused).toMatchObject({ rule: 'date_of_birth', column: 'dob' });
  });

  test.each([
    ['postcodes', ['ME14 1XQ', 'CT1 2BB']],
    ['e-mail addresses', ['ann@example.org', 'zoe@example.org']],
    ['telephone numbers', ['07700900123', '07700900456']],
    ['unique pupil numbers', [upnOf('820432198001'), upnOf('820432198002')]],
    ['names of people', ['Aaron Adams', 'Zoe Young']],
    ['names of people', ['Aaliyah', 'Zara']],
    ['NHS numbers', ['9434765919', nhsOf('401023213')!]],
    ['unique learner numbers', [ulnOf('123456789')!, ulnOf('987654321') ?? ulnOf('987654322')!]],
    ['addresses', ['1 High Street', '9 Mill Lane']],
  ])(
    '%s in a column of an innocent name refuse the file without a value in the report',
    async (label, values) => {
      const rows = values.map((value, at) => peopleRow({ person_id: `${at}`, ref: `'${value}'` }));
      const { report } = await decode(await parquet('people.parquet', rows.join(' union all ')));
      expect(report.refused).toMatchObject({ rule: 'identifier_values', column: 'ref' });
      expect(report.refused!.message).toContain(label);
      for (const value of values) expect(JSON.stringify(report)).not.toContain(value);
    },
  );

  test('NHS numbers held as integers are recognised too', async () => {
    const rows = ['9434765919', nhsOf('401023213')!].map((value) => peopleRow({ ref: value }));
    const { report } = await decode(await parquet('people.parquet', rows.join(' union all ')));
    expect(report.refused).toMatchObject({ rule: 'identifier_values', column: 'ref' });
  });

  test.each([
    ['ethnicity', 'people', (v: string) => peopleRow({ ethnicity: v })],
    ['code', 'attendance', (v: string) => attendanceRow({ code: v })],
    ['home_district', 'people', (v: string) => peopleRow({ home_district: v })],
  ])(
    'a postcode among the codes of %s refuses the file, though the footer does not show it',
    async (column, table, row) => {
      // The codes before and after it in the alphabet are the ones that the footer gives.
      const select = ["'AAAA'", "'ME14 1XQ'", "'ZZZZ'"].map(row).join(' union all ');
      const { report } = await decode(await parquet(`${table}.parquet`, select));
      expect(report.refused).toMatchObject({ rule: 'identifier_values', column });
      expect(JSON.stringify(report)).not.toContain('1XQ');
    },
  );

  test.each([
    ['UPNs', (i: number) => `'${upnOf(String(820432190000 + i))}'`],
    ['e-mails', (i: number) => `'pupil${i}@example.org'`],
    [
      'names',
      (i: number) =>
        `'${['Grace', 'Harry', 'Aisha', 'Oliver'][i % 4]} ${['Smith', 'Khan', 'Jones', 'Brown', 'Patel'][i % 5]}'`,
    ],
    ['NHS numbers', (i: number) => nhsOf(String(401023200 + i)) ?? nhsOf('401023213')!],
    ['ULNs', (i: number) => ulnOf(String(401023200 + i)) ?? ulnOf('401023214')!],
  ])('%s as person_id refuse the file', async (_, value) => {
    const rows = Array.from({ length: 20 }, (_, i) => `(${value(i)})`).join(', ');
    const { report } = await decode(
      await parquet('restrictions.parquet', `select * from (values ${rows}) t(person_id)`),
    );
    expect(report.refused).toMatchObject({ rule: 'identifier_values', column: 'person_id' });
  });

  test('UPNs as person_id refuse the file also when they stand behind rows that are in order', async () => {
    const upns = Array.from({ length: 2048 }, (_, i) => `('${upnOf(String(820432190000 + i))}')`);
    const { report } = await decode(
      await parquet(
        'restrictions.parquet',
        `select md5(i::varchar) as person_id from range(8192) t(i) union all select * from (values ${upns.join(', ')}) u(upn)`,
        'row_group_size 2048',
      ),
    );
    expect(report.refused).toMatchObject({ rule: 'identifier_values', column: 'person_id' });
    expect(report.kept).toBe(0);
  });

  test('pseudonyms of ten digits that pass a check by chance are not refused', async () => {
    const { report } = await decode(
      await parquet(
        'restrictions.parquet',
        'select 1000000000 + (hash(i) % 8999999999)::bigint as person_id from range(5000) t(i)',
      ),
    );
    expect(report).toMatchObject({ refused: null, kept: 5000 });
  });

  test('pseudonyms of hashed text are not refused', async () => {
    const { report } = await decode(
      await parquet(
        'restrictions.parquet',
        'select md5(i::varchar) as person_id from range(5000) t(i)',
      ),
    );
    expect(report).toMatchObject({ refused: null, kept: 5000 });
  });

  test('a birth month with other days than the first is a date of birth', async () => {
    const { report } = await decode(
      await parquet('people.parquet', peopleRow({ birth_month: "date '2010-05-17'" })),
    );
    expect(report.refused).toMatchObject({ rule: 'date_of_birth', column: 'birth_month' });
    const hidden = ['2010-01-01', '2010-05-17', '2010-12-01'].map((day) =>
      peopleRow({ birth_month: `date '${day}'` }),
    );
    const between = await decode(await parquet('people.parquet', hidden.join(' union all ')));
    expect(between.report.refused).toMatchObject({ rule: 'date_of_birth', rows: [2] });
  });

  test('dates of birth under an innocent name refuse the file', async () => {
    const born = (day: string) =>
      peopleRow({ birth_month: `date '${day.slice(0, 7)}-01'`, d: `date '${day}'` });
    const people = [born('2006-03-14'), born('2013-11-20')].join(' union all ');
    expect((await decode(await parquet('people.parquet', people))).report.refused).toMatchObject({
      rule: 'date_of_birth',
      column: 'd',
    });
    const register = [
      attendanceRow({ d: "date '2008-03-14'" }),
      attendanceRow({ d: "date '2015-11-20'" }),
    ];
    const attendance = await parquet('attendance.parquet', register.join(' union all '));
    expect((await decode(attendance)).report.refused).toMatchObject({ rule: 'date_of_birth' });
  });

  test('other dates outside the contract are only listed', async () => {
    const rows = [
      attendanceRow({ entered: "date '2024-09-09'" }),
      attendanceRow({ entered: "date '2024-09-12'" }),
    ];
    const { report } = await decode(await parquet('attendance.parquet', rows.join(' union all ')));
    expect(report.refused).toBeNull();
    expect(report.columns.unknown).toEqual(['entered']);
  });

  test('names are right in schools.name, and only there', async () => {
    const schools =
      "select 118001 as school_id, 'Grace Harding' as name, 'primary' as phase, 'E07000105' as district union all select 118002, 'Harvey Wilson', 'primary', 'E07000105'";
    expect((await decode(await parquet('schools.parquet', schools))).report.refused).toBeNull();
    const headed = schools
      .replace('as district', "as district, 'a@b.org' as contact")
      .replace(/'E07000105'$/, "'E07000105', 'c@d.org'");
    expect((await decode(await parquet('schools.parquet', headed))).report.refused).toMatchObject({
      column: 'contact',
    });
  });

  test('CSV is held to the same rules', async () => {
    const byName = named(
      ['school_id,phase,district,headteacher_email\n1,primary,E07000105,\n'],
      'schools.csv',
    );
    expect((await decode(byName)).report.refused?.rule).toBe('identifier_name');
    const byValue = named(
      ['school_id,phase,district,ref\n1,primary,E07000105,ME14 1XQ\n'],
      'schools.csv',
    );
    expect((await decode(byValue)).report.refused?.rule).toBe('identifier_values');
    const pupils = Array.from({ length: 12 }, (_, i) => upnOf(String(820432190000 + i)));
    const byPseudonym = named([`person_id\n${pupils.join('\n')}\n`], 'restrictions.csv');
    expect((await decode(byPseudonym)).report.refused?.rule).toBe('identifier_values');
  });
});
