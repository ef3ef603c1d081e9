-- A township that leaves a report lying is the place the warning is about; the county above it follows up.
insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('core.report-review-late', 1, '2018-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '审核逾期第1个工作日起提醒乡级，由县级按本地规定调整'),
  ('core.report-review-late', 4, '2018-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '审核逾期第4个工作日起由县级督办，由县级按本地规定调整');
