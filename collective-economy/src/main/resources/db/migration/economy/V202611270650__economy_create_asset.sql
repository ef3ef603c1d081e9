-- Cards of what collectives own: land and other resources, buildings, machines, living things, rights, shares. What was charged of them
-- each month is told by vouchers.

-- Where a regulation keeps what kind of thing; no depreciation account: it is not charged.
create table economy_asset_account (
  regime               text not null references economy_regime,
  kind                 text not null check (kind in
    ('RESOURCE', 'BUILDING', 'MACHINE', 'FURNITURE', 'BREEDING', 'PUBLIC_BIOLOGICAL', 'INTANGIBLE', 'EQUITY')),
  asset_account        text not null,
  depreciation_account text,
  primary key (regime, kind),
  foreign key (regime, asset_account) references economy_chart_account (regime, code),
  foreign key (regime, depreciation_account) references economy_chart_account (regime, code)
);
grant select on economy_asset_account to qiangcun_app;
insert into economy_asset_account (regime, kind, asset_account, depreciation_account) values
  ('VILLAGE_2023', 'BUILDING', '151', '152'), ('VILLAGE_2023', 'MACHINE', '151', '152'), ('VILLAGE_2023', 'FURNITURE', '151', '152'),
  ('VILLAGE_2023', 'BREEDING', '132', '133'), ('VILLAGE_2023', 'PUBLIC_BIOLOGICAL', '134', null),
  ('VILLAGE_2023', 'INTANGIBLE', '161', '162'), ('VILLAGE_2023', 'EQUITY', '141', null),
  ('COOPERATIVE_2021', 'BUILDING', '151', '152'), ('COOPERATIVE_2021', 'MACHINE', '151', '152'),
  ('COOPERATIVE_2021', 'FURNITURE', '151', '152'), ('COOPERATIVE_2021', 'BREEDING', '142', '143'),
  ('COOPERATIVE_2021', 'PUBLIC_BIOLOGICAL', '144', null), ('COOPERATIVE_2021', 'INTANGIBLE', '161', '162'),
  ('COOPERATIVE_2021', 'EQUITY', '131', null),
  ('VILLAGE_2004', 'BUILDING', '151', '152'), ('VILLAGE_2004', 'MACHINE', '151', '152'), ('VILLAGE_2004', 'FURNITURE', '151', '152'),
  -- that regulation credits the charge to the asset itself
  ('VILLAGE_2004', 'BREEDING', '131', '131'), ('VILLAGE_2004', 'PUBLIC_BIOLOGICAL', '132', null),
  ('VILLAGE_2004', 'INTANGIBLE', '161', '161'), ('VILLAGE_2004', 'EQUITY', '141', null);

-- Which account plays which part when assets are charged, disposed of and missed.
create table economy_asset_part (
  regime       text not null references economy_regime,
  part         text not null check (part in
    ('PRODUCTION', 'BUSINESS', 'OFFICE', 'PUBLIC', 'BANK', 'SETTLEMENT', 'LOSS', 'GAIN', 'MISSING')),
  account_code text not null,
  primary key (regime, part),
  foreign key (regime, account_code) references economy_chart_account (regime, code)
);
grant select on economy_asset_part to qiangcun_app;
insert into economy_asset_part (regime, part, account_code) values
  ('VILLAGE_2023', 'PRODUCTION', '401'), ('VILLAGE_2023', 'BUSINESS', '511'), ('VILLAGE_2023', 'OFFICE', '513'),
  ('VILLAGE_2023', 'PUBLIC', '514'), ('VILLAGE_2023', 'BANK', '102'), ('VILLAGE_2023', 'SETTLEMENT', '154'),
  ('VILLAGE_2023', 'LOSS', '515'), ('VILLAGE_2023', 'GAIN', '504'), ('VILLAGE_2023', 'MISSING', '18102'),
  ('COOPERATIVE_2021', 'PRODUCTION', '401'), ('COOPERATIVE_2021', 'BUSINESS', '521'), ('COOPERATIVE_2021', 'OFFICE', '523'),
  ('COOPERATIVE_2021', 'PUBLIC', '529'), ('COOPERATIVE_2021', 'BANK', '102'), ('COOPERATIVE_2021', 'SETTLEMENT', '154'),
  ('COOPERATIVE_2021', 'LOSS', '529'), ('COOPERATIVE_2021', 'GAIN', '502'), ('COOPERATIVE_2021', 'MISSING', '18102'),
  ('VILLAGE_2004', 'PRODUCTION', '401'), ('VILLAGE_2004', 'BUSINESS', '502'), ('VILLAGE_2004', 'OFFICE', '541'),
  ('VILLAGE_2004', 'PUBLIC', '551'), ('VILLAGE_2004', 'BANK', '102'), ('VILLAGE_2004', 'SETTLEMENT', '153'),
  ('VILLAGE_2004', 'LOSS', '551'), ('VILLAGE_2004', 'GAIN', '531'), ('VILLAGE_2004', 'MISSING', '153');

-- What a card begins with; the entity decides how long its things last and keeps to it (财会〔2021〕37号第二十六条).
create table economy_asset_life (
  kind            text primary key,
  months          integer not null check (months > 0),
  salvage_percent numeric(5, 2) not null check (salvage_percent >= 0 and salvage_percent < 100),
  basis_kind      text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis           text not null check (basis <> '')
);
grant select on economy_asset_life to qiangcun_app;
insert into economy_asset_life (kind, months, salvage_percent, basis_kind, basis) values
  ('BUILDING', 240, 5, 'DESIGN', '年限和残值率由集体自行确定，参照企业所得税法实施条例第六十条：房屋、建筑物最低20年'),
  ('MACHINE', 120, 5, 'DESIGN', '年限和残值率由集体自行确定，参照企业所得税法实施条例第六十条：机器、机械最低10年'),
  ('FURNITURE', 60, 5, 'DESIGN', '年限和残值率由集体自行确定，参照企业所得税法实施条例第六十条：器具、工具、家具最低5年'),
  ('BREEDING', 120, 5, 'POLICY', '残值率百分之五见财会〔2004〕12号；年限按预计产出期确定，林木类参照最低10年'),
  ('INTANGIBLE', 120, 0, 'DESIGN', '年限由集体自行确定，参照企业所得税法实施条例第六十七条：不少于10年');

create table economy_asset (
  asset_id           uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  book_id            uuid not null,
  number             text not null check (number <> ''),
  name               text not null check (name <> ''),
  kind               text not null check (kind in
    ('RESOURCE', 'BUILDING', 'MACHINE', 'FURNITURE', 'BREEDING', 'PUBLIC_BIOLOGICAL', 'INTANGIBLE', 'EQUITY')),
  location           text not null,
  longitude          numeric(9, 6),
  latitude           numeric(8, 6),
  quantity           numeric(14, 4) check (quantity > 0),
  unit               text not null,
  cost               numeric(18, 2) not null check (cost >= 0),
  acquired_on        date not null,
  in_use_on          date not null check (in_use_on >= acquired_on),
  months             integer check (months > 0),
  salvage_percent    numeric(5, 2) not null check (salvage_percent >= 0 and salvage_percent < 100),
  -- charged before the application kept it, up to the end of a month
  charged_before     numeric(18, 2) not null check (charged_before >= 0 and charged_before <= cost),
  charged_until      date,
  use                text not null check (use in ('PRODUCTION', 'BUSINESS', 'OFFICE', 'PUBLIC')),
  standing           text not null check (standing in ('OWN', 'LET', 'LENT', 'IDLE', 'DISPUTED')),
  state              text not null check (state in ('KEPT', 'MISSING', 'DISPOSED')),
  disposed_on        date,
  disposed_how       text not null,
  disposed_voucher   uuid references economy_voucher,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  constraint economy_asset_number_key unique (book_id, number),
  unique (asset_id, place_code),
  check ((longitude is null) = (latitude is null)),
  check ((state = 'KEPT') = (disposed_on is null)),
  check (state = 'KEPT' or disposed_how <> '')
);
create index economy_asset_place_idx on economy_asset (place_code, kind);
grant select, insert, update on economy_asset to qiangcun_app;
call fence('economy_asset');

-- What was charged of a card for a month, by which voucher.
create table economy_asset_charge (
  asset_id   uuid not null,
  month      date not null check (extract(day from month) = 1),
  voucher_id uuid not null references economy_voucher,
  place_code varchar(18) collate "C" not null,
  amount     numeric(18, 2) not null check (amount > 0),
  primary key (asset_id, month, voucher_id),
  foreign key (asset_id, place_code) references economy_asset (asset_id, place_code)
);
create index economy_asset_charge_voucher_idx on economy_asset_charge (voucher_id);
create index economy_asset_charge_place_idx on economy_asset_charge (place_code, month);
grant select, insert on economy_asset_charge to qiangcun_app;
call fence('economy_asset_charge');

-- A charge stands as long as its voucher was neither discarded nor taken back.
create view economy_asset_charged with (security_invoker = true) as
select c.asset_id, c.month, c.voucher_id, c.place_code, c.amount
  from economy_asset_charge c join economy_voucher v on v.voucher_id = c.voucher_id
  where v.state <> 'VOID' and not exists (select from economy_voucher r
    where r.corrects = v.voucher_id and r.kind = 'RED' and r.state <> 'VOID' and r.state = 'POSTED');
grant select on economy_asset_charged to qiangcun_app;

-- Everything of a book is looked at once a year; one counts, another confirms.
create table economy_inventory (
  inventory_id        uuid primary key,
  version             bigint not null,
  created_at          timestamptz not null,
  created_by          text not null,
  changed_at          timestamptz not null,
  changed_by          text not null,
  place_code          varchar(18) collate "C" not null references place,
  book_id             uuid not null,
  counted_on          date not null,
  state               text not null check (state in ('OPEN', 'CONFIRMED')),
  rounds              integer not null check (rounds >= 0),
  voucher_id          uuid references economy_voucher,
  recorded_at         timestamptz not null,
  recorded_by         text not null,
  recorded_by_person  text not null,
  confirmed_at        timestamptz,
  confirmed_by        text,
  confirmed_by_person text,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (inventory_id, place_code),
  constraint economy_inventory_two_people check (confirmed_by <> recorded_by and confirmed_by_person <> recorded_by_person),
  check ((state = 'CONFIRMED') = (confirmed_at is not null))
);
create unique index economy_inventory_open_key on economy_inventory (book_id) where state = 'OPEN';
create index economy_inventory_place_idx on economy_inventory (place_code, counted_on);
grant select, insert, update on economy_inventory to qiangcun_app;
call fence('economy_inventory');

create table economy_inventory_line (
  inventory_id uuid not null,
  asset_id     uuid not null,
  place_code   varchar(18) collate "C" not null,
  -- null: not counted yet
  result       text check (result in ('FOUND', 'DIFFERS', 'MISSING')),
  note         text not null,
  primary key (inventory_id, asset_id),
  foreign key (inventory_id, place_code) references economy_inventory (inventory_id, place_code),
  foreign key (asset_id, place_code) references economy_asset (asset_id, place_code),
  check (result not in ('DIFFERS', 'MISSING') or note <> '')
);
create index economy_inventory_line_place_idx on economy_inventory_line (place_code);
grant select, insert, update (result, note) on economy_inventory_line to qiangcun_app;
call fence('economy_inventory_line');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.asset.read'), ('VILLAGE', 'economy.asset.write'),
  ('TOWNSHIP', 'economy.asset.read'), ('TOWNSHIP', 'economy.asset.write'),
  ('COUNTY', 'economy.asset.read'), ('AUDITOR', 'economy.asset.read');
