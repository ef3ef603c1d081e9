-- Numbers that Party regulations or the county set for organisations, with the text that sets them.
create table party_rule (
  code         text not null,
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  amount       numeric not null,
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source text not null,
  basis_article text not null,
  basis_text   text not null,
  primary key (code, valid_from)
);
grant select on party_rule to qiangcun_app;

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.member.least-age', '1982-09-06', 18, 'PARTY_REG', '《中国共产党章程》', '第一条', '年满十八岁的，可以申请加入中国共产党。'),
  ('party.member.young-age', '2018-01-01', 35, 'POLICY', '干部年轻化统计口径', '', '35周岁及以下统计为年轻党员、年轻干部，可按本地规定调整。'),
  ('party.branch-too-small', '2018-10-28', 3, 'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第二章', '正式党员不足3人的，应当与邻近单位联合成立党支部。'),
  ('party.branch-too-large', '2018-10-28', 50, 'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第二章', '党支部党员人数一般不超过50人。'),
  ('party.branch-without-committee', '2018-10-28', 7, 'PARTY_REG', '《中国共产党支部工作条例（试行）》', '第五章', '有正式党员7人以上的党支部，应当设立党支部委员会。'),
  ('party.branch-change-days', '2018-10-28', 30, 'DESIGN', '强村', '', '党员人数变化后留出30日办理组织设置调整，可按本地规定调整。');

-- A membership: one person, one branch at a time. Its row moves along when the member does.
create table party_member (
  member_id       uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  place_code      varchar(18) collate "C" not null,
  organisation_id uuid not null,
  person_id       uuid not null references person,
  standing        text not null check (standing in ('PROBATIONARY', 'FULL')),
  joined_on       date not null,
  full_on         date check (full_on >= joined_on),
  in_branch_since date not null,
  floating_since  date,
  floating_to     text,
  excluded_reason text check (excluded_reason <> ''),
  observed_since  date,
  to_place        varchar(18) collate "C" references place,
  ended_on        date check (ended_on >= joined_on),
  ending          text check (ending in ('LEFT', 'NOT_CONFIRMED', 'EXPELLED', 'DIED', 'MOVED_AWAY')),
  ended_reason    text,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  check ((standing = 'FULL') = (full_on is not null)),
  check ((ended_on is null) = (ending is null)),
  check (to_place is null or ended_on is null)
);
-- nobody is a member of two branches
create unique index party_member_once_key on party_member (person_id) where ended_on is null;
create index party_member_branch_idx on party_member (place_code, organisation_id) include (standing, joined_on, ended_on);
create index party_member_organisation_idx on party_member (organisation_id);
create index party_member_coming_idx on party_member (to_place) where to_place is not null;
grant select, insert, update on party_member to qiangcun_app;
call fence('party_member');

create policy party_member_coming on party_member for select to qiangcun_app using (
  to_place >= current_setting('qiangcun.lo', true) collate "C"
  and to_place < current_setting('qiangcun.hi', true) collate "C");
create policy party_member_received on party_member for update to qiangcun_app using (
  to_place >= current_setting('qiangcun.wlo', true) collate "C"
  and to_place < current_setting('qiangcun.whi', true) collate "C");

-- What happened to a member; it stays where it happened.
create table party_member_change (
  change_id          uuid primary key,
  member_id          uuid not null references party_member,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  what               text not null check (what in ('ENROLLED', 'CONFIRMED', 'TRANSFERRED', 'HANDED_OVER', 'TAKEN_BACK',
                       'RECEIVED', 'FLOATING', 'HOME', 'EXCLUDED', 'INCLUDED', 'OBSERVED', 'RESTORED', 'ENDED')),
  effective_on       date not null,
  note               text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code)
);
create index party_member_change_member_idx on party_member_change (member_id, recorded_at);
create index party_member_change_branch_idx on party_member_change (organisation_id, effective_on);
grant select, insert on party_member_change to qiangcun_app;
call fence('party_member_change');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text)
select code, step.working_days, date '2018-10-28', step.level, step.holder_level, 'DESIGN',
  '党员人数变化满规定天数后提醒，仍未调整设置的由上一级跟进，可按本地规定调整'
from (values ('party.branch-too-small'), ('party.branch-too-large'), ('party.branch-without-committee')) rule (code),
  (values (0, 'BLUE', 'VILLAGE'), (20, 'YELLOW', 'TOWNSHIP')) step (working_days, level, holder_level);

insert into role_authority (role, authority) values
  ('COUNTY', 'party.member.read'),
  ('COUNTY', 'party.member.write'),
  ('TOWNSHIP', 'party.member.read'),
  ('TOWNSHIP', 'party.member.write'),
  ('VILLAGE', 'party.member.read'),
  ('VILLAGE', 'party.member.write');
