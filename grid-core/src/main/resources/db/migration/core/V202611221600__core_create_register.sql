-- Editions of definitions never change. One without "within" comes with the application; one with it is a county's own.
create table register_edition (
  edition_id         uuid primary key,
  code               text not null,
  within             varchar(18) collate "C" references place,
  edition            int not null check (edition > 0),
  title              text not null,
  definition         jsonb not null,
  content_hash       text not null,
  published_at       timestamptz not null,
  reason             text not null,
  recorded_by        text not null,
  recorded_by_person text not null
);
create unique index register_edition_key on register_edition (code, within, edition) nulls not distinct;
create index register_edition_within_idx on register_edition (within) where within is not null;
grant select, insert on register_edition to qiangcun_app;

-- Everybody reads them; a county writes its own, and what comes with the application is written in the scope of all places.
alter table register_edition enable row level security;
alter table register_edition force row level security;
create policy register_edition_read on register_edition for select to qiangcun_app using (true);
create policy register_edition_insert on register_edition for insert to qiangcun_app with check (
  within is null and current_setting('qiangcun.wlo', true) = '0' and current_setting('qiangcun.whi', true) = ':'
  or within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

-- Which edition of which register holds in which county, for rules and figures.
create view register_in_force with (security_invoker = true) as
  select c.place_code as county_code, e.code, e.title, e.definition
  from place c
    cross join lateral (
      select distinct on (o.code) o.code, o.title, o.definition from register_edition o
      where o.within is null or o.within = c.place_code
      order by o.code, o.within nulls last, o.edition desc) e
  where length(c.place_code) = 6;
grant select on register_in_force to qiangcun_app;

-- When a county began to keep a register: nobody is late before. Says nothing about who wrote what.
create table register_begun (
  county_code   varchar(18) collate "C" not null references place,
  register_code text not null,
  begun_on      date not null,
  primary key (county_code, register_code)
);
grant select, insert on register_begun to qiangcun_app;

create table register_row (
  row_id             uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  register_code      text not null,
  parent_id          uuid references register_row,
  title              text not null,
  cells              jsonb not null,
  names              jsonb not null,
  searched           text not null,
  starts_on          date not null,
  until_on           date,
  closed_on          date,
  closing_reason     text not null,
  -- the last day on which it counts
  current_to         date generated always as (least(until_on, closed_on - 1)) stored,
  voided             boolean not null,
  key_value          text,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check (closed_on is null or closing_reason <> '')
);
create index register_row_list_idx on register_row (register_code, place_code, starts_on);
create index register_row_place_idx on register_row (place_code);
create index register_row_parent_idx on register_row (parent_id, register_code, starts_on) where parent_id is not null;
create unique index register_row_once_key on register_row (parent_id, key_value)
  where key_value is not null and parent_id is not null and not voided and closed_on is null;
create unique index register_row_once_per_place_key on register_row (register_code, place_code, key_value)
  where key_value is not null and parent_id is null and not voided and closed_on is null;
grant select, insert, update on register_row to qiangcun_app;
call fence('register_row');

-- What a row said and what was done about it, one line for each change.
create table register_row_edition (
  row_edition_id     uuid primary key,
  row_id             uuid not null references register_row,
  place_code         varchar(18) collate "C" not null references place,
  number             int not null check (number > 0),
  what               text not null check (what in ('ENTERED', 'CORRECTED', 'ENDED', 'RESUMED', 'VOIDED')),
  cells              jsonb not null,
  names              jsonb not null,
  reason             text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (row_id, number)
);
create index register_row_edition_place_idx on register_row_edition (place_code);
grant select, insert, update on register_row_edition to qiangcun_app;
call fence('register_row_edition');

-- Which persons a row names, so that a person's rows are found.
create table register_row_person (
  row_id      uuid not null references register_row,
  column_code text not null,
  place_code  varchar(18) collate "C" not null references place,
  person_id   uuid references person,
  primary key (row_id, column_code)
);
create index register_row_person_person_idx on register_row_person (person_id) where person_id is not null;
create index register_row_person_place_idx on register_row_person (place_code);
grant select, insert, update on register_row_person to qiangcun_app;
call fence('register_row_person');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('core.register-ending', -200, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '按台账设定的提前天数提醒，由县级按本地规定调整'),
  ('core.register-ending', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '到期后第1个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.register-ending', 21, '2018-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '到期后第21个工作日起由县级督办，由县级按本地规定调整'),
  ('core.register-gap', -5, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '数量不符合规定的，提醒本级补齐，由县级按本地规定调整'),
  ('core.register-gap', 21, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '持续第21个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.register-gap', 61, '2018-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '持续第61个工作日起由县级督办，由县级按本地规定调整'),
  ('core.register-follow-up', -5, '2018-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '到期前5个工作日提醒登记单位，由县级按本地规定调整'),
  ('core.register-follow-up', 1, '2018-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期第1个工作日起由上一级跟进，由县级按本地规定调整'),
  ('core.register-follow-up', 21, '2018-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '逾期第21个工作日起由县级督办，由县级按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'core.register.read'),
  ('TOWNSHIP', 'core.register.read'),
  ('VILLAGE', 'core.register.read'),
  ('COUNTY', 'core.register.write'),
  ('TOWNSHIP', 'core.register.write'),
  ('VILLAGE', 'core.register.write'),
  ('COUNTY', 'core.register.define');
