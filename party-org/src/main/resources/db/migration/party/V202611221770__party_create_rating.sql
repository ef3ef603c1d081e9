-- What stars are given for, as data: conditions of entry, items with the most points each can have, the least score of a
-- level, and the indicators of secretaries. A county has its own versions with "within".
create table party_rating_criterion (
  criterion_id       uuid primary key default gen_random_uuid(),
  kind               text not null check (kind in ('CONDITION', 'ITEM', 'LEVEL', 'INDICATOR', 'GRADE')),
  code               text not null check (code ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  within             varchar(18) collate "C" not null default '',
  valid_from         date not null,
  in_force           boolean not null default true,
  position           int not null,
  title              text not null check (title <> ''),
  -- the most points of an item or indicator, the least score of a level or grade
  amount             numeric(6, 1) not null check (amount >= 0),
  -- an indicator that the records answer: a share of two sums in per cent, or one sum; full points at the target
  metric             text,
  metric_of          text,
  target             numeric check (target > 0),
  basis_kind         text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text         text not null check (basis_text <> ''),
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'system',
  recorded_by_person text not null default 'system',
  unique (kind, code, within, valid_from),
  check ((metric is null) = (target is null) and (metric is not null or metric_of is null))
);
grant select, insert on party_rating_criterion to qiangcun_app;

insert into party_rating_criterion (kind, code, valid_from, position, title, amount, basis_kind, basis_text)
select 'CONDITION', 'condition' || n, date '2020-01-01', n, title, 0, 'LOCAL', '党员户星级评定的五项申报条件，可按本地规定调整。'
from unnest(array['遵守党章党规', '投身乡村振兴', '遵守村规民约和行为规范', '担当奉献', '参加党内政治生活']) with ordinality c (title, n);
insert into party_rating_criterion (kind, code, valid_from, position, title, amount, basis_kind, basis_text)
select 'ITEM', 'item' || n, date '2020-01-01', n, '带头' || title, 10, 'LOCAL', '党员户星级评定的“十个带头”，每项10分，可按本地规定调整。'
from unnest(array['爱党爱国', '坚定信念', '遵纪守法', '明礼诚信', '服务群众', '奉献作为', '勤劳致富', '维护稳定', '爱护环境', '移风易俗'])
  with ordinality c (title, n);
insert into party_rating_criterion (kind, code, valid_from, position, title, amount, basis_kind, basis_text)
select 'LEVEL', 'star' || n, date '2020-01-01', n, title, least, 'LOCAL', '各地星级分值线的例子，可按本地规定调整；不足最低线的不挂牌。'
from unnest(array['一星', '二星', '三星', '四星', '五星'], array[60, 70, 80, 90, 96]) with ordinality c (title, least, n);
insert into party_rating_criterion (kind, code, valid_from, position, title, amount, basis_kind, basis_text)
select 'GRADE', 'grade' || n, date '2020-01-01', n, title, least, 'DESIGN', '书记星级的分值线，可按本地规定调整。'
from unnest(array['一星', '二星', '三星', '四星', '五星'], array[60, 70, 80, 90, 96]) with ordinality c (title, least, n);
insert into party_rating_criterion (kind, code, valid_from, position, title, amount, metric, metric_of, target, basis_kind, basis_text) values
  ('INDICATOR', 'life', '2020-01-01', 1, '组织生活按时', 25, 'core.duties-on-time', 'core.duties-due', 100, 'DESIGN', '来源未载明指标；默认取组织生活等按期事项的按时率，可按本地规定调整。'),
  ('INDICATOR', 'attendance', '2020-01-01', 2, '党员到会', 15, 'party.attendance-present', 'party.attendance-expected', 90, 'DESIGN', '来源未载明指标；默认取到会率，可按本地规定调整。'),
  ('INDICATOR', 'standard', '2020-01-01', 3, '支部标准化', 20, 'party.standard-items-met', 'party.standard-items-asked', 100, 'DESIGN', '来源未载明指标；默认取对标核查达标率，可按本地规定调整。');
insert into party_rating_criterion (kind, code, valid_from, position, title, amount, basis_kind, basis_text) values
  ('INDICATOR', 'income', '2020-01-01', 4, '集体经济发展', 20, 'DESIGN', '来源未载明指标；由上级对照年度目标评分，可按本地规定调整。'),
  ('INDICATOR', 'people', '2020-01-01', 5, '群众评价', 20, 'DESIGN', '来源未载明指标；由上级对照民主评议结果评分，可按本地规定调整。');

-- A yearly round of a branch; its steps are the case of the same id.
create table party_rating_round (
  round_id           uuid primary key references procedure_case,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  rating_year        int not null,
  opened_on          date not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (organisation_id, rating_year),
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code)
);
create index party_rating_round_place_idx on party_rating_round (place_code, rating_year);
grant select, insert on party_rating_round to qiangcun_app;
call fence('party_rating_round');

-- Who is rated in a round, and what the committee makes of it.
create table party_rating_participant (
  round_id         uuid not null references party_rating_round,
  place_code       varchar(18) collate "C" not null,
  member_id        uuid not null references party_member,
  -- the condition that is not fulfilled: no star
  failed_condition text,
  failed_reason    text check (failed_reason <> ''),
  -- another level than the score gives, with the reason
  stars            int check (stars between 0 and 5),
  stars_reason     text check (stars_reason <> ''),
  model            boolean not null default false,
  primary key (round_id, member_id),
  check ((failed_condition is null) = (failed_reason is null)),
  check ((stars is null) = (stars_reason is null)),
  check (not model or failed_condition is null)
);
grant select, insert, update on party_rating_participant to qiangcun_app;
call fence('party_rating_participant');

-- Counted sheets: how many there were and what they add up to for an item, never whose they were.
create table party_rating_score (
  round_id   uuid not null,
  place_code varchar(18) collate "C" not null,
  member_id  uuid not null,
  phase      text not null check (phase in ('SELF', 'REVIEW')),
  item_code  text not null,
  sheets     int not null check (sheets > 0 and (phase = 'REVIEW' or sheets = 1)),
  points     numeric(8, 1) not null check (points >= 0),
  primary key (round_id, member_id, phase, item_code),
  foreign key (round_id, member_id) references party_rating_participant (round_id, member_id)
);
grant select, insert, update on party_rating_score to qiangcun_app;
call fence('party_rating_score');

-- Stars somebody has, until the next ones.
create table party_rating_award (
  award_id           uuid primary key,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  member_id          uuid not null references party_member,
  rating_year        int not null,
  round_id           uuid references party_rating_round,
  stars              int not null check (stars between 0 and 5),
  model              boolean not null,
  awarded_on         date not null,
  reason             text not null check (reason <> ''),
  ended_on           date check (ended_on >= awarded_on),
  plaque_on          date,
  plaque_off         date check (plaque_off >= plaque_on),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code)
);
create unique index party_rating_award_current_key on party_rating_award (member_id) where ended_on is null;
create index party_rating_award_place_idx on party_rating_award (place_code, organisation_id);
grant select, insert, update on party_rating_award to qiangcun_app;
call fence('party_rating_award');

-- The yearly grade of a secretary, by the township.
create table party_secretary_grade (
  grade_id           uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  person_id          uuid not null references person,
  grade_year         int not null,
  score              numeric(6, 1) not null check (score between 0 and 200),
  stars              int not null check (stars between 0 and 5),
  pay_note           text not null,
  graded_on          date not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (place_code, person_id, grade_year)
);
grant select, insert on party_secretary_grade to qiangcun_app;
call fence('party_secretary_grade');

create table party_secretary_line (
  grade_id   uuid not null references party_secretary_grade,
  place_code varchar(18) collate "C" not null,
  code       text not null,
  position   int not null,
  title      text not null,
  most       numeric(6, 1) not null,
  measured   numeric,
  target     numeric,
  -- null where the records say nothing: then it is left out
  points     numeric(6, 1) check (points between 0 and most),
  reason     text not null,
  primary key (grade_id, code),
  -- what is not measured is given with a reason
  check (target is not null or points is not null and reason <> '')
);
grant select, insert on party_secretary_line to qiangcun_app;
call fence('party_secretary_line');

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.rating-late', '2020-01-01', 182, 'LOCAL', '党员户星级评定办法', '', '每年“七一”前启动星级评定（一年中的第182天前），可按本地规定调整。');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.rating-late', 0, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '上一年度评定过、本年度到期未启动的提醒，可按本地规定调整'),
  ('party.rating-late', 20, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期一个月未启动的由上一级跟进，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.rating.read'),
  ('COUNTY', 'party.rating.write'),
  ('COUNTY', 'party.rating.grade'),
  ('COUNTY', 'party.rating.rule'),
  ('TOWNSHIP', 'party.rating.read'),
  ('TOWNSHIP', 'party.rating.write'),
  ('TOWNSHIP', 'party.rating.grade'),
  ('VILLAGE', 'party.rating.read'),
  ('VILLAGE', 'party.rating.write');
