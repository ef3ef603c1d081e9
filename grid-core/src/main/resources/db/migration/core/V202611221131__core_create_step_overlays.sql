-- A county's own table of steps for a warning rule: it takes the place of the general one, from a day on.
create table warning_step_overlay (
  overlay_id         uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  within             varchar(18) collate "C" not null references place,
  rule_code          text not null,
  valid_from         date not null,
  valid_to           date check (valid_to > valid_from),
  reason             text not null check (reason <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  ended_at           timestamptz,
  ended_by           text,
  ended_by_person    text,
  end_reason         text check (end_reason <> ''),
  withdrawn          boolean not null,
  check ((ended_at is null) = (end_reason is null))
);
create unique index warning_step_overlay_version_key on warning_step_overlay (rule_code, within, valid_from) where not withdrawn;

create table warning_step_overlay_step (
  overlay_id   uuid not null references warning_step_overlay,
  level        text not null check (level in ('BLUE', 'YELLOW', 'ORANGE', 'RED')),
  working_days int not null check (working_days between -60 and 120),
  holder_level text not null check (holder_level in ('VILLAGE', 'TOWNSHIP', 'COUNTY')),
  primary key (overlay_id, level)
);
grant select, insert, update on warning_step_overlay to qiangcun_app;
grant select, insert on warning_step_overlay_step to qiangcun_app;

-- Everybody reads them; the application writes those of the account's own places.
alter table warning_step_overlay enable row level security;
alter table warning_step_overlay force row level security;
create policy warning_step_overlay_read on warning_step_overlay for select to qiangcun_app using (true);
create policy warning_step_overlay_insert on warning_step_overlay for insert to qiangcun_app with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy warning_step_overlay_update on warning_step_overlay for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C")
  with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

insert into role_authority (role, authority) values ('COUNTY', 'core.warning.steps');
