-- Who belongs to a cooperative, what they brought, what was put to their names, and what they trade with it.

create table economy_coop_member (
  coop_member_id     uuid primary key,
  cooperative_id     uuid not null,
  place_code         varchar(18) collate "C" not null,
  number             integer not null check (number > 0),
  kind               text not null check (kind in ('HOUSEHOLD', 'PERSON', 'OUTSIDE')),
  household_id       uuid,
  person_id          uuid references person,
  name               text not null check (name <> '' and name = btrim(name)),
  joined_on          date not null,
  left_on            date check (left_on >= joined_on),
  left_reason        text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  foreign key (household_id, place_code) references household (household_id, place_code),
  unique (coop_member_id, cooperative_id, place_code),
  unique (cooperative_id, number),
  check ((kind = 'HOUSEHOLD') = (household_id is not null)),
  check (kind = 'PERSON' or person_id is null),
  check ((left_on is null) = (left_reason = ''))
);
create index economy_coop_member_place_idx on economy_coop_member (place_code, joined_on);
create unique index economy_coop_member_household_key on economy_coop_member (cooperative_id, household_id) where left_on is null;
create unique index economy_coop_member_person_key on economy_coop_member (cooperative_id, person_id) where left_on is null;
create index economy_coop_member_of_household_idx on economy_coop_member (household_id) where household_id is not null;
create index economy_coop_member_of_person_idx on economy_coop_member (person_id) where person_id is not null;
grant select, insert, update (left_on, left_reason) on economy_coop_member to qiangcun_app;
call fence('economy_coop_member');

-- What a member brought; what was given back to one who left is negative. Nothing in it changes.
create table economy_coop_contribution (
  contribution_id    uuid primary key,
  coop_member_id     uuid not null,
  cooperative_id     uuid not null,
  place_code         varchar(18) collate "C" not null,
  kind               text not null check (kind in ('MONEY', 'LAND', 'ASSET')),
  -- from means of the state that were given to the household, or its own
  source             text not null check (source in ('OWN', 'PROJECT')),
  object             text not null,
  mu                 numeric(14, 4) not null,
  amount             numeric(18, 2) not null,
  shares             numeric(14, 4) not null,
  made_on            date not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (coop_member_id, cooperative_id, place_code)
    references economy_coop_member (coop_member_id, cooperative_id, place_code),
  check (kind = 'LAND' or mu = 0),
  check (amount <> 0 or shares <> 0)
);
create index economy_coop_contribution_place_idx on economy_coop_contribution (place_code);
create index economy_coop_contribution_member_idx on economy_coop_contribution (coop_member_id);
create index economy_coop_contribution_cooperative_idx on economy_coop_contribution (cooperative_id, made_on);
grant select, insert on economy_coop_contribution to qiangcun_app;
call fence('economy_coop_contribution');

-- Reserve, grants and gifts of a year, put to the names of members; given back to those who leave as far as it is reserve.
create table economy_coop_quota (
  quota_id           uuid primary key,
  cooperative_id     uuid not null,
  place_code         varchar(18) collate "C" not null,
  year               integer not null check (year between 1990 and 2200),
  kind               text not null check (kind in ('RESERVE', 'GRANT', 'GIFT')),
  way                text not null check (way in ('CONTRIBUTION', 'TRADE', 'EQUAL', 'LEAVING')),
  amount             numeric(18, 2) not null check (amount <> 0),
  basis              text not null check (basis <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  unique (quota_id, place_code)
);
create index economy_coop_quota_place_idx on economy_coop_quota (place_code);
create index economy_coop_quota_cooperative_idx on economy_coop_quota (cooperative_id, year);
grant select, insert on economy_coop_quota to qiangcun_app;
call fence('economy_coop_quota');

create table economy_coop_quota_share (
  quota_id       uuid not null,
  coop_member_id uuid not null references economy_coop_member,
  place_code     varchar(18) collate "C" not null,
  amount         numeric(18, 2) not null,
  primary key (quota_id, coop_member_id),
  foreign key (quota_id, place_code) references economy_coop_quota (quota_id, place_code)
);
create index economy_coop_quota_share_place_idx on economy_coop_quota_share (place_code);
create index economy_coop_quota_share_member_idx on economy_coop_quota_share (coop_member_id);
grant select, insert on economy_coop_quota_share to qiangcun_app;
call fence('economy_coop_quota_share');

-- What was traded with members and with others. Wages and rents are costs of the cooperative: they are gain of who receives them
-- and never volume of trade.
create table economy_coop_trade (
  trade_id           uuid primary key,
  cooperative_id     uuid not null,
  place_code         varchar(18) collate "C" not null,
  coop_member_id     uuid,
  name               text not null check (name <> ''),
  kind               text not null check (kind in ('SALE', 'SUPPLY', 'WAGE', 'RENT')),
  product            text not null check (product <> ''),
  quantity           numeric(14, 3) not null check (quantity >= 0),
  unit               text not null,
  amount             numeric(18, 2) not null check (amount > 0),
  traded_on          date not null,
  withdrawn_at       timestamptz,
  withdrawn_by       text,
  withdrawn_reason   text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  foreign key (coop_member_id, cooperative_id, place_code)
    references economy_coop_member (coop_member_id, cooperative_id, place_code),
  check ((withdrawn_at is null) = (withdrawn_reason = ''))
);
create index economy_coop_trade_place_idx on economy_coop_trade (place_code, traded_on);
create index economy_coop_trade_cooperative_idx on economy_coop_trade (cooperative_id, traded_on);
create index economy_coop_trade_member_idx on economy_coop_trade (coop_member_id, traded_on) where coop_member_id is not null;
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_reason) on economy_coop_trade to qiangcun_app;
call fence('economy_coop_trade');
