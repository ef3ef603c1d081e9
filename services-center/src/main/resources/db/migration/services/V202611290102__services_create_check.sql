-- That a county asks its centres to check themselves. What they answer is in the register services.centre-check.
create table services_check_campaign (
  campaign_id  uuid primary key,
  within       varchar(18) collate "C" not null,
  title        text not null check (title <> '' and title = btrim(title)),
  -- the words of the standard that were in force when it was opened
  edition_id   uuid not null references register_edition,
  from_on      date not null,
  until_on     date not null check (until_on >= from_on),
  ended_on     date check (ended_on >= from_on),
  ended_reason text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((ended_on is null) = (ended_reason = ''))
);
create index services_check_campaign_within_idx on services_check_campaign (within, until_on);
grant select, insert, update (ended_on, ended_reason) on services_check_campaign to qiangcun_app;

-- Who is asked, and with which row of the register he answered first.
create view services_check_asked with (security_invoker = true) as
  select k.campaign_id, k.within, k.title, k.from_on, k.until_on, k.ended_on, c.centre_id, c.place_code, c.name,
    a.row_id, a.starts_on as checked_on, coalesce(a.met, 0) as met, coalesce(a.unmet, 0) as unmet
  from services_check_campaign k
    join services_centre c on c.place_code >= k.within and c.place_code < k.within || ':'
      and c.state <> 'BUILDING' and c.opened_on <= k.until_on and (c.closed_on is null or c.closed_on > k.until_on)
    left join lateral (
      select r.row_id, r.starts_on, i.met, i.unmet from register_row r
        cross join lateral (select count(*) filter (where v.value = 'met') as met, count(*) filter (where v.value = 'unmet') as unmet
          from jsonb_each_text(r.cells) v where v.key like 'item%') i
      where r.register_code = 'services.centre-check' and r.place_code = c.place_code and not r.voided
        and r.starts_on >= k.from_on and r.starts_on <= coalesce(k.ended_on, k.until_on + 365)
        -- a point has to be named; what names none is about the centre of the place
        and (r.cells ->> 'centre' = c.name or c.kind = 'CENTRE' and not exists (select from services_centre o
          where o.place_code = c.place_code and o.kind = 'POINT' and o.name = r.cells ->> 'centre'))
      order by r.starts_on, r.recorded_at limit 1) a on true;
grant select on services_check_asked to qiangcun_app;

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('services.check-unanswered', -5, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '自查期限将到的提醒，可按本地规定调整'),
  ('services.check-unanswered', 1, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '逾期未自查的由上一级跟进，可按本地规定调整'),
  ('services.check-unanswered', 10, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '逾期两周未自查的由县级督办，可按本地规定调整');
