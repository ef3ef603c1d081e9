-- Which accounts stand at the top of a book, and in which order: the same digits mean other things in another regime.
alter table economy_chart_account add column tile smallint check (tile > 0), add unique (regime, tile);
update economy_chart_account a set tile = t.tile
  from (values
    ('VILLAGE_2023', '101', 1), ('VILLAGE_2023', '102', 2), ('VILLAGE_2023', '112', 3), ('VILLAGE_2023', '113', 4),
    ('VILLAGE_2023', '501', 5), ('VILLAGE_2023', '502', 6),
    ('VILLAGE_2004', '101', 1), ('VILLAGE_2004', '102', 2), ('VILLAGE_2004', '112', 3), ('VILLAGE_2004', '113', 4),
    ('VILLAGE_2004', '501', 5), ('VILLAGE_2004', '561', 6),
    ('COOPERATIVE_2021', '101', 1), ('COOPERATIVE_2021', '102', 2), ('COOPERATIVE_2021', '113', 3),
    ('COOPERATIVE_2021', '114', 4), ('COOPERATIVE_2021', '501', 5), ('COOPERATIVE_2021', '511', 6)) t (regime, code, tile)
  where a.regime = t.regime and a.code = t.code;
