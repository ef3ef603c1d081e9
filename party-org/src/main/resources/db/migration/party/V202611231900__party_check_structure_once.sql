-- Who is a member is asked by person, on his page and for every holder of a post.
create index party_member_person_idx on party_member (person_id);

-- As before, for half the price: everybody is looked up once, and each committee is counted once for all rules.
create or replace function party_structure_check(lo text, hi text, on_day date)
  returns table (place_code varchar, place_name text, category text, code text, title text, basis_text text,
    number integer, matching bigint, people bigint, names text[], met boolean)
  language sql stable
as $$
  -- everybody once in each village, whatever posts he holds there
  with holder as materialized (
    select s.place_code, s.person_id, bool_or(s.track = 'PARTY') as party, bool_or(s.track = 'VILLAGERS') as villagers
    from party_post s
    where s.place_code >= lo and s.place_code < hi and s.since <= on_day and (s.ended_on is null or s.ended_on > on_day)
    group by s.place_code, s.person_id
  ), known as materialized (
    select o.place_code, o.party, o.villagers, h.name,
      h.education in ('COLLEGE', 'BACHELOR', 'MASTER') as graduate,
      h.sex = 'FEMALE' as woman,
      h.born_on > on_day - make_interval(years => 1 + (select max(amount)::int from party_rule
        where code = 'party.member.young-age' and valid_from <= on_day and (valid_to is null or valid_to > on_day))) as young,
      m.joined as member
    from holder o
      left join person h on h.person_id = o.person_id
      left join lateral (select true as joined from party_member m where m.person_id = o.person_id
        and m.joined_on <= on_day and (m.ended_on is null or m.ended_on > on_day) limit 1) m on true
  ), committee as (
    select k.place_code, b.body, count(*) as people,
      count(*) filter (where graduate) as graduates,
      count(*) filter (where woman) as women,
      count(*) filter (where young) as youngsters,
      count(*) filter (where member) as members,
      array_agg(name order by name) filter (where graduate) as graduate_names,
      array_agg(name order by name) filter (where woman) as woman_names,
      array_agg(name order by name) filter (where young) as youngster_names,
      array_agg(name order by name) filter (where member) as member_names
    from known k join (values ('PARTY'), ('VILLAGERS'), ('BOTH')) b (body)
      on case b.body when 'PARTY' then k.party when 'VILLAGERS' then k.villagers else true end
    group by k.place_code, b.body
  ), counted as (
    -- from the villages, so that an empty committee is held against the rules too
    select p.place_code, p.name as place_name, p.category, r.code, r.title, r.basis_text, r.position, r.unit, r.more_than,
      coalesce(c.people, 0) as people, coalesce(f.matching, 0) as matching,
      array_remove(coalesce(f.names, '{}'), null) as names
    from place p
      join party_structure_rule r on starts_with(p.place_code, r.within)
        and r.valid_from <= on_day and (r.valid_to is null or r.valid_to > on_day)
      left join committee c on c.place_code = p.place_code and c.body = r.body
      left join lateral (values ('GRADUATE', c.graduates, c.graduate_names), ('WOMAN', c.women, c.woman_names),
          ('YOUNG', c.youngsters, c.youngster_names), ('MEMBER', c.members, c.member_names)) f (feature, matching, names)
        on f.feature = r.feature
    where p.place_code >= lo and p.place_code < hi and p.category in ('VILLAGE', 'COMMUNITY')
      and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
  )
  select c.place_code, c.place_name, c.category, c.code, c.title, c.basis_text, c.position, c.matching, c.people, c.names,
    c.matching > case c.unit when 'PERCENT' then c.more_than * c.people / 100 else c.more_than end
  from counted c
$$;
