import type { Column, ColumnType } from './parquet';

/** Columns from a line such as `person_id:int64 end_date:date?`, where `?` marks one that may be empty. */
function columns(line: string): Column[] {
  return line
    .trim()
    .split(/\s+/)
    .map((item) => {
      const [name = '', type = ''] = item.split(':');
      return {
        name,
        type: type.replace('?', '') as ColumnType,
        required: !type.endsWith('?'),
      };
    });
}

/** Every table of the extract contract and how this generator stores its columns. */
export const TABLES = {
  people: columns(`person_id:int64 birth_month:date sex:code ethnicity:code? sen:code?
    free_school_meals:boolean? english_additional:boolean? home_district:code? idaci_decile:int8?
    prior_attainment:code? home_educated:boolean? disability:boolean? uasc:boolean?`),
  schools: columns(`school_id:int32 name:code phase:code district:code`),
  enrolments:
    columns(`person_id:int64 school_id:int32 start_date:date end_date:date? year_group:int8
    registration:code boarder:boolean`),
  attendance: columns(`person_id:int64 school_id:int32 date:date session:code code:code`),
  attendance_totals:
    columns(`person_id:int64 school_id:int32 academic_year:int16 term:code code:code
    sessions:int16`),
  activities: columns(`person_id:int64 month:date activity_code:int16 currency_lapsed:boolean
    cohort_status:code district:code? start_date:date? last_verified:date? neet_since:date?
    level_of_need:int8? characteristics:code? confirmed_by:code? last_school:int32?`),
  guarantees: columns(`person_id:int64 academic_year:int16 year_group:int8 offer:code
    intended_destination:int16?`),
  // team_code is in no table of the contract: a column that intake must leave unread.
  involvements: columns(`person_id:int64 service:code start_date:date end_date:date? district:code?
    source:code? need:code? closure:code? category:code? legal_status:code? team_code:code?`),
  exclusions: columns(`person_id:int64 school_id:int32 start_date:date kind:code sessions:int16?
    reason_1:code? reason_2:code? reason_3:code?`),
  enforcements: columns(`person_id:int64 date:date action:code reason:code? parent:code?
    offence_number:int8? outcome:code? outcome_date:date?`),
  licences: columns(`kind:code decision:code date:date district:code person_id:int64?`),
  calendar: columns(`academic_year:int16 term:int8 start_date:date end_date:date`),
  populations: columns(`district:code year:int16 age:int8 sex:code population:int32`),
  targets: columns(`measure:code district:code? period:code target:float64 floor:float64?`),
  restrictions: columns(`person_id:int64`),
} satisfies Record<string, Column[]>;

export type TableName = keyof typeof TABLES;
