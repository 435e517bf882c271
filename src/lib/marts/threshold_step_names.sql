-- grain: one row a step from the threshold of a penalty notice to court; key: threshold_step
-- source: the order of the national framework for penalty notices; so that a step nobody reached shows a true zero
create table threshold_step_names as
select threshold_step
from (
  values ('met'), ('notice'), ('paid'), ('not_paid'), ('prosecuted'), ('guilty')
) as steps (threshold_step);
