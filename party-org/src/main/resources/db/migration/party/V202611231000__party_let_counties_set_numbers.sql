-- Counties set numbers of their own from a day on. What was the table becomes its versions; under the old name stands what is
-- in force where the session looks, so that every rule, metric and page reads one number and none has to know why.
alter table party_rule rename to party_rule_version;
alter table party_rule_version
  add column version_id uuid not null default gen_random_uuid() unique,
  add column within varchar(18) collate "C" not null default '',
  -- how far a county may go: not at all, no higher, no lower, or as it likes
  add column bound text not null default 'FREE' check (bound in ('FIXED', 'AT_MOST', 'AT_LEAST', 'FREE')),
  add column recorded_at timestamptz not null default now(),
  add column recorded_by text not null default 'system',
  add column recorded_by_person text not null default 'system';
alter table party_rule_version drop constraint party_rule_pkey;
alter table party_rule_version add constraint party_rule_version_pkey primary key (code, within, valid_from);
alter table party_rule_version add constraint party_rule_version_amount check (amount >= 0);

update party_rule_version set bound = 'FIXED' where basis_kind in ('LAW', 'PARTY_REG');
-- where the text itself gives one side only
update party_rule_version set bound = 'AT_MOST'
  where code in ('party.branch-too-large', 'party.branch-without-committee', 'party.term-extension-years');
update party_rule_version set bound = 'AT_LEAST' where code = 'party.branch-too-small';

alter table party_rule_version enable row level security;
alter table party_rule_version force row level security;
-- general numbers are no secret, a county's own are read from within it
create policy party_rule_version_read on party_rule_version for select to qiangcun_app using (
  within = '' or starts_with(current_setting('qiangcun.lo', true), within)
  or within >= current_setting('qiangcun.lo', true) collate "C" and within < current_setting('qiangcun.hi', true) collate "C");
create policy party_rule_version_insert on party_rule_version for insert to qiangcun_app with check (
  within <> '' and basis_kind = 'LOCAL'
  and within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy party_rule_version_update on party_rule_version for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
grant select, insert on party_rule_version to qiangcun_app;
grant update (valid_to) on party_rule_version to qiangcun_app;

-- The second lock: no number of a county is looser than the text, whoever writes it.
create function party_rule_not_looser() returns trigger language plpgsql as $$
declare
  general record;
begin
  if new.within = '' then
    return new;
  end if;
  for general in select amount, bound from party_rule_version
    where code = new.code and within = '' and (valid_to is null or valid_to > new.valid_from)
  loop
    if general.bound = 'FIXED' or general.bound = 'AT_MOST' and new.amount > general.amount
      or general.bound = 'AT_LEAST' and new.amount < general.amount then
      raise exception 'looser than the text: %', new.code using errcode = 'check_violation';
    end if;
  end loop;
  return new;
end
$$;
create trigger party_rule_not_looser before insert on party_rule_version
  for each row execute function party_rule_not_looser();

-- Which county's numbers a session reads: its own; one that looks at the whole installation reads those of its only county.
create function party_rule_counts(within text) returns boolean language sql stable as $$
  select within = '' or starts_with(current_setting('qiangcun.lo', true), within)
    or (select count(*) = 1 and min(place_code) = within from place where length(place_code) = 6)
$$;

create view party_rule with (security_invoker = true) as
  select day.code, day.valid_from, day.valid_to, rule.amount, rule.basis_kind, rule.basis_source, rule.basis_article,
    rule.basis_text, rule.bound, rule.within
  from (
    select code, turn as valid_from, lead(turn) over (partition by code order by turn) as valid_to
    from (
      select code, valid_from as turn from party_rule_version where party_rule_counts(within)
      union select code, valid_to from party_rule_version where party_rule_counts(within) and valid_to is not null
    ) turning
  ) day
  cross join lateral (
    select * from party_rule_version version
    where version.code = day.code and version.valid_from <= day.valid_from
      and (version.valid_to is null or version.valid_to > day.valid_from) and party_rule_counts(version.within)
    order by version.within desc limit 1
  ) rule;
grant select on party_rule to qiangcun_app;

-- A text that comes later is entered under the old name too; what law or Party regulation says binds.
create function party_rule_enter() returns trigger language plpgsql as $$
begin
  insert into party_rule_version (code, valid_from, valid_to, amount, basis_kind, basis_source, basis_article, basis_text, bound)
  values (new.code, new.valid_from, new.valid_to, new.amount, new.basis_kind, new.basis_source, new.basis_article, new.basis_text,
    coalesce(new.bound, case when new.basis_kind in ('LAW', 'PARTY_REG') then 'FIXED' else 'FREE' end));
  return new;
end
$$;
create trigger party_rule_enter instead of insert on party_rule for each row execute function party_rule_enter();

insert into role_authority (role, authority) values ('COUNTY', 'party.number.set');
