-- Rules of the kernel's own tests; no other module sees them.
insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('test.leaking-roof', -3, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', ''),
  ('test.leaking-roof', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', ''),
  ('test.leaking-roof', 6, '2018-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', ''),
  ('test.leaking-roof', 11, '2018-01-01', 'RED', 'COUNTY', 'DESIGN', ''),
  ('test.failing', 0, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '');

insert into duty_rule (code, valid_from, title, trait, record_kind, recurrence, done, due_working_days,
  remind_working_days, basis_kind, basis_source, basis_article, basis_text) values
  ('test.committee-meeting', '2018-01-01', '支部委员会会议', 'test.branch-with-committee', 'TEST_COMMITTEE_MEETING',
   'MONTHLY', 'WITHIN_PERIOD', 0, 3, 'PARTY_REG', '《测试条例》', '第一条', '一般每月召开1次。'),
  ('test.members-meeting', '2018-01-01', '支部党员大会', 'test.branch', 'TEST_MEMBERS_MEETING',
   'QUARTERLY', 'WITHIN_PERIOD', 0, 5, 'PARTY_REG', '《测试条例》', '第二条', '一般每季度召开1次。');
