-- Every village against every rule in force on the day: the only place where a rule is applied. Pages, metrics and
-- exports read it, so that they cannot disagree.
create function party_structure_check(lo text, hi text, on_day date)
  returns table (place_code varchar, place_name text, category text, code text, title text, basis_text text,
    number integer, matching bigint, people bigint, names text[], met boolean)
  language sql stable
as $$
  -- each village once, so that an empty committee is counted too, and everybody who holds a post in it
  with looked_at as (
    select p.place_code, p.name as place_name, p.category, null::uuid as person_id, null::text as name, null::text as track,
      false as graduate, false as woman, false as young, false as member
    from place p
    where p.place_code >= lo and p.place_code < hi and p.category in ('VILLAGE', 'COMMUNITY')
      and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
    union all
    select s.place_code, null, null, s.person_id, h.name, s.track,
      h.education in ('COLLEGE', 'BACHELOR', 'MASTER'),
      h.sex = 'FEMALE',
      h.born_on > on_day - make_interval(years => 1 + (select max(amount)::int from party_rule
        where code = 'party.member.young-age' and valid_from <= on_day and (valid_to is null or valid_to > on_day))),
      m.member_id is not null
    from party_post s
      left join person h on h.person_id = s.person_id
      left join party_member m on m.person_id = s.person_id and m.joined_on <= on_day
        and (m.ended_on is null or m.ended_on > on_day)
    where s.place_code >= lo and s.place_code < hi and s.since <= on_day and (s.ended_on is null or s.ended_on > on_day)
  ), counted as (
    select k.place_code, max(k.place_name) as place_name, max(k.category) as category,
      r.code, r.title, r.basis_text, r.position, r.unit, r.more_than,
      count(distinct k.person_id) filter (where case r.feature when 'GRADUATE' then k.graduate when 'WOMAN' then k.woman
        when 'YOUNG' then k.young when 'MEMBER' then k.member end) as matching,
      count(distinct k.person_id) as people,
      coalesce(array_agg(distinct k.name order by k.name) filter (where k.name is not null and case r.feature
        when 'GRADUATE' then k.graduate when 'WOMAN' then k.woman when 'YOUNG' then k.young when 'MEMBER' then k.member end),
        '{}') as names
    from looked_at k
      join party_structure_rule r on starts_with(k.place_code, r.within)
        and r.valid_from <= on_day and (r.valid_to is null or r.valid_to > on_day)
        and (k.track is null or r.body = 'BOTH' or r.body = k.track)
    group by k.place_code, r.code, r.title, r.basis_text, r.position, r.unit, r.more_than
    having max(k.place_name) is not null
  )
  select c.place_code, c.place_name, c.category, c.code, c.title, c.basis_text, c.position, c.matching, c.people, c.names,
    c.matching > case c.unit when 'PERCENT' then c.more_than * c.people / 100 else c.more_than end
  from counted c
$$;

-- Which villages are led by whom on the day: one head for both committees, two, or a post nobody holds.
create function party_village_heads(lo text, hi text, on_day date)
  returns table (place_code varchar, place_name text, secretary uuid, director uuid, dispatched boolean)
  language sql stable
as $$
  select p.place_code, p.name, a.person_id, b.person_id, coalesce(a.dispatched, false)
  from place p
    left join party_post a on a.place_code = p.place_code and a.track = 'PARTY' and a.role = 'HEAD'
      and a.since <= on_day and (a.ended_on is null or a.ended_on > on_day)
    left join party_post b on b.place_code = p.place_code and b.track = 'VILLAGERS' and b.role = 'HEAD'
      and b.since <= on_day and (b.ended_on is null or b.ended_on > on_day)
  where p.place_code >= lo and p.place_code < hi and p.category = 'VILLAGE'
    and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
$$;

-- A county adds rules of its own and ends them; those that come with the product have no place and stay as they are.
alter table party_structure_rule
  add created_by text,
  add ended_by   text;
alter table party_structure_rule enable row level security;
alter table party_structure_rule force row level security;
create policy party_structure_rule_read on party_structure_rule for select to qiangcun_app using (true);
create policy party_structure_rule_insert on party_structure_rule for insert to qiangcun_app with check (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
create policy party_structure_rule_update on party_structure_rule for update to qiangcun_app using (
  within >= current_setting('qiangcun.wlo', true) collate "C" and within < current_setting('qiangcun.whi', true) collate "C");
grant insert on party_structure_rule to qiangcun_app;
grant update (valid_to, ended_by) on party_structure_rule to qiangcun_app;

insert into role_authority (role, authority) values ('COUNTY', 'party.structure.rules');

insert into party_rule (code, valid_from, amount, basis_kind, basis_source, basis_article, basis_text) values
  ('party.post.vacant-days', '2021-01-01', 90, 'DESIGN', '系统默认', '', '党组织书记缺职超过3个月的，列为班子不健全的情形，可按本地规定调整。'),
  ('party.post.younger-age', '2021-01-01', 45, 'DESIGN', '系统默认', '', '统计党组织书记年龄结构时，以45周岁及以下为一档，可按本地规定调整。');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('party.secretary-vacant', -25, '2021-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '缺职将满规定期限前约一个月提醒上级选配，可按本地规定调整'),
  ('party.secretary-vacant', 1, '2021-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '缺职超过规定期限的，由上一级重点督办，可按本地规定调整'),
  ('party.secretary-vacant', 20, '2021-01-01', 'RED', 'COUNTY', 'DESIGN', '超过规定期限一个月仍未配齐的，由县级督办，可按本地规定调整');
