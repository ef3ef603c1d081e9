-- What a village means to earn year by year, after which model and with which key project. Progress is asked of the ledger.

-- The models villages choose from. The sources speak of nine and name none, so they have numbers and each county words its own.
create table economy_model (
  within  text not null default '',
  slot    smallint not null check (slot between 1 and 99),
  name    text not null,
  content text not null,
  retired boolean not null default false,
  primary key (within, slot)
);
grant select, insert, update (name, content, retired) on economy_model to qiangcun_app;
insert into economy_model (slot, name, content) select slot, '', '' from generate_series(1, 9) as slot;

create table economy_plan (
  plan_id            uuid primary key,
  version            bigint not null,
  place_code         varchar(18) collate "C" not null references place,
  from_year          smallint not null check (from_year between 1990 and 2200),
  until_year         smallint not null check (until_year between from_year and from_year + 9),
  -- of the models of its county
  slot               smallint,
  measures           text not null,
  -- the one project it leans on, or what it is called before it is one
  project_id         uuid,
  project_words      text not null,
  adopted_on         date not null,
  adopted_by         text not null,
  ended_on           date check (ended_on >= adopted_on),
  ended_reason       text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (project_id, place_code) references economy_project (project_id, place_code),
  unique (plan_id, place_code),
  check (length(place_code) = 12),
  check ((ended_on is null) = (ended_reason = ''))
);
create index economy_plan_place_idx on economy_plan (place_code, adopted_on);
create unique index economy_plan_once_key on economy_plan (place_code) where ended_on is null;
grant select, insert, update on economy_plan to qiangcun_app;
call fence('economy_plan');

create table economy_plan_target (
  plan_id    uuid not null,
  year       smallint not null check (year between 1990 and 2200),
  place_code varchar(18) collate "C" not null,
  amount     numeric(18, 2) not null check (amount >= 0),
  primary key (plan_id, year),
  foreign key (plan_id, place_code) references economy_plan (plan_id, place_code)
);
create index economy_plan_target_place_idx on economy_plan_target (place_code, year);
grant select, insert, update (amount) on economy_plan_target to qiangcun_app;
call fence('economy_plan_target');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.plan.read'), ('TOWNSHIP', 'economy.plan.read'), ('COUNTY', 'economy.plan.read'), ('AUDITOR', 'economy.plan.read'),
  ('VILLAGE', 'economy.plan.write'), ('TOWNSHIP', 'economy.plan.write'), ('COUNTY', 'economy.plan.define');
