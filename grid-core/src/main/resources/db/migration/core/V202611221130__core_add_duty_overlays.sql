-- A county writes its own overlays: who decided what, when and why; an ended one stays readable.
alter table duty_rule
  add column version            bigint not null default 0,
  add column created_at         timestamptz not null default now(),
  add column created_by         text not null default 'migration',
  add column changed_at         timestamptz not null default now(),
  add column changed_by         text not null default 'migration',
  add column reason             text check (reason <> ''),
  add column recorded_at        timestamptz,
  add column recorded_by        text,
  add column recorded_by_person text,
  add column ended_at           timestamptz,
  add column ended_by           text,
  add column ended_by_person    text,
  add column end_reason         text check (end_reason <> ''),
  add column withdrawn          boolean not null default false,
  add check ((ended_at is null) = (end_reason is null)),
  add check (not withdrawn or ended_at is not null);

alter table duty_rule drop constraint duty_rule_code_within_valid_from_key;
create unique index duty_rule_version_key on duty_rule (code, within, valid_from) nulls not distinct where not withdrawn;

-- Everybody reads the rules; the application writes overlays of the account's own places, never what a text demands.
alter table duty_rule enable row level security;
alter table duty_rule force row level security;
create policy duty_rule_read on duty_rule for select to qiangcun_app using (true);
create policy duty_rule_insert on duty_rule for insert to qiangcun_app with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy duty_rule_update on duty_rule for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C")
  with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");

-- What law or Party regulation demands may be made stricter by a county, never looser; nor reminded of later.
create or replace function duty_rule_stays_strict() returns trigger language plpgsql as $$
declare
  general duty_rule;
  strictness constant text[] := array['YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'];
begin
  if new.within is null or new.withdrawn then
    return new;
  end if;
  select * into general from duty_rule
    where code = new.code and within is null and valid_from <= new.valid_from and (valid_to is null or valid_to > new.valid_from);
  if general.rule_id is null then
    raise exception 'No rule % to overlay on %', new.code, new.valid_from using errcode = 'check_violation';
  end if;
  if general.trait <> new.trait or general.record_kind <> new.record_kind then
    raise exception 'An overlay of % keeps its trait and record kind', new.code using errcode = 'check_violation';
  end if;
  if general.basis_kind in ('LAW', 'PARTY_REG')
    and (array_position(strictness, new.recurrence) < array_position(strictness, general.recurrence)
      or new.due_working_days > general.due_working_days
      or new.remind_working_days < general.remind_working_days) then
    raise exception 'An overlay of % is looser than %', new.code, general.basis_source using errcode = 'check_violation';
  end if;
  return new;
end
$$;

insert into role_authority (role, authority) values ('COUNTY', 'core.duty.overlay');
