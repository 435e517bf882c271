-- grain: one row a tenth of enrolments by sessions missed, 1 the most absent; key: absence_tenth
-- source: none; the ten numbers
create table absence_tenths as
select absence_tenth::utinyint as absence_tenth
from range(1, 11) as tenths (absence_tenth);
