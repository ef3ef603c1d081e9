-- What a household gets points for, as data. A county has its own versions with "within". Only something done gives points;
-- nothing takes them away as a punishment.
create table grid_shop_rule (
  rule_id            uuid primary key default gen_random_uuid(),
  code               text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  within             varchar(18) collate "C" not null default '',
  valid_from         date not null,
  -- false: from this day on the county does without it
  in_force           boolean not null default true,
  position           int not null,
  name               text not null check (name <> ''),
  amount             int not null check (amount between 1 and 1000),
  per                text not null check (per <> ''),
  basis_kind         text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_text         text not null check (basis_text <> ''),
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'system',
  recorded_by_person text not null default 'system',
  unique (code, within, valid_from)
);
grant select, insert on grid_shop_rule to qiangcun_app;

insert into grid_shop_rule (code, valid_from, position, name, amount, per, basis_kind, basis_text) values
  ('planning', '2020-01-01', 10, '落实村庄规划', 5, '次', 'DESIGN', '强村默认项目，分值由县级按本地办法确定。'),
  ('toilets', '2020-01-01', 20, '厕所革命', 5, '次', 'DESIGN', '强村默认项目，分值由县级按本地办法确定。'),
  ('sewage', '2020-01-01', 30, '污水治理', 5, '次', 'DESIGN', '强村默认项目，分值由县级按本地办法确定。'),
  ('refuse', '2020-01-01', 40, '垃圾清运', 5, '次', 'DESIGN', '强村默认项目，分值由县级按本地办法确定。'),
  ('greening', '2020-01-01', 50, '房前屋后植绿', 5, '次', 'DESIGN', '强村默认项目，分值由县级按本地办法确定。');

insert into rule_parameter (code, valid_from, amount, basis, source) values
  ('grid.shop.objection-days', '2020-01-01', 7, 'DESIGN', '强村：住户积分按月公示，公示期7日，可按本地规定调整'),
  ('grid.shop.answer-days', '2020-01-01', 15, 'DESIGN', '强村：对住户积分的不同意见在15日内答复，可按本地规定调整');

-- What was posted for everybody to see for a month. Nothing in it changes afterwards.
create table grid_shop_list (
  list_id            uuid primary key,
  place_code         varchar(18) collate "C" not null references place,
  month              date not null check (extract(day from month) = 1),
  published_on       date not null,
  objections_until   date not null check (objections_until >= published_on),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  unique (place_code, month),
  unique (list_id, place_code)
);
grant select, insert on grid_shop_list to qiangcun_app;
call fence('grid_shop_list');

-- One fact about one household on one day, entered by one and approved by another.
create table grid_shop_fact (
  fact_id            uuid primary key,
  place_code         varchar(18) collate "C" not null,
  household_id       uuid not null,
  household          text not null check (household <> ''),
  rule_id            uuid not null references grid_shop_rule,
  rule_code          text not null,
  amount             int not null check (amount > 0),
  fact_on            date not null,
  fact               text not null check (fact <> ''),
  evidence           text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  status             text not null default 'ENTERED' check (status in ('ENTERED', 'APPROVED', 'REFUSED')),
  decided_at         timestamptz,
  decided_by         text,
  decided_by_person  text,
  decision_note      text,
  list_id            uuid,
  reversed_at        timestamptz,
  reversed_by        text,
  reversed_by_person text,
  reversed_reason    text check (reversed_reason <> ''),
  foreign key (household_id, place_code) references household (household_id, place_code),
  foreign key (list_id, place_code) references grid_shop_list (list_id, place_code),
  unique (fact_id, place_code),
  check ((status = 'ENTERED') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_by_person is null)),
  -- nobody decides about what he entered
  constraint grid_shop_fact_two_people
    check (decided_by is null or decided_by <> recorded_by and decided_by_person <> recorded_by_person),
  check (list_id is null or status = 'APPROVED'),
  check (reversed_at is null or status = 'APPROVED'),
  check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversed_reason is null))
);
-- the same fact counts once
create unique index grid_shop_fact_once_key on grid_shop_fact (household_id, rule_code, fact_on)
  where status <> 'REFUSED' and reversed_at is null;
create index grid_shop_fact_place_idx on grid_shop_fact (place_code, fact_on);
create index grid_shop_fact_list_idx on grid_shop_fact (list_id);
grant select, insert on grid_shop_fact to qiangcun_app;
grant update (status, decided_at, decided_by, decided_by_person, decision_note, list_id, reversed_at, reversed_by,
  reversed_by_person, reversed_reason) on grid_shop_fact to qiangcun_app;
call fence('grid_shop_fact');

-- What somebody has against a fact, and what became of it.
create table grid_shop_objection (
  objection_id       uuid primary key,
  place_code         varchar(18) collate "C" not null,
  fact_id            uuid not null,
  raised_on          date not null,
  raised_by          text not null check (raised_by <> ''),
  content            text not null check (content <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  outcome            text check (outcome in ('KEPT', 'CORRECTED')),
  answer             text check (answer <> ''),
  answered_on        date,
  answered_by        text,
  answered_by_person text,
  foreign key (fact_id, place_code) references grid_shop_fact (fact_id, place_code),
  check ((outcome is null) = (answer is null) and (outcome is null) = (answered_by is null)
    and (outcome is null) = (answered_on is null))
);
create unique index grid_shop_objection_open_key on grid_shop_objection (fact_id) where outcome is null;
create index grid_shop_objection_fact_idx on grid_shop_objection (fact_id);
create index grid_shop_objection_place_idx on grid_shop_objection (place_code, raised_on);
grant select, insert on grid_shop_objection to qiangcun_app;
grant update (outcome, answer, answered_on, answered_by, answered_by_person) on grid_shop_objection to qiangcun_app;
call fence('grid_shop_objection');

-- What can be had for points. The stock is the sum of the movements and never less than nothing.
create table grid_shop_good (
  good_id      uuid primary key,
  place_code   varchar(18) collate "C" not null references place,
  name         text not null check (name <> ''),
  unit         text not null check (unit <> ''),
  price        int not null check (price between 1 and 100000),
  stock        int not null default 0,
  withdrawn_on date,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  constraint grid_shop_good_stock_check check (stock >= 0),
  constraint grid_shop_good_name_key unique (place_code, name),
  unique (good_id, place_code)
);
grant select on grid_shop_good to qiangcun_app;
-- never the stock: only a movement changes it
grant insert (good_id, place_code, name, unit, price, recorded_at, recorded_by, recorded_by_person) on grid_shop_good
  to qiangcun_app;
grant update (price, withdrawn_on) on grid_shop_good to qiangcun_app;
call fence('grid_shop_good');

-- Points for goods. Reversed with a reason, never deleted.
create table grid_shop_redemption (
  redemption_id      uuid primary key,
  place_code         varchar(18) collate "C" not null,
  household_id       uuid not null,
  household          text not null check (household <> ''),
  good_id            uuid not null,
  good               text not null,
  quantity           int not null check (quantity between 1 and 1000),
  price              int not null check (price > 0),
  points             int not null generated always as (quantity * price) stored,
  taken_on           date not null,
  taken_by           text not null check (taken_by <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  list_id            uuid,
  reversed_at        timestamptz,
  reversed_by        text,
  reversed_by_person text,
  reversed_reason    text check (reversed_reason <> ''),
  foreign key (household_id, place_code) references household (household_id, place_code),
  foreign key (good_id, place_code) references grid_shop_good (good_id, place_code),
  foreign key (list_id, place_code) references grid_shop_list (list_id, place_code),
  unique (redemption_id, place_code),
  check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reversed_reason is null))
);
create index grid_shop_redemption_place_idx on grid_shop_redemption (place_code, taken_on);
create index grid_shop_redemption_household_idx on grid_shop_redemption (household_id);
create index grid_shop_redemption_good_idx on grid_shop_redemption (good_id);
create index grid_shop_redemption_list_idx on grid_shop_redemption (list_id);
grant select, insert on grid_shop_redemption to qiangcun_app;
grant update (list_id, reversed_at, reversed_by, reversed_by_person, reversed_reason) on grid_shop_redemption
  to qiangcun_app;
call fence('grid_shop_redemption');

-- Goods in and out. Nothing in it changes.
create table grid_shop_movement (
  movement_id        uuid primary key,
  place_code         varchar(18) collate "C" not null,
  good_id            uuid not null,
  kind               text not null check (kind in ('RECEIVED', 'REDEEMED', 'RETURNED', 'LOST')),
  quantity           int not null check (quantity <> 0 and (quantity > 0) = (kind in ('RECEIVED', 'RETURNED'))),
  moved_on           date not null,
  note               text not null,
  redemption_id      uuid,
  -- one after the other, however close
  position           bigint not null generated always as identity,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (good_id, place_code) references grid_shop_good (good_id, place_code),
  foreign key (redemption_id, place_code) references grid_shop_redemption (redemption_id, place_code),
  check ((redemption_id is not null) = (kind in ('REDEEMED', 'RETURNED'))),
  check (kind in ('REDEEMED', 'RETURNED') or note <> '')
);
-- one way out and one way back
create unique index grid_shop_movement_redemption_key on grid_shop_movement (redemption_id, kind);
create index grid_shop_movement_good_idx on grid_shop_movement (good_id);
create index grid_shop_movement_place_idx on grid_shop_movement (place_code, moved_on);
grant select, insert on grid_shop_movement to qiangcun_app;
call fence('grid_shop_movement');

create function grid_shop_move_stock() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  update grid_shop_good set stock = stock + new.quantity where good_id = new.good_id;
  return new;
end
$$;
create trigger grid_shop_movement_moves_stock after insert on grid_shop_movement
  for each row execute function grid_shop_move_stock();

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('grid.shop-unanswered', -5, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '住户积分不同意见答复期限将到的提醒，可按本地规定调整'),
  ('grid.shop-unanswered', 1, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '住户积分不同意见逾期未答复的，由上一级跟进，可按本地规定调整'),
  ('grid.shop-unanswered', 10, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '住户积分不同意见逾期两周未答复的，由县级督办，可按本地规定调整');

insert into role_authority (role, authority) values
  ('COUNTY', 'grid.shop.read'), ('COUNTY', 'grid.shop.rule'),
  ('TOWNSHIP', 'grid.shop.read'), ('TOWNSHIP', 'grid.shop.decide'),
  ('VILLAGE', 'grid.shop.read'), ('VILLAGE', 'grid.shop.keep'), ('VILLAGE', 'grid.shop.decide');
