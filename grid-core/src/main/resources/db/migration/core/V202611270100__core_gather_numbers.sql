-- One table for every number that a rule counts by, with the place in the text and its words, so that no module keeps its own.
alter table rule_parameter_version
  add column article text not null default '',
  add column wording text not null default '',
  -- no rule works with less
  add column least numeric not null default 1;
update rule_parameter_version set least = 0 where code in ('grid.event.returns', 'grid.event.extensions');

create or replace view rule_parameter with (security_invoker = true) as
  select day.code, day.valid_from, day.valid_to, rule.amount, rule.basis, rule.source, rule.bound, rule.within,
    rule.article, rule.wording, rule.least
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

create or replace function rule_parameter_enter() returns trigger language plpgsql as $$
begin
  insert into rule_parameter_version (code, valid_from, valid_to, amount, basis, source, article, wording, least, bound)
  values (new.code, new.valid_from, new.valid_to, new.amount, new.basis, new.source, coalesce(new.article, ''),
    coalesce(new.wording, ''), coalesce(new.least, 1),
    coalesce(new.bound, case when new.basis in ('LAW', 'PARTY_REG') then 'FIXED' else 'FREE' end));
  return new;
end
$$;

delete from role_authority where authority in ('grid.number.set', 'party.number.set');
insert into role_authority (role, authority) values
  ('COUNTY', 'core.number.read'), ('TOWNSHIP', 'core.number.read'), ('VILLAGE', 'core.number.read'), ('GRID', 'core.number.read'),
  ('AUDITOR', 'core.number.read'), ('COUNTY', 'core.number.set');
