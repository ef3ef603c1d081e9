-- What a branch is held against, as data: editions with items, a county's own editions with "within".
create table party_standard_edition (
  edition_id         uuid primary key default gen_random_uuid(),
  code               text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  within             varchar(18) collate "C" not null default '',
  valid_from         date not null,
  position           int not null,
  title              text not null check (title <> ''),
  -- the category of place whose branches are held against it
  applies_to         text not null check (applies_to in ('ANY', 'VILLAGE', 'COMMUNITY', 'UNIT')),
  -- how many of a hundred items have to be met
  pass_percent       int not null check (pass_percent between 1 and 100),
  -- the kind of duty that a check of it fulfils
  record_kind        text,
  basis_kind         text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text         text not null check (basis_text <> ''),
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'system',
  recorded_by_person text not null default 'system',
  unique (code, within, valid_from)
);
grant select, insert on party_standard_edition to qiangcun_app;

-- An item without a title is a slot that its county has not filled in yet; nobody is held against it.
create table party_standard_item (
  edition_id uuid not null references party_standard_edition,
  item_code  text not null check (item_code ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  position   int not null,
  section    text not null,
  title      text not null,
  -- what the records answer by themselves; null for what has to be looked at
  question   text,
  basis_kind text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text text not null,
  primary key (edition_id, item_code)
);
grant select, insert on party_standard_item to qiangcun_app;

with edition as (
  insert into party_standard_edition (code, valid_from, position, title, applies_to, pass_percent, record_kind, basis_kind, basis_text)
  values ('branch', '2020-01-01', 10, '党支部标准化规范化建设', 'ANY', 100, 'STANDARD_CHECK', 'PARTY_REG',
    '《中国共产党支部工作条例（试行）》；条目取自条例的可核对要求，可按本地规定增加。')
  returning edition_id)
insert into party_standard_item (edition_id, item_code, position, section, title, question, basis_kind, basis_text)
select edition_id, item.* from edition, (values
  ('size', 10, '组织设置', '正式党员3人以上，党员一般不超过50人', 'party.branch-size', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第二章：正式党员3人以上的应当成立党支部，党员人数一般不超过50人。'),
  ('committee', 20, '组织设置', '正式党员7人以上的设立支部委员会', 'party.branch-committee', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第五章：有正式党员7人以上的党支部，应当设立支部委员会。'),
  ('term', 30, '组织设置', '按期换届', 'party.term', 'PARTY_REG', '《中国共产党支部工作条例（试行）》《中国共产党农村基层组织工作条例》：支部按规定的任期换届，延期须经上级批准。'),
  ('structure', 40, '组织设置', '班子结构达到要求', 'party.structure', 'POLICY', '换届选举对班子结构的要求，可按本地规定调整。'),
  ('membersMeeting', 50, '组织生活', '支部党员大会一般每季度1次', 'party.duty.members-meeting', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第十一条。'),
  ('committeeMeeting', 60, '组织生活', '支部委员会会议一般每月1次', 'party.duty.committee-meeting', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第十二条。'),
  ('groupMeeting', 70, '组织生活', '党小组会一般每月1次', 'party.duty.group-meeting', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第十三条。'),
  ('themeDay', 80, '组织生活', '主题党日每月相对固定1天', 'party.duty.theme-day', 'PARTY_REG', '《中国共产党支部工作条例（试行）》第十六条。'),
  ('lecture', 90, '组织生活', '按本地规定上党课', 'party.duty.lecture', 'LOCAL', '本地通行做法：每季度至少1次党课，由县级按本地规定调整。'),
  ('lifeMeeting', 100, '组织生活', '组织生活会每年至少1次', 'party.duty.organisational-life-meeting', 'PARTY_REG', '《中国共产党支部工作条例（试行）》：每年至少召开1次组织生活会。'),
  ('review', 110, '组织生活', '民主评议党员一般每年1次', 'party.duty.democratic-review', 'PARTY_REG', '《中国共产党支部工作条例（试行）》：一般每年开展1次民主评议党员。'),
  ('talk', 120, '组织生活', '谈心谈话每年不少于1次', 'party.duty.talk', 'PARTY_REG', '《中国共产党支部工作条例（试行）》：每年谈心谈话不少于1次。'),
  ('study', 130, '党员教育', '党员每年集中学习不少于32学时，书记和委员不少于56学时', null, 'POLICY', '党员教育培训的学时要求，可按本地规定调整。'),
  ('minutes', 140, '工作记录', '会议记录要素齐全，主持人和记录人签字', null, 'PARTY_REG', '党支部会议记录规范：名称、时间、地点、主持人、记录人、出席和缺席（原因）、议题、发言、决议、表决结果。')
) item (item_code, position, section, title, question, basis_kind, basis_text);

with edition as (
  insert into party_standard_edition (code, valid_from, position, title, applies_to, pass_percent, basis_kind, basis_text)
  values ('strongest', '2020-01-01', 20, '最强党支部（农区个性标准）', 'VILLAGE', 100, 'LOCAL',
    '农区最强党支部个性标准共14条；来源只载明条数、未载明内容，由本地逐条填写后使用。')
  returning edition_id)
insert into party_standard_item (edition_id, item_code, position, section, title, question, basis_kind, basis_text)
select edition_id, 'own' || n, n * 10, '个性标准', '', null, 'LOCAL', '由本地填写'
from edition, generate_series(1, 14) n;

-- A branch held against a standard for a period: by itself, by those above, by the county.
create table party_standard_check (
  check_id            uuid primary key,
  version             bigint not null,
  created_at          timestamptz not null,
  created_by          text not null,
  changed_at          timestamptz not null,
  changed_by          text not null,
  place_code          varchar(18) collate "C" not null,
  organisation_id     uuid not null,
  edition_id          uuid not null references party_standard_edition,
  standard            text not null,
  record_kind         text,
  period_from         date not null,
  period_to           date not null check (period_to > period_from),
  checked_on          date not null,
  status              text not null check (status in ('CHECKED', 'REVIEWED', 'CONFIRMED')),
  recorded_at         timestamptz not null,
  recorded_by         text not null,
  recorded_by_person  text not null,
  reviewed_at         timestamptz,
  reviewed_by         text,
  reviewed_by_person  text,
  confirmed_on        date,
  confirmed_at        timestamptz,
  confirmed_by        text,
  confirmed_by_person text,
  return_reason       text,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  check ((status = 'CHECKED') = (reviewed_at is null)),
  check ((status = 'CONFIRMED') = (confirmed_at is not null and confirmed_on is not null)),
  -- nobody agrees with himself
  check (reviewed_by is null or reviewed_by <> recorded_by and reviewed_by_person <> recorded_by_person)
);
create unique index party_standard_check_once_key on party_standard_check (organisation_id, standard, period_from);
create index party_standard_check_place_idx on party_standard_check (place_code, period_from);
grant select, insert, update on party_standard_check to qiangcun_app;
call fence('party_standard_check');

create table party_standard_answer (
  check_id      uuid not null references party_standard_check,
  place_code    varchar(18) collate "C" not null,
  item_code     text not null,
  position      int not null,
  section       text not null,
  title         text not null,
  basis_text    text not null,
  -- the records answered; null met means that it does not apply
  by_records    boolean not null,
  met           boolean,
  note          text not null,
  agreed        boolean,
  disagreement  text,
  -- what counts: the answer, unless those above disagreed with a reason
  counted       boolean generated always as (case when agreed is false then not met else met end) stored,
  fix_by        date,
  fixed_on      date,
  fix_note      text,
  primary key (check_id, item_code),
  check (by_records or met is not null),
  check (agreed is distinct from false or disagreement <> '' and met is not null),
  check (fixed_on is null or fix_by is not null and fix_note <> '')
);
create index party_standard_answer_unfixed_idx on party_standard_answer (place_code, fix_by) where fixed_on is null;
grant select, insert, update on party_standard_answer to qiangcun_app;
call fence('party_standard_answer');

-- The records behind an answer, as they were on that day.
create table party_standard_fact (
  check_id   uuid not null,
  place_code varchar(18) collate "C" not null,
  item_code  text not null,
  number     int not null,
  label      text not null,
  href       text not null,
  good       boolean not null,
  primary key (check_id, item_code, number),
  foreign key (check_id, item_code) references party_standard_answer (check_id, item_code)
);
grant select, insert on party_standard_fact to qiangcun_app;
call fence('party_standard_fact');

insert into duty_rule (code, valid_from, title, trait, record_kind, recurrence, done, due_working_days,
  remind_working_days, basis_kind, basis_source, basis_article, basis_text) values
  ('party.standard-check', '2026-01-01', '党支部标准化自查', 'party.branch', 'STANDARD_CHECK', 'YEARLY', 'WITHIN_PERIOD', 0, 20,
   'DESIGN', '强村默认规则', '', '每年对照标准自查1次；本地每半年1次的，由县级调整。');

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.standard-unfixed', '2020-01-01', 60, 'DESIGN', '强村', '', '未达标条目自确认之日起60日内整改，可按本地规定调整。');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.standard-unfixed', -10, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '整改期限将到的提醒，可按本地规定调整'),
  ('party.standard-unfixed', 1, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期未整改的由上一级跟进，可按本地规定调整'),
  ('party.standard-unfixed', 20, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '逾期一个月未整改的由县级督办，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.standard.read'),
  ('COUNTY', 'party.standard.check'),
  ('COUNTY', 'party.standard.review'),
  ('COUNTY', 'party.standard.set'),
  ('TOWNSHIP', 'party.standard.read'),
  ('TOWNSHIP', 'party.standard.check'),
  ('TOWNSHIP', 'party.standard.review'),
  ('VILLAGE', 'party.standard.read'),
  ('VILLAGE', 'party.standard.check');
