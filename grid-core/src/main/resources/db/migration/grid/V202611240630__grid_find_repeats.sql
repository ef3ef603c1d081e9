insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('grid.event.repeat-days', '2020-01-01', 90, 'DESIGN', '强村：最近90日内反复发生的列为多发，可按本地规定调整'),
  ('grid.event.repeat-times', '2020-01-01', 3, 'DESIGN', '强村：同一地点同一类别3次以上列为多发，可按本地规定调整');
