-- What a village's cadres are paid for what the collective earned (创收增薪). No source says by which numbers: each county writes its
-- own scheme with its basis, tries it against the ledger, and somebody else decides it.

create table economy_bonus_scheme (
  scheme_id          uuid primary key,
  -- a county
  within             text not null,
  year               smallint not null check (year between 1990 and 2200),
  name               text not null check (name <> '' and length(name) <= 80),
  source             text not null check (source <> '' and length(source) <= 300),
  measure            text not null check (measure in ('INCREASE', 'INCOME', 'NET')),
  -- operating income that has to be reached first, in yuan
  least_income       numeric(18, 2) not null check (least_income >= 0),
  -- of one village, in yuan
  most               numeric(18, 2) check (most > 0),
  -- of what is left of operating income, in per cent
  most_of_net        numeric(5, 2) check (most_of_net > 0 and most_of_net <= 100),
  state              text not null check (state in ('DRAFT', 'DECIDED', 'DROPPED')),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  decided_on         date,
  decision           text check (length(decision) <= 300),
  decided_by         text check (decided_by <> recorded_by),
  decided_by_person  text,
  dropped_reason     text check (length(dropped_reason) <= 300),
  check (state = 'DRAFT' or state = 'DROPPED' or num_nulls(decided_on, decision, decided_by, decided_by_person) = 0),
  check ((state = 'DROPPED') = (dropped_reason is not null))
);
create unique index economy_bonus_scheme_year_key on economy_bonus_scheme (within, year) where state = 'DECIDED';
create index economy_bonus_scheme_within_idx on economy_bonus_scheme (within, year);
grant select, insert, update (state, decided_on, decision, decided_by, decided_by_person, dropped_reason)
  on economy_bonus_scheme to qiangcun_app;

-- Of what lies over a line, up to the next one, so many per cent; whoever reaches the line gets so many yuan.
create table economy_bonus_step (
  scheme_id uuid not null references economy_bonus_scheme,
  over      numeric(18, 2) not null check (over >= 0),
  percent   numeric(5, 2) not null check (percent between 0 and 100),
  fixed     numeric(18, 2) not null check (fixed >= 0),
  primary key (scheme_id, over),
  check (percent > 0 or fixed > 0)
);
grant select, insert on economy_bonus_step to qiangcun_app;

-- What was decided, with the figures of the ledger on that day.
create table economy_bonus (
  scheme_id  uuid not null references economy_bonus_scheme,
  place_code varchar(18) collate "C" not null,
  operating  numeric(18, 2) not null,
  before     numeric(18, 2) not null,
  net        numeric(18, 2) not null,
  outcome    text not null,
  amount     numeric(18, 2) not null check (amount >= 0),
  primary key (scheme_id, place_code)
);
create index economy_bonus_place_idx on economy_bonus (place_code, scheme_id);
grant select, insert on economy_bonus to qiangcun_app;
call fence('economy_bonus');

insert into role_authority (role, authority) values
  ('COUNTY', 'economy.bonus.read'), ('TOWNSHIP', 'economy.bonus.read'), ('VILLAGE', 'economy.bonus.read'),
  ('AUDITOR', 'economy.bonus.read'), ('COUNTY', 'economy.bonus.define');
