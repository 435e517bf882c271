-- grain: one row an absence band; key: band_no (whole twentieths of the possible sessions missed, 10 for half of them or more)
-- source: the eleven bands of the Department for Education
create table absence_bands as
select
  band_no::utinyint as band_no,
  absence_band::absence_band as absence_band
from (
  values
    (0, '0-4.99'),
    (1, '5-9.99'),
    (2, '10-14.99'),
    (3, '15-19.99'),
    (4, '20-24.99'),
    (5, '25-29.99'),
    (6, '30-34.99'),
    (7, '35-39.99'),
    (8, '40-44.99'),
    (9, '45-49.99'),
    (10, '50-100')
) as bands (band_no, absence_band);
