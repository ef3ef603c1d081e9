-- How long an organisation is elected for, by the category of its place; the rest is 'other'.
insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.term-years.VILLAGE', '2018-12-28', 5, 'PARTY_REG', '《中国共产党农村基层组织工作条例》', '', '村党组织每届任期5年。'),
  ('party.term-years.COMMUNITY', '2018-12-28', 5, 'PARTY_REG', '《中国共产党支部工作条例（试行）》', '', '社区党组织每届任期5年。'),
  ('party.term-years.TOWNSHIP', '2018-12-28', 5, 'PARTY_REG', '《中国共产党农村基层组织工作条例》', '', '乡镇党委每届任期5年。'),
  ('party.term-years.other', '2018-10-28', 3, 'PARTY_REG', '《中国共产党支部工作条例（试行）》', '', '其他基层单位党支部每届任期一般为3年。'),
  ('party.term-reminder-days', '2020-07-13', 180, 'DESIGN', '强村', '', '任期届满前约半年由上级党组织提醒换届，可按本地规定调整。'),
  ('party.term-extension-years', '2020-07-13', 1, 'PARTY_REG', '《中国共产党基层组织选举工作条例》', '第三条', '需要延期或者提前进行换届选举的，应当报上级党组织批准，延长或者提前期限一般不超过1年。');

-- A term begins with an election. A temporary organisation has one term, which nothing extends.
create table party_term (
  term_id            uuid primary key,
  organisation_id    uuid not null,
  place_code         varchar(18) collate "C" not null,
  starts_on          date not null,
  ends_on            date not null check (ends_on > starts_on),
  extended_to        date check (extended_to > ends_on),
  approval           text check (approval <> ''),
  temporary          boolean not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  check ((extended_to is null) = (approval is null)),
  check (not temporary or extended_to is null)
);
create unique index party_term_start_key on party_term (organisation_id, starts_on);
create index party_term_place_idx on party_term (place_code, organisation_id, starts_on desc);
grant select, insert, update on party_term to qiangcun_app;
call fence('party_term');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.term-ending', -130, '2018-10-28', 'BLUE', 'VILLAGE', 'DESIGN', '任期届满前约半年提醒换届，可按本地规定调整'),
  ('party.term-ending', 1, '2018-10-28', 'YELLOW', 'TOWNSHIP', 'DESIGN', '任期届满未换届、未批准延期的，由上一级跟进，可按本地规定调整'),
  ('party.term-ending', 20, '2018-10-28', 'ORANGE', 'TOWNSHIP', 'DESIGN', '届满一个月仍未换届的，由上一级重点督办，可按本地规定调整'),
  ('party.term-ending', 60, '2018-10-28', 'RED', 'COUNTY', 'DESIGN', '届满三个月仍未换届的，由县级督办，可按本地规定调整');
