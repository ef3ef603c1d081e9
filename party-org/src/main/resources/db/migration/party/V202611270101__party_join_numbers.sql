-- The Party's numbers lie with all others; under the old name they are still read, in the words that findings quote.
insert into rule_parameter_version (version_id, code, within, valid_from, valid_to, amount, bound, basis, source, article, wording,
  least, recorded_at, recorded_by, recorded_by_person)
select version_id, code, within, valid_from, valid_to, amount, bound, basis_kind, basis_source, basis_article, basis_text,
  case when code = 'party.points-yearly-floor' then 0 else 1 end, recorded_at, recorded_by, recorded_by_person
from party_rule_version order by within;

drop view party_rule;
drop table party_rule_version;
drop function party_rule_not_looser, party_rule_counts, party_rule_enter;

create view party_rule with (security_invoker = true) as
  select code, valid_from, valid_to, amount, basis as basis_kind, source as basis_source, article as basis_article,
    wording as basis_text, bound, within
  from rule_parameter;
grant select on party_rule to qiangcun_app;

-- the same eighteen years stood there twice
delete from rule_parameter_version where code = 'party.applicant-age';
