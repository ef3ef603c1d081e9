-- Counties set numbers of their own from a day on, as they do for the Party's. What was the table becomes its versions; under the
-- old name stands what is in force where the session looks, so that every rule and page reads one number and none has to know why.
alter table rule_parameter rename to rule_parameter_version;
alter table rule_parameter_version
  add column version_id uuid not null default gen_random_uuid() unique,
  add column within varchar(18) collate "C" not null default '',
  -- how far a county may go: not at all, no higher, no lower, or as it likes
  add column bound text not null default 'FREE' check (bound in ('FIXED', 'AT_MOST', 'AT_LEAST', 'FREE')),
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default 'system',
  add column recorded_by_person text not null default 'system';
alter table rule_parameter_version drop constraint rule_parameter_pkey;
alter table rule_parameter_version add constraint rule_parameter_version_pkey primary key (code, within, valid_from);

update rule_parameter_version set bound = 'FIXED' where basis in ('LAW', 'PARTY_REG');
-- where the text itself gives one side only: every day, six months
update rule_parameter_version set bound = 'AT_MOST' where code in ('grid.incident.follow-up-hours', 'grid.incident.purge-months');

alter table rule_parameter_version enable row level security;
alter table rule_parameter_version force row level security;
-- general numbers are no secret, a county's own are read from within it
create policy rule_parameter_version_read on rule_parameter_version for select to qiangcun_app using (
  within = '' or starts_with(current_setting('qiangcun.lo', true), within)
  or within >= current_setting('qiangcun.lo', true) collate "C" and within < current_setting('qiangcun.hi', true) collate "C");
create policy rule_parameter_version_insert on rule_parameter_version for insert to qiangcun_app with check (
  within <> '' and basis = 'LOCAL'
  and within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy rule_parameter_version_update on rule_parameter_version for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
revoke insert, update on rule_parameter_version from qiangcun_app;
grant select, insert on rule_parameter_version to qiangcun_app;
grant update (valid_to) on rule_parameter_version to qiangcun_app;

-- The second lock: no number of a county is looser than the text, whoever writes it.
create function rule_parameter_not_looser() returns trigger language plpgsql as $$
begin
  if new.within <> '' and exists (select from rule_parameter_version general
      where general.code = new.code and general.within = '' and (general.valid_to is null or general.valid_to > new.valid_from)
        and (general.bound = 'FIXED' or general.bound = 'AT_MOST' and new.amount > general.amount
          or general.bound = 'AT_LEAST' and new.amount < general.amount)) then
    raise exception 'looser than the text: %', new.code using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger rule_parameter_not_looser before insert on rule_parameter_version
  for each row execute function rule_parameter_not_looser();

-- Which county's numbers a session reads: its own; one that looks at the whole installation reads those of its only county.
create function rule_parameter_counts(within text) returns boolean language sql stable as $$
  select within = '' or starts_with(current_setting('qiangcun.lo', true), within)
    or (select count(*) = 1 and min(place_code) = within from place where length(place_code) = 6)
$$;

create view rule_parameter with (security_invoker = true) as
  select day.code, day.valid_from, day.valid_to, rule.amount, rule.basis, rule.source, rule.bound, rule.within
  from (
    select code, turn as valid_from, lead(turn) over (partition by code order by turn) as valid_to
    from (
      select code, valid_from as turn from rule_parameter_version where rule_parameter_counts(within)
      union select code, valid_to from rule_parameter_version where rule_parameter_counts(within) and valid_to is not null
    ) turning
  ) day
  cross join lateral (
    select * from rule_parameter_version version
    where version.code = day.code and version.valid_from <= day.valid_from
      and (version.valid_to is null or version.valid_to > day.valid_from) and rule_parameter_counts(version.within)
    order by version.within desc, version.valid_from desc limit 1
  ) rule;
grant select on rule_parameter to qiangcun_app;

-- A number that comes later is entered under the old name too; what law or Party regulation says binds.
create function rule_parameter_enter() returns trigger language plpgsql as $$
begin
  insert into rule_parameter_version (code, valid_from, valid_to, amount, basis, source, bound)
  values (new.code, new.valid_from, new.valid_to, new.amount, new.basis, new.source,
    coalesce(new.bound, case when new.basis in ('LAW', 'PARTY_REG') then 'FIXED' else 'FREE' end));
  return new;
end
$$;
create trigger rule_parameter_enter instead of insert on rule_parameter for each row execute function rule_parameter_enter();
