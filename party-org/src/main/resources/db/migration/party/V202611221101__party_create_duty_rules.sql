-- Organisational life: what a branch owes, from the regulation on the work of Party branches (trial, 2018-10-28).
-- The texts say in short what is demanded; an empty article means that its number has not been verified.
insert into duty_rule (code, valid_from, title, trait, record_kind, recurrence, done, due_working_days,
  remind_working_days, basis_kind, basis_source, basis_article, basis_text) values
  ('party.members-meeting', '2018-10-28', '支部党员大会', 'party.branch', 'MEMBERS_MEETING', 'QUARTERLY', 'WITHIN_PERIOD', 0, 5,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第十一条', '支部党员大会一般每季度召开1次。'),
  ('party.committee-meeting', '2018-10-28', '支部委员会会议', 'party.branch-with-committee', 'COMMITTEE_MEETING', 'MONTHLY', 'WITHIN_PERIOD', 0, 3,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第十二条', '支部委员会会议一般每月召开1次，根据需要可以增开。'),
  ('party.group-meeting', '2018-10-28', '党小组会', 'party.branch-with-groups', 'GROUP_MEETING', 'MONTHLY', 'WITHIN_PERIOD', 0, 3,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第十三条', '党小组会一般每月召开1次。'),
  ('party.theme-day', '2018-10-28', '主题党日', 'party.branch', 'THEME_DAY', 'MONTHLY', 'WITHIN_PERIOD', 0, 3,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第十六条', '党支部每月相对固定1天开展主题党日。'),
  ('party.lecture', '2018-10-28', '党课', 'party.branch', 'LECTURE', 'QUARTERLY', 'WITHIN_PERIOD', 0, 5,
   'LOCAL', '本地通行做法', '', '每季度至少1次党课是本地通行做法；支部工作条例要求定期讲党课，未规定支部每季度的次数。由县级按本地规定调整。'),
  ('party.organisational-life-meeting', '2018-10-28', '组织生活会', 'party.branch', 'ORG_LIFE_MEETING', 'YEARLY', 'WITHIN_PERIOD', 0, 10,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '', '党支部每年至少召开1次组织生活会，一般安排在第四季度，也可以根据需要随时召开。'),
  ('party.democratic-review', '2018-10-28', '民主评议党员', 'party.branch', 'DEMOCRATIC_REVIEW', 'YEARLY', 'WITHIN_PERIOD', 0, 10,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '', '党支部一般每年开展1次民主评议党员，可以结合组织生活会进行。'),
  ('party.talk', '2018-10-28', '谈心谈话', 'party.branch', 'TALK', 'YEARLY', 'WITHIN_PERIOD', 0, 10,
   'PARTY_REG', '《中国共产党支部工作条例（试行）》', '', '支部委员之间、委员和党员之间、党员和党员之间，每年谈心谈话不少于1次。');
