-- grain: one row an activity code whose record is known to lapse; key: activity_code
-- source: a practitioner's reading of the NCCIS requirement of 2019-20, to be confirmed against the current one; codes that lapse by a review date, which extracts do not hold, are left out
create table currency_rules as
select
  activity_code::smallint as activity_code,
  -- education lapses on 31 August, everything else so many months after it was last verified
  months_current::tinyint as months_current
from (
  values
    (210, null), (220, null), (230, null), (240, null), (250, null), (270, null), (280, null),
    (310, 12), (320, 12),
    (330, 6), (340, 6), (360, 6), (380, 6), (381, 6), (550, 6),
    (410, 6), (430, 6), (440, 6), (450, 6), (460, 6),
    (530, 3)
) as rules (activity_code, months_current);
