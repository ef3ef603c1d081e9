-- Editions of procedures never change. One without "within" comes with the application; one with it is a county's own copy.
create table procedure_template (
  template_id        uuid primary key,
  code               text not null,
  within             varchar(18) collate "C" references place,
  edition            int not null check (edition > 0),
  base_id            uuid references procedure_template,
  title              text not null,
  definition         jsonb not null,
  content_hash       text not null,
  published_at       timestamptz not null,
  reason             text not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((within is null) = (base_id is null)),
  check (within is null or reason <> '')
);
create unique index procedure_template_edition_key on procedure_template (code, within, edition) nulls not distinct;
create index procedure_template_within_idx on procedure_template (within) where within is not null;
create index procedure_template_base_idx on procedure_template (base_id) where base_id is not null;
grant select, insert on procedure_template to qiangcun_app;

-- Everybody reads them; a county writes its own, and what comes with the application is written in the scope of all places.
alter table procedure_template enable row level security;
alter table procedure_template force row level security;
create policy procedure_template_read on procedure_template for select to qiangcun_app using (true);
create policy procedure_template_insert on procedure_template for insert to qiangcun_app with check (
  within is null and current_setting('qiangcun.wlo', true) = '0' and current_setting('qiangcun.whi', true) = ':'
  or within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

create table procedure_case (
  case_id            uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  template_id        uuid not null references procedure_template,
  template_code      text not null,
  subject_kind       text not null check (subject_kind in ('PERSON', 'MATTER')),
  subject_id         uuid,
  subject_name       text not null check (subject_name <> ''),
  started_on         date not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  state              text not null check (state in ('OPEN', 'DONE', 'ENDED', 'ABANDONED')),
  result             text not null,
  moves              int not null,
  ended_on           date,
  ended_at           timestamptz,
  ended_by           text,
  ended_by_person    text,
  check ((state = 'OPEN') = (ended_on is null)),
  check (state <> 'ABANDONED' or result <> '')
);
create index procedure_case_place_idx on procedure_case (place_code, template_code, started_on);
create index procedure_case_template_idx on procedure_case (template_id);
create index procedure_case_subject_idx on procedure_case (subject_id) where subject_id is not null;
grant select, insert, update on procedure_case to qiangcun_app;
call fence('procedure_case');

create table procedure_act (
  act_id              uuid primary key,
  case_id             uuid not null references procedure_case,
  place_code          varchar(18) collate "C" not null references place,
  number              int not null check (number > 0),
  step_code           text not null,
  kind                text not null check (kind in ('TAKEN', 'WAIVED')),
  acted_on            date not null,
  outcome             text not null,
  evidence            text not null check (evidence like '{%}'),
  tally_members       int,
  tally_entitled      int,
  tally_present       int,
  tally_written       int,
  tally_yes           int,
  tally_no            int,
  tally_abstain       int,
  noticed_on          date,
  vote_rules          text not null,
  vote_passed         boolean,
  late_reason         text not null,
  public_from         date check (public_from >= acted_on),
  closed_on           date check (closed_on >= public_from),
  recorded_at         timestamptz not null,
  recorded_by         text not null,
  recorded_by_person  text not null,
  closed_at           timestamptz,
  closed_by           text,
  closed_by_person    text,
  withdrawn_at        timestamptz,
  withdrawn_by        text,
  withdrawn_by_person text,
  withdrawal_reason   text not null,
  unique (case_id, number),
  check (tally_members is null or tally_entitled between 1 and tally_members
    and tally_present between 0 and tally_entitled and tally_written between 0 and tally_entitled - tally_present
    and tally_yes >= 0 and tally_no >= 0 and tally_abstain >= 0
    and tally_yes + tally_no + tally_abstain <= tally_present + tally_written),
  check (kind = 'TAKEN' or late_reason <> ''),
  check ((withdrawn_at is null) = (withdrawal_reason = ''))
);
create index procedure_act_place_idx on procedure_act (place_code, step_code, acted_on) where withdrawn_at is null;
grant select, insert, update on procedure_act to qiangcun_app;
call fence('procedure_act');

create table procedure_objection (
  objection_id       uuid primary key,
  act_id             uuid not null references procedure_act,
  place_code         varchar(18) collate "C" not null references place,
  raised_on          date not null,
  raised_by          text not null,
  content            text not null check (content <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  answered_on        date check (answered_on >= raised_on),
  answer             text check (answer <> ''),
  answered_at        timestamptz,
  answered_by        text,
  answered_by_person text,
  check ((answered_on is null) = (answer is null))
);
create index procedure_objection_act_idx on procedure_objection (act_id);
create index procedure_objection_place_idx on procedure_objection (place_code);
grant select, insert, update on procedure_objection to qiangcun_app;
call fence('procedure_objection');

-- Where every step stands, written anew with every act from what is computed, for lists, warnings and metrics.
create table procedure_step (
  case_id        uuid not null references procedure_case,
  step_code      text not null,
  place_code     varchar(18) collate "C" not null references place,
  actor_place    varchar(18) collate "C" not null references place,
  number         int not null,
  title          text not null,
  state          text not null
    check (state in ('WAITING', 'OPEN', 'PUBLIC', 'DONE', 'WAIVED', 'SKIPPED', 'CLOSED')),
  opened_on      date,
  earliest_on    date,
  latest_on      date,
  closable_on    date,
  done_on        date,
  basis_kind     text,
  basis_source   text,
  basis_article  text,
  basis_text     text,
  primary key (case_id, step_code)
);
create index procedure_step_owed_idx on procedure_step (place_code, latest_on) where state in ('OPEN', 'PUBLIC');
create index procedure_step_actor_idx on procedure_step (actor_place) where state in ('OPEN', 'PUBLIC');
create index procedure_step_done_idx on procedure_step (place_code, step_code, done_on) where state = 'DONE';
grant select, insert, update on procedure_step to qiangcun_app;
call fence('procedure_step');

-- What may be entered once in a county only, such as the number of a form; released when the act is withdrawn.
create table procedure_number (
  number_id     uuid primary key,
  place_code    varchar(18) collate "C" not null references place,
  template_code text not null,
  field         text not null,
  value         text not null,
  act_id        uuid not null references procedure_act,
  released_at   timestamptz
);
create unique index procedure_number_once_key on procedure_number (template_code, field, value, left(place_code, 6))
  where released_at is null;
create index procedure_number_act_idx on procedure_number (act_id);
create index procedure_number_place_idx on procedure_number (place_code);
grant select, insert, update on procedure_number to qiangcun_app;
call fence('procedure_number');

insert into rule_parameter (code, amount, basis, source, valid_from) values
  ('core.procedure-late-working-days', 3, 'DESIGN', '强村默认规则：超过3个工作日后补录的，须说明原因', '2018-01-01');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('core.procedure-overdue', -5, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期前5个工作日提醒经办单位，由县级按本地规定调整'),
  ('core.procedure-overdue', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期第1个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.procedure-overdue', 6, '2018-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '逾期第6个工作日起由上一级重点督办，由县级按本地规定调整'),
  ('core.procedure-overdue', 11, '2018-01-01', 'RED', 'COUNTY', 'DESIGN', '逾期第11个工作日起由县级督办，由县级按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'core.procedure.read'),
  ('TOWNSHIP', 'core.procedure.read'),
  ('VILLAGE', 'core.procedure.read'),
  ('COUNTY', 'core.procedure.act'),
  ('TOWNSHIP', 'core.procedure.act'),
  ('VILLAGE', 'core.procedure.act'),
  ('COUNTY', 'core.procedure.edit');
