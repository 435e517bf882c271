-- grain: one row a source of a referral that occurs; key: referral_source
-- source: spells_in_county
create table referral_sources as
select distinct referral_source
from spells_in_county
where service::varchar = 'referral'
order by referral_source;
