-- When a warning of a rule reaches which level and who then holds it, in working days from the due date (negative:
-- before it). The holder VILLAGE is the place the warning is about, TOWNSHIP the nearest place above it, COUNTY the top.
create table warning_step (
  rule_code    text not null,
  working_days int not null,
  valid_from   date not null,
  valid_to     date check (valid_to > valid_from),
  level        text not null check (level in ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
  holder_level text not null check (holder_level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
  basis_kind   text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text   text not null,
  primary key (rule_code, working_days, valid_from)
);
grant select, insert, update on warning_step to qiangcun_app;

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('core.duty-overdue', -3, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期前3个工作日提醒责任单位，由县级按本地规定调整'),
  ('core.duty-overdue', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期第1个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.duty-overdue', 6, '2018-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '逾期第6个工作日起由上一级重点督办，由县级按本地规定调整'),
  ('core.duty-overdue', 11, '2018-01-01', 'RED', 'COUNTY', 'DESIGN', '逾期第11个工作日起由县级督办，由县级按本地规定调整');

create table warning (
  warning_id      uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  changed_by      text not null,
  place_code      varchar(18) collate "C" not null references place,
  rule_code       text not null,
  subject         text not null,
  title           text[] not null,
  due_on          date not null,
  basis_kind      text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source    text not null,
  basis_article   text not null,
  basis_text      text not null,
  facts           jsonb not null,
  remedy_href     text not null,
  step_days       int not null,
  level           text not null check (level in ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
  holder_level    text not null check (holder_level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
  holder_place    varchar(18) collate "C" not null,
  held_since      timestamptz not null,
  next_on         date,
  next_level      text check (next_level in ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
  next_holder_level text check (next_holder_level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
  status          text not null check (status in ('FOUND', 'SEEN', 'URGED', 'IN_HAND', 'CLEARED', 'OVERTURNED')),
  found_on        date not null,
  found_at        timestamptz not null,
  urges           int not null,
  urged_at        timestamptz,
  urged_by        text,
  urge_note       text,
  expected_on     date,
  appeal          text check (appeal in ('PENDING', 'DISMISSED', 'UPHELD')),
  appeal_reason   text,
  appealed_at     timestamptz,
  appealed_by     uuid,
  ended_on        date,
  ended_at        timestamptz,
  cleared_by_kind text,
  cleared_by_id   uuid,
  cleared_by_href text,
  check ((ended_at is null) = (status not in ('CLEARED', 'OVERTURNED'))),
  check ((ended_at is null) = (ended_on is null)),
  check ((appeal is null) = (appeal_reason is null))
);
grant select, insert, update on warning to qiangcun_app;
call fence('warning');

-- one cause, one warning
create unique index warning_open_key on warning (place_code, rule_code, subject) where ended_at is null;
create index warning_ended_idx on warning (place_code, ended_on) where ended_at is not null;
create index warning_overturned_idx on warning (rule_code, subject) where status = 'OVERTURNED';

-- What was done about a warning, by which post and which person; nobody changes it afterwards.
create table warning_action (
  action_id    uuid primary key,
  warning_id   uuid not null references warning,
  place_code   varchar(18) collate "C" not null references place,
  kind         text not null check (kind in ('FOUND', 'ESCALATED', 'SEEN', 'URGED', 'IN_HAND', 'TRANSFERRED', 'APPEALED',
                 'APPEAL_DISMISSED', 'OVERTURNED', 'CLEARED')),
  at           timestamptz not null,
  account_id   uuid,
  post         text not null,
  holder       text not null,
  note         text,
  level        text not null,
  holder_level text not null,
  batch        uuid
);
grant select, insert on warning_action to qiangcun_app;
call fence('warning_action');
create index warning_action_warning_idx on warning_action (warning_id, at);
-- the same batch of urging, sent twice, urges once
create unique index warning_action_batch_key on warning_action (place_code, warning_id, batch) where batch is not null;

insert into role_authority (role, authority) values
  ('COUNTY', 'core.warning.read'),
  ('TOWNSHIP', 'core.warning.read'),
  ('VILLAGE', 'core.warning.read'),
  ('COUNTY', 'core.warning.answer'),
  ('TOWNSHIP', 'core.warning.answer'),
  ('VILLAGE', 'core.warning.answer'),
  ('COUNTY', 'core.warning.supervise'),
  ('TOWNSHIP', 'core.warning.supervise');
