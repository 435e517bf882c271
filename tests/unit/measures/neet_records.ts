import type { Rows } from '../marts/engine_with_rows';

type Row = Rows[number];

/** People of Year 12 in 2024/25 and their month-end records, written one after the other. */
export class NeetRecords {
  readonly people: Row[] = [];
  readonly activities: Row[] = [];

  /** A person who turned 16 in January 2024, unless said otherwise, living in Ashford. */
  person(more: Row = {}): number {
    const person_no = this.people.length + 1;
    this.people.push({
      person_no,
      birth_month: '2008-01-01',
      sex: 'F',
      home_district: 'E07000105',
      ...more,
    });
    return person_no;
  }

  /** What the person does at the end of a month, such as `2024-10`. */
  at(person_no: number, month: string, activity_code: number, more: Row = {}): this {
    this.activities.push({
      person_no,
      month: `${month}-01`,
      activity_code,
      currency_lapsed: false,
      ...more,
    });
    return this;
  }
}
