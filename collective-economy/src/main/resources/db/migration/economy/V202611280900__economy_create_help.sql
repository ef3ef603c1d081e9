-- Villages that are weak in what their collective earns, from when to when and why, and who helps them. The list of a year is
-- asked of the days; nothing is copied from year to year. What they earn stands in the ledger and nowhere here.

create table economy_weak_village (
  listing_id         uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  listed_on          date not null,
  reason             text not null check (reason <> ''),
  -- by whose paper
  document           text not null,
  unlisted_on        date check (unlisted_on >= listed_on),
  unlisted_reason    text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((unlisted_on is null) = (unlisted_reason = '')),
  check (length(place_code) = 12)
);
create index economy_weak_village_place_idx on economy_weak_village (place_code, listed_on);
create unique index economy_weak_village_once_key on economy_weak_village (place_code) where unlisted_on is null;
grant select, insert, update (unlisted_on, unlisted_reason) on economy_weak_village to qiangcun_app;
call fence('economy_weak_village');

-- Whoever helps a village counts from his first day until the day he ends, that day not included.
create table economy_helper (
  helper_id          uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  kind               text not null check (kind in ('COUNTY_LEADER', 'RICH_VILLAGE', 'ENTERPRISE', 'OTHER')),
  -- the one whom a weak village has; others help beside
  main               boolean not null,
  name               text not null check (name <> '' and name = btrim(name)),
  post               text not null,
  -- the richer village, which lies elsewhere
  helping_place      varchar(18) collate "C" references place check (helping_place <> place_code),
  duties             text not null,
  from_on            date not null,
  ended_on           date check (ended_on >= from_on),
  ended_reason       text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((ended_on is null) = (ended_reason = '')),
  check ((kind = 'RICH_VILLAGE') = (helping_place is not null)),
  check (length(place_code) = 12)
);
create index economy_helper_place_idx on economy_helper (place_code, from_on);
create unique index economy_helper_main_key on economy_helper (place_code) where main and ended_on is null;
create index economy_helper_helping_idx on economy_helper (helping_place) where helping_place is not null;
grant select, insert, update (ended_on, ended_reason) on economy_helper to qiangcun_app;
call fence('economy_helper');

insert into rule_parameter (code, valid_from, amount, basis, source, article, wording, least) values
  ('economy.help.missing-days', '2020-01-01', 15, 'DESIGN', '', '', '列为薄弱村或者原包联结束以后，多少天内落实主要包联力量，可按本地规定调整', 0),
  ('economy.help.most-villages', '2020-01-01', 3, 'DESIGN', '', '', '同一包联力量同时包联多少个以上的，在包联页面提示，可按本地规定调整', 1);

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.help-missing', -5, '2020-01-01', 'BLUE', 'COUNTY', 'DESIGN', '薄弱村没有包联力量的提醒，可按本地规定调整'),
  ('economy.help-missing', 1, '2020-01-01', 'YELLOW', 'COUNTY', 'DESIGN', '到期仍未落实包联力量，可按本地规定调整');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.help.read'), ('TOWNSHIP', 'economy.help.read'), ('COUNTY', 'economy.help.read'), ('AUDITOR', 'economy.help.read'),
  ('COUNTY', 'economy.help.assign');
