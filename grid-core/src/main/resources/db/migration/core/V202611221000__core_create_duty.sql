-- The statutory calendar as data: who owes which record how often, until when, and which text demands it.
-- What is done within its period is due on the period's last day or some working days later; what is about a period
-- gone by, as a report is, can be done from the next day on and is due on the so-many-th working day.
-- A row with "within" overlays the general row of its code for the places in it.
create table duty_rule (
  rule_id             uuid primary key default gen_random_uuid(),
  code                text not null,
  within              varchar(18) collate "C" references place,
  valid_from          date not null,
  valid_to            date check (valid_to > valid_from),
  title               text not null,
  trait               text not null,
  record_kind         text not null,
  recurrence          text not null check (recurrence in ('MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
  done                text not null check (done in ('WITHIN_PERIOD', 'AFTER_PERIOD')),
  due_working_days    int not null check (due_working_days between 0 and 60),
  remind_working_days int not null check (remind_working_days between 0 and 60),
  basis_kind          text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source        text not null,
  basis_article       text not null,
  basis_text          text not null,
  unique nulls not distinct (code, within, valid_from)
);
grant select, insert, update on duty_rule to qiangcun_app;

-- What law or Party regulation demands may be made stricter by a county, never looser.
create function duty_rule_stays_strict() returns trigger language plpgsql as $$
declare
  general duty_rule;
  strictness constant text[] := array['YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'];
begin
  if new.within is null then
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
      or new.due_working_days > general.due_working_days) then
    raise exception 'An overlay of % is looser than %', new.code, general.basis_source using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger duty_rule_stays_strict before insert or update on duty_rule
  for each row execute function duty_rule_stays_strict();

insert into duty_rule (code, valid_from, title, trait, record_kind, recurrence, done, due_working_days,
  remind_working_days, basis_kind, basis_source, basis_article, basis_text) values
  ('core.monthly-report', '2018-01-01', '党建月报', 'core.reporting-place', 'MONTHLY_REPORT', 'MONTHLY', 'AFTER_PERIOD', 5, 3,
   'DESIGN', '强村默认规则', '', '月报由记录自动生成，次月第5个工作日前确认上报；期限由县级按本地规定调整。');

-- Why a duty need not be done: granted from above for one rule and all its due days up to the expiry.
create table duty_waiver (
  waiver_id         uuid primary key,
  version           bigint not null,
  created_at        timestamptz not null,
  created_by        text not null,
  changed_at        timestamptz not null,
  changed_by        text not null,
  place_code        varchar(18) collate "C" not null references place,
  duty_subject      uuid not null,
  rule_code         text not null,
  kind              text not null check (kind in ('GRANTED', 'APPEAL')),
  due_from          date not null,
  expires_on        date not null check (expires_on >= due_from),
  reason            text not null check (reason <> ''),
  approver_account  uuid,
  approver_post     text not null,
  approver_holder   text not null,
  approved_at       timestamptz not null,
  withdrawn_at      timestamptz,
  withdrawn_by      text,
  withdrawal_reason text,
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
grant select, insert, update on duty_waiver to qiangcun_app;
call fence('duty_waiver');
create index duty_waiver_subject_idx on duty_waiver (duty_subject, rule_code) where withdrawn_at is null;

-- What is owed, generated ahead. Nothing is deleted: what is no longer owed is archived.
create table duty (
  duty_id        uuid primary key,
  place_code     varchar(18) collate "C" not null references place,
  rule_id        uuid not null references duty_rule,
  rule_code      text not null,
  record_kind    text not null,
  duty_subject   uuid not null,
  subject_name   text not null,
  period_from    date not null,
  period_to      date not null check (period_to > period_from),
  opens_on       date not null check (opens_on >= period_from),
  due_on         date not null check (due_on >= period_to and due_on >= opens_on),
  remind_on      date not null check (remind_on <= due_on),
  fulfilled_on   date,
  fulfilled_at   timestamptz,
  record_id      uuid,
  record_href    text,
  late           boolean generated always as (fulfilled_on > due_on) stored,
  waiver_id      uuid references duty_waiver,
  archived_at    timestamptz,
  archive_reason text,
  check ((fulfilled_on is null) = (record_id is null)),
  check ((archived_at is null) = (archive_reason is null))
);
grant select, insert, update on duty to qiangcun_app;
call fence('duty');
create unique index duty_once_key on duty (place_code, duty_subject, rule_code, period_from) where archived_at is null;
create index duty_due_idx on duty (place_code, due_on) where archived_at is null;
create index duty_subject_idx on duty (duty_subject, record_kind, period_from) where archived_at is null;
create index duty_owed_idx on duty (remind_on, place_code)
  where archived_at is null and fulfilled_on is null and waiver_id is null;

-- Which record was heard to fulfil what; kept apart from the duties, because a record may come before its duty.
create table duty_fulfilment (
  fulfilment_id uuid primary key,
  place_code    varchar(18) collate "C" not null references place,
  record_id     uuid not null,
  record_kind   text not null,
  record_href   text not null,
  duty_subject  uuid not null,
  done_on       date not null,
  counts_for    date not null,
  makes_up_for  uuid references duty,
  recorded_at   timestamptz not null,
  revoked_at    timestamptz
);
grant select, insert, update on duty_fulfilment to qiangcun_app;
call fence('duty_fulfilment');
create unique index duty_fulfilment_once_key on duty_fulfilment (place_code, record_id, record_kind, duty_subject)
  where revoked_at is null;
create index duty_fulfilment_subject_idx on duty_fulfilment (duty_subject, record_kind, counts_for) where revoked_at is null;
create index duty_fulfilment_record_idx on duty_fulfilment (record_id) where revoked_at is null;

insert into role_authority (role, authority) values
  ('COUNTY', 'core.duty.read'),
  ('TOWNSHIP', 'core.duty.read'),
  ('VILLAGE', 'core.duty.read'),
  ('COUNTY', 'core.duty.waive'),
  ('TOWNSHIP', 'core.duty.waive');
