-- How many a place may admit to the Party in a year.
create table party_recruiting_quota (
  quota_id           uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  year               int not null check (year between 1990 and 2200),
  amount             int not null check (amount >= 0),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (place_code, year)
);
grant select, insert, update on party_recruiting_quota to qiangcun_app;
call fence('party_recruiting_quota');

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.young-member-years', '2018-01-01', 2, 'LOCAL', '本地发展党员工作要求', '', '每两年至少发展1名年轻党员，可按本地规定调整。'),
  ('party.screening-vacant-months', '2018-01-01', 3, 'LOCAL', '本地软弱涣散党组织排查办法', '', '书记缺职三个月以上。'),
  ('party.screening-years-without-member', '2018-01-01', 2, 'LOCAL', '本地软弱涣散党组织排查办法', '', '连续两年没有发展党员。'),
  ('party.screening-overdue-duties', '2018-01-01', 3, 'DESIGN', '强村', '', '半年内有3项以上组织生活逾期未开展的提示，可按本地规定调整。');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.no-young-member', -20, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期前20个工作日提醒，由县级按本地规定调整'),
  ('party.no-young-member', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '满两年仍没有的由上一级跟进，由县级按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.recruiting.write'),
  ('TOWNSHIP', 'party.recruiting.write'),
  ('COUNTY', 'party.screening.read'),
  ('TOWNSHIP', 'party.screening.read');
