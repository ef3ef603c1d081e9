-- Companies and projects that villages own together, what each holds, and what each is owed of the profit.

create table economy_company (
  company_id         uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  kind               text not null check (kind in ('COMPANY', 'PROJECT')),
  name               text not null check (name <> '' and name = btrim(name)),
  credit_code        text not null check (credit_code = '' or length(credit_code) = 18),
  founded_on         date not null,
  purpose            text not null,
  split              text not null check (split in ('EQUAL', 'SHARES')),
  state              text not null check (state in ('ACTIVE', 'DISSOLVED')),
  dissolved_on       date,
  dissolved_reason   text not null,
  -- how often holders or profits changed: two who change them at once meet here
  changes            integer not null check (changes >= 0),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((state = 'DISSOLVED') = (dissolved_on is not null)),
  check (state = 'ACTIVE' or dissolved_reason <> '')
);
create index economy_company_place_idx on economy_company (place_code, state);
create unique index economy_company_name_key on economy_company (place_code, name) where state = 'ACTIVE';
grant select, insert, update on economy_company to qiangcun_app;
call fence('economy_company');

-- What a village holds. The row lies in the village, so that it sees its own; it carries the name of what it cannot see.
create table economy_company_holder (
  holder_id    uuid primary key,
  company_id   uuid not null references economy_company,
  place_code   varchar(18) collate "C" not null references place,
  company_name text not null,
  contributed  numeric(18, 2) not null check (contributed >= 0),
  shares       numeric(14, 4) not null check (shares > 0),
  since        date not null,
  until        date check (until >= since),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null
);
create index economy_company_holder_place_idx on economy_company_holder (place_code);
create unique index economy_company_holder_key on economy_company_holder (company_id, place_code) where until is null;
grant select, insert, update (until) on economy_company_holder to qiangcun_app;
call fence('economy_company_holder');

create table economy_company_profit (
  profit_id          uuid primary key,
  company_id         uuid not null references economy_company,
  place_code         varchar(18) collate "C" not null,
  year               integer not null check (year between 1990 and 2200),
  amount             numeric(18, 2) not null check (amount > 0),
  basis              text not null check (basis <> ''),
  split              text not null check (split in ('EQUAL', 'SHARES')),
  decided_on         date not null,
  withdrawn_on       date,
  withdrawn_reason   text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  check ((withdrawn_on is null) = (withdrawn_reason = ''))
);
create index economy_company_profit_place_idx on economy_company_profit (place_code);
create unique index economy_company_profit_key on economy_company_profit (company_id, year) where withdrawn_on is null;
grant select, insert, update (withdrawn_on, withdrawn_reason) on economy_company_profit to qiangcun_app;
call fence('economy_company_profit');

-- What a village is owed of a profit, until it has received it.
create table economy_company_claim (
  claim_id     uuid primary key,
  profit_id    uuid not null references economy_company_profit,
  company_id   uuid not null references economy_company,
  place_code   varchar(18) collate "C" not null references place,
  company_name text not null,
  year         integer not null,
  amount       numeric(18, 2) not null check (amount >= 0),
  decided_on   date not null,
  withdrawn_on date,
  received_on  date check (received_on >= decided_on),
  received_by  text not null,
  -- drafted when the money came, where the village keeps its book here
  voucher_id   uuid references economy_voucher,
  check (voucher_id is null or received_on is not null),
  check ((received_on is null) = (received_by = '')),
  check (withdrawn_on is null or received_on is null),
  unique (profit_id, place_code)
);
create index economy_company_claim_place_idx on economy_company_claim (place_code, year);
grant select, insert, update (received_on, received_by, voucher_id, withdrawn_on) on economy_company_claim to qiangcun_app;
call fence('economy_company_claim');

create index economy_company_claim_voucher_idx on economy_company_claim (voucher_id) where voucher_id is not null;

-- Which account of a regulation plays which part when a village receives its part of a profit.
create table economy_company_account (
  regime       text not null references economy_regime,
  part         text not null check (part in ('INCOME', 'BANK', 'CASH')),
  account_code text not null,
  basis        text not null check (basis <> ''),
  primary key (regime, part),
  foreign key (regime, account_code) references economy_chart_account (regime, code)
);
grant select on economy_company_account to qiangcun_app;
insert into economy_company_account (regime, part, account_code, basis) values
  ('VILLAGE_2023', 'INCOME', '502', '财会〔2023〕14号：对外投资取得的利润记入投资收益'),
  ('VILLAGE_2023', 'BANK', '102', '财会〔2023〕14号'),
  ('VILLAGE_2023', 'CASH', '101', '财会〔2023〕14号'),
  ('VILLAGE_2004', 'INCOME', '561', '财会〔2004〕12号：投资收益'),
  ('VILLAGE_2004', 'BANK', '102', '财会〔2004〕12号'),
  ('VILLAGE_2004', 'CASH', '101', '财会〔2004〕12号');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.company.read'), ('VILLAGE', 'economy.company.receive'),
  ('TOWNSHIP', 'economy.company.read'), ('TOWNSHIP', 'economy.company.write'), ('TOWNSHIP', 'economy.company.receive'),
  ('COUNTY', 'economy.company.read'), ('COUNTY', 'economy.company.write'), ('AUDITOR', 'economy.company.read');
