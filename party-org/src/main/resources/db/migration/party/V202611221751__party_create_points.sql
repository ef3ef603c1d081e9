-- What gives or takes points, as data. A county has its own versions with "within"; a version that counted keeps counting
-- for its days. Points come from facts about work, never from the use of this software.
create table party_points_rule (
  rule_id            uuid primary key default gen_random_uuid(),
  code               text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  within             varchar(18) collate "C" not null default '',
  valid_from         date not null,
  valid_to           date check (valid_to > valid_from),
  -- false: from this day on the county does without it
  in_force           boolean not null default true,
  position           int not null,
  name               text not null check (name <> ''),
  kind               text not null check (kind in ('BASE', 'BONUS', 'PENALTY')),
  amount             numeric(6, 1) not null check (amount > 0),
  per                text not null check (per <> ''),
  yearly_cap         numeric(6, 1) check (yearly_cap is null or yearly_cap >= amount and kind <> 'BASE'),
  evidence           boolean not null,
  approver           text not null check (approver in ('BRANCH', 'TOWNSHIP')),
  basis_kind         text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text         text not null check (basis_text <> ''),
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'system',
  recorded_by_person text not null default 'system',
  unique (code, within, valid_from)
);
grant select, insert, update on party_points_rule to qiangcun_app;

insert into party_points_rule (code, valid_from, position, name, kind, amount, per, yearly_cap, evidence, approver, basis_kind, basis_text) values
  ('base', '2020-01-01', 10, '年度基础分', 'BASE', 60, '年', null, false, 'BRANCH', 'LOCAL', '各地党员积分管理办法的常见做法：按年度给予基础分，可按本地规定调整。'),
  ('absent', '2020-01-01', 20, '无故不参加组织生活', 'PENALTY', 1, '次', 10, true, 'BRANCH', 'LOCAL', '各地党员积分管理办法的常见做法：无故缺席一次扣1分，可按本地规定调整。'),
  ('late', '2020-01-01', 30, '组织生活无故迟到早退', 'PENALTY', 0.5, '次', 5, true, 'BRANCH', 'LOCAL', '各地党员积分管理办法的常见做法：迟到一次扣0.5分，可按本地规定调整。'),
  ('volunteer', '2020-01-01', 40, '参加志愿服务', 'BONUS', 1, '次', 10, true, 'BRANCH', 'LOCAL', '各地党员积分管理办法的常见做法，分值可按本地规定调整。'),
  ('duty-post', '2020-01-01', 50, '设岗定责履行岗位职责', 'BONUS', 2, '季度', 8, true, 'BRANCH', 'LOCAL', '各地党员设岗定责、积分管理办法的常见做法，分值可按本地规定调整。'),
  ('emergency', '2020-01-01', 60, '参加防疫、防汛等应急值守', 'BONUS', 2, '次', 10, true, 'TOWNSHIP', 'LOCAL', '各地党员积分管理办法的常见做法，分值可按本地规定调整。'),
  ('help', '2020-01-01', 70, '结对帮扶困难群众办成实事', 'BONUS', 2, '件', 10, true, 'TOWNSHIP', 'LOCAL', '各地党员积分管理办法的常见做法，分值可按本地规定调整。'),
  ('honour', '2020-01-01', 80, '受到乡级以上表彰', 'BONUS', 5, '次', 10, true, 'TOWNSHIP', 'LOCAL', '各地党员积分管理办法的常见做法，分值可按本地规定调整。'),
  ('criticised', '2020-01-01', 90, '受到通报批评', 'PENALTY', 5, '次', 20, true, 'TOWNSHIP', 'LOCAL', '各地党员积分管理办法的常见做法；党纪处分按党内法规执行，不以扣分代替。');

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.points-yearly-cap', '2020-01-01', 120, 'DESIGN', '强村', '', '一名党员一年的积分最高计到120分，可按本地规定调整。'),
  ('party.points-yearly-floor', '2020-01-01', 0, 'DESIGN', '强村', '', '一名党员一年的积分最低计到0分，不结转到下一年，可按本地规定调整。'),
  ('party.points-objection-days', '2020-01-01', 7, 'DESIGN', '强村', '', '积分按季度公示，公示期7日，可按本地规定调整。'),
  ('party.points-unpublished', '2020-01-01', 15, 'LOCAL', '各地党员积分管理办法', '', '积分按季度公示；季度结束后15日内公示，可按本地规定调整。'),
  ('party.points-unanswered', '2020-01-01', 15, 'DESIGN', '强村', '', '对积分的不同意见在15日内答复，可按本地规定调整。');

-- What was shown to everybody for a quarter. Nothing in it changes afterwards.
create table party_points_publication (
  publication_id     uuid primary key,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  quarter_year       int not null,
  quarter            int not null check (quarter between 1 and 4),
  published_on       date not null,
  objections_until   date not null check (objections_until >= published_on),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (organisation_id, quarter_year, quarter),
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code)
);
create index party_points_publication_place_idx on party_points_publication (place_code, quarter_year, quarter);
grant select, insert on party_points_publication to qiangcun_app;
call fence('party_points_publication');

create table party_points_line (
  publication_id uuid not null references party_points_publication,
  place_code     varchar(18) collate "C" not null,
  member_id      uuid not null references party_member,
  member_name    text not null,
  base           numeric(6, 1) not null,
  gained         numeric(6, 1) not null,
  lost           numeric(6, 1) not null,
  balance        numeric(6, 1) not null,
  primary key (publication_id, member_id)
);
grant select, insert on party_points_line to qiangcun_app;
call fence('party_points_line');

-- One fact, one rule, one member.
create table party_points_entry (
  entry_id           uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  member_id          uuid not null references party_member,
  rule_id            uuid not null references party_points_rule,
  rule_code          text not null,
  amount             numeric(6, 1) not null check (amount <> 0),
  fact_on            date not null,
  fact               text not null check (fact <> ''),
  evidence           text not null,
  source_kind        text check (source_kind <> ''),
  source_id          uuid,
  source_key         text not null check (source_key <> ''),
  source_label       text,
  source_href        text,
  reverses           uuid references party_points_entry,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  status             text not null check (status in ('ENTERED', 'APPROVED', 'REFUSED')),
  reversed           boolean not null default false,
  decided_at         timestamptz,
  decided_by         text,
  decided_by_person  text,
  decision_note      text,
  publication_id     uuid references party_points_publication,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  check ((source_kind is null) = (source_id is null)),
  check ((status = 'ENTERED') = (decided_at is null)),
  -- nobody decides about what he entered
  check (decided_by is null or decided_by <> recorded_by and decided_by_person <> recorded_by_person),
  check (publication_id is null or status = 'APPROVED')
);
-- the same fact counts once
create unique index party_points_entry_once_key on party_points_entry (member_id, rule_code, source_key)
  where reverses is null and not reversed and status <> 'REFUSED';
create unique index party_points_entry_reversal_key on party_points_entry (reverses) where status <> 'REFUSED';
create index party_points_entry_place_idx on party_points_entry (place_code, organisation_id, fact_on);
create index party_points_entry_waiting_idx on party_points_entry (place_code) where status = 'ENTERED';
create index party_points_entry_publication_idx on party_points_entry (publication_id);
grant select, insert, update on party_points_entry to qiangcun_app;
call fence('party_points_entry');

-- What somebody has against an entry or a published list, and what became of it.
create table party_points_objection (
  objection_id       uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null,
  organisation_id    uuid not null,
  entry_id           uuid references party_points_entry,
  publication_id     uuid references party_points_publication,
  raised_on          date not null,
  raised_by          text not null check (raised_by <> ''),
  by_slip            boolean not null,
  content            text not null check (content <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  outcome            text check (outcome in ('KEPT', 'CORRECTED')),
  answer             text check (answer <> ''),
  answered_on        date,
  answered_at        timestamptz,
  answered_by        text,
  answered_by_person text,
  foreign key (organisation_id, place_code) references party_organisation (organisation_id, place_code),
  check ((outcome is null) = (answer is null) and (outcome is null) = (answered_by is null)),
  check (entry_id is not null or publication_id is not null)
);
create index party_points_objection_place_idx on party_points_objection (place_code, raised_on);
create index party_points_objection_entry_idx on party_points_objection (entry_id);
grant select, insert, update on party_points_objection to qiangcun_app;
call fence('party_points_objection');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.points-unpublished', 0, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期未公示的提醒，可按本地规定调整'),
  ('party.points-unpublished', 10, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期两周未公示的由上一级跟进，可按本地规定调整'),
  ('party.points-unanswered', -5, '2020-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '答复期限将到的提醒，可按本地规定调整'),
  ('party.points-unanswered', 1, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期未答复的提醒，可按本地规定调整'),
  ('party.points-unanswered', 10, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '逾期两周未答复的由县级督办，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'party.points.read'),
  ('COUNTY', 'party.points.enter'),
  ('COUNTY', 'party.points.decide'),
  ('COUNTY', 'party.points.rule'),
  ('TOWNSHIP', 'party.points.read'),
  ('TOWNSHIP', 'party.points.enter'),
  ('TOWNSHIP', 'party.points.decide'),
  ('VILLAGE', 'party.points.read'),
  ('VILLAGE', 'party.points.enter'),
  ('VILLAGE', 'party.points.decide');
