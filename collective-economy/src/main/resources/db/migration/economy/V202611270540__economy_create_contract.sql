-- Contracts of collectives: what was agreed, what is due of it by when, and what the books say of it. Whether a due was billed or
-- paid is asked of the vouchers and written nowhere else.

-- Which account of a regulation plays which part when contracts are booked.
create table economy_contract_account (
  regime       text not null references economy_regime,
  part         text not null check (part in ('INCOME', 'CASH', 'BANK', 'OWED_OUTSIDE', 'OWED_MEMBER', 'AHEAD', 'DEPOSIT')),
  account_code text not null,
  basis        text not null check (basis <> ''),
  -- behind the name of the other side, so that what was paid ahead and what was deposited stay apart from what is owed
  suffix       text not null default '',
  primary key (regime, part),
  foreign key (regime, account_code) references economy_chart_account (regime, code)
);
grant select on economy_contract_account to qiangcun_app;

insert into economy_contract_account (regime, part, account_code, basis) values
  ('VILLAGE_2023', 'INCOME', '501', '财会〔2023〕14号：发包、租赁、销售、服务取得的收入记入经营收入'),
  ('VILLAGE_2023', 'CASH', '101', '财会〔2023〕14号'),
  ('VILLAGE_2023', 'BANK', '102', '财会〔2023〕14号'),
  ('VILLAGE_2023', 'OWED_OUTSIDE', '112', '财会〔2023〕14号：与外单位和个人的应收款项'),
  ('VILLAGE_2023', 'OWED_MEMBER', '113', '财会〔2023〕14号：与成员的往来款项'),
  ('VILLAGE_2023', 'AHEAD', '211', '一次收取多年的款项分年计入收入，以后年度的部分留在应付款'),
  ('VILLAGE_2023', 'DEPOSIT', '211', '财会〔2023〕14号：收取的押金、保证金'),
  ('VILLAGE_2004', 'INCOME', '511', '财会〔2004〕12号：农户和承包单位交来的承包金'),
  ('VILLAGE_2004', 'CASH', '101', '财会〔2004〕12号'),
  ('VILLAGE_2004', 'BANK', '102', '财会〔2004〕12号'),
  ('VILLAGE_2004', 'OWED_OUTSIDE', '112', '财会〔2004〕12号'),
  ('VILLAGE_2004', 'OWED_MEMBER', '113', '财会〔2004〕12号'),
  ('VILLAGE_2004', 'AHEAD', '202', '一次收取多年的款项分年计入收入，以后年度的部分留在应付款'),
  ('VILLAGE_2004', 'DEPOSIT', '202', '财会〔2004〕12号'),
  ('COOPERATIVE_2021', 'INCOME', '501', '财会〔2021〕37号：经营收入'),
  ('COOPERATIVE_2021', 'CASH', '101', '财会〔2021〕37号'),
  ('COOPERATIVE_2021', 'BANK', '102', '财会〔2021〕37号'),
  ('COOPERATIVE_2021', 'OWED_OUTSIDE', '113', '财会〔2021〕37号：应收款'),
  ('COOPERATIVE_2021', 'OWED_MEMBER', '114', '财会〔2021〕37号：成员往来'),
  ('COOPERATIVE_2021', 'AHEAD', '211', '一次收取多年的款项分年计入收入，以后年度的部分留在应付款'),
  ('COOPERATIVE_2021', 'DEPOSIT', '211', '财会〔2021〕37号');

update economy_contract_account set suffix = '-预收' where part = 'AHEAD';
update economy_contract_account set suffix = '-押金' where part = 'DEPOSIT';

-- How long a contract may run at most, by what it is and what it is about; object_kind null for whatever has no line of its own.
create table economy_contract_term (
  kind          text not null check (kind in ('CONTRACTING', 'LEASE', 'SALE', 'SERVICE')),
  object_kind   text,
  years         integer not null check (years > 0),
  valid_from    date not null,
  basis_kind    text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  basis_source  text not null,
  basis_article text not null,
  basis_text    text not null
);
create unique index economy_contract_term_key on economy_contract_term (kind, coalesce(object_kind, ''), valid_from);
grant select on economy_contract_term to qiangcun_app;

insert into economy_contract_term (kind, object_kind, years, valid_from, basis_kind, basis_source, basis_article, basis_text) values
  ('LEASE', null, 20, '2021-01-01', 'LAW', '《民法典》', '第七百零五条', '租赁期限不得超过二十年，超过二十年的，超过部分无效。'),
  ('CONTRACTING', 'ARABLE', 30, '2021-01-01', 'LAW', '《民法典》', '第三百三十二条', '耕地的承包期为三十年。'),
  ('CONTRACTING', 'GRASSLAND', 50, '2021-01-01', 'LAW', '《民法典》', '第三百三十二条', '草地的承包期为三十年至五十年。'),
  ('CONTRACTING', 'FOREST', 70, '2021-01-01', 'LAW', '《民法典》', '第三百三十二条', '林地的承包期为三十年至七十年。'),
  ('CONTRACTING', 'WASTELAND', 50, '2021-01-01', 'DESIGN', '', '', '“四荒”承包期由发包方案确定，历来以五十年为上限，可按本地规定调整。'),
  ('CONTRACTING', null, 20, '2021-01-01', 'DESIGN', '', '', '承包经营房屋、设施等资产的，比照租赁以二十年为上限，可按本地规定调整。');

insert into rule_parameter (code, valid_from, amount, basis, source, article, wording, least) values
  ('economy.contract.notice-days', '2020-01-01', 90, 'DESIGN', '', '', '合同到期前提醒续签或收回，可按本地规定调整', 1),
  ('economy.contract.cheaper-percent', '2020-01-01', 5, 'DESIGN', '', '', '同一标的的新合同比上一份低得多时请说明，可按本地规定调整', 0),
  ('economy.contract.arrears-days', '2020-01-01', 0, 'LAW', '《民法典》', '第七百二十一条', '承租人应当按照约定的期限支付租金。', 0),
  ('economy.contract.decision-days', '2020-01-01', 30, 'DESIGN', '', '', '合同生效后补齐民主决策记录，可按本地规定调整', 1);

create table economy_contract (
  contract_id        uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  place_code         varchar(18) collate "C" not null references place,
  book_id            uuid not null,
  number             text not null check (number <> ''),
  name               text not null check (name <> ''),
  kind               text not null check (kind in ('CONTRACTING', 'LEASE', 'SALE', 'SERVICE')),
  party_kind         text not null check (party_kind in ('OUTSIDE', 'MEMBER')),
  party              text not null check (party <> '' and party = btrim(party)),
  object_kind        text not null check (object_kind in
    ('ARABLE', 'FOREST', 'GRASSLAND', 'WATER', 'WASTELAND', 'BUILDING', 'MACHINE', 'BIOLOGICAL', 'OTHER')),
  object_name        text not null check (object_name <> '' and object_name = btrim(object_name)),
  area               numeric(14, 4) check (area > 0),
  signed_on          date not null,
  from_on            date not null,
  until_on           date not null check (until_on >= from_on),
  deposit            numeric(18, 2) not null check (deposit >= 0),
  income_account     text not null,
  -- what was paid before the application kept it
  paid_until         date,
  decision_case      uuid references procedure_case,
  decision_note      text not null,
  state              text not null check (state in ('DRAFT', 'IN_FORCE', 'ENDED', 'TERMINATED', 'DISCARDED')),
  edition            integer not null check (edition > 0),
  bookings           integer not null check (bookings >= 0),
  in_force_on        date,
  ended_on           date,
  ended_reason       text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  foreign key (book_id, income_account) references economy_account (book_id, code),
  unique (contract_id, place_code),
  check ((state in ('ENDED', 'TERMINATED')) = (ended_on is not null)),
  check (state in ('DRAFT', 'DISCARDED') or in_force_on is not null),
  check (state <> 'TERMINATED' or ended_reason <> '')
);
create unique index economy_contract_number_key on economy_contract (place_code, number) where state <> 'DISCARDED';
create index economy_contract_place_idx on economy_contract (place_code, state, until_on);
create index economy_contract_book_idx on economy_contract (book_id);
create index economy_contract_decision_idx on economy_contract (decision_case) where decision_case is not null;
grant select, insert, update on economy_contract to qiangcun_app;
call fence('economy_contract');

-- What was agreed, each time it was agreed anew. Nothing in it changes afterwards.
create table economy_contract_edition (
  contract_id        uuid not null,
  edition            integer not null check (edition > 0),
  place_code         varchar(18) collate "C" not null,
  from_on            date not null,
  until_on           date not null check (until_on >= from_on),
  yearly             numeric(18, 2) not null check (yearly > 0),
  -- nought: everything at once
  every_months       integer not null check (every_months >= 0),
  pay                text not null check (pay in ('AHEAD', 'AFTER')),
  rise_percent       numeric(6, 3) not null check (rise_percent > -100),
  rise_years         integer not null check (rise_years > 0),
  reason             text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  primary key (contract_id, edition),
  foreign key (contract_id, place_code) references economy_contract (contract_id, place_code),
  check (edition = 1 or reason <> '')
);
create index economy_contract_edition_place_idx on economy_contract_edition (place_code);
grant select, insert, update (from_on, until_on, yearly, every_months, pay, rise_percent, rise_years) on economy_contract_edition
  to qiangcun_app;
call fence('economy_contract_edition');

-- What is due. What a later edition does without stays, and says which one dropped it.
create table economy_contract_due (
  contract_id uuid not null,
  seq         integer not null check (seq > 0),
  place_code  varchar(18) collate "C" not null,
  edition     integer not null,
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  due_on      date not null,
  amount      numeric(18, 2) not null check (amount >= 0),
  -- paid before the application kept it
  settled     boolean not null,
  dropped_by  integer,
  primary key (contract_id, seq),
  foreign key (contract_id, place_code) references economy_contract (contract_id, place_code),
  foreign key (contract_id, edition) references economy_contract_edition (contract_id, edition)
);
create index economy_contract_due_place_idx on economy_contract_due (place_code, due_on) where dropped_by is null;
grant select, insert, update (dropped_by) on economy_contract_due to qiangcun_app;
call fence('economy_contract_due');

-- Drafts are typed until they are right; what is in force is agreed.
create function economy_guard_contract_edition() returns trigger language plpgsql as $$
begin
  if not exists (select from economy_contract where contract_id = old.contract_id and state = 'DRAFT') then
    raise exception using errcode = 'check_violation', constraint = 'economy_contract_edition_fixed',
      message = 'What was agreed stays; a later edition changes it';
  end if;
  return new;
end
$$;
create trigger economy_guard_contract_edition before update on economy_contract_edition
  for each row execute function economy_guard_contract_edition();

-- Which voucher booked what of a contract.
create table economy_contract_booking (
  booking_id         uuid primary key,
  contract_id        uuid not null,
  place_code         varchar(18) collate "C" not null,
  -- of what is due; null for the deposit
  seq                integer,
  step               text not null check (step in ('BILLED', 'RECEIVED', 'RELEASED', 'DEPOSIT_TAKEN', 'DEPOSIT_RETURNED')),
  -- of the income that is released
  year               integer,
  amount             numeric(18, 2) not null check (amount > 0),
  booked_on          date not null,
  voucher_id         uuid not null references economy_voucher,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (contract_id, place_code) references economy_contract (contract_id, place_code),
  foreign key (contract_id, seq) references economy_contract_due (contract_id, seq),
  check ((step in ('DEPOSIT_TAKEN', 'DEPOSIT_RETURNED')) = (seq is null)),
  check ((step = 'RELEASED') = (year is not null))
);
create index economy_contract_booking_contract_idx on economy_contract_booking (contract_id, seq, step);
create index economy_contract_booking_place_idx on economy_contract_booking (place_code, booked_on);
create index economy_contract_booking_voucher_idx on economy_contract_booking (voucher_id);
grant select, insert on economy_contract_booking to qiangcun_app;
call fence('economy_contract_booking');

-- What the ledger says of a booking: it counts once its voucher is posted, until that is taken back; before that it waits.
create view economy_contract_booked with (security_invoker = true) as
select b.booking_id, b.contract_id, b.place_code, b.seq, b.step, b.year, b.amount, b.booked_on, b.voucher_id, b.recorded_at,
    v.state in ('DRAFT', 'SUBMITTED', 'REVIEWED') as waits,
    v.state = 'POSTED' and not exists (select from economy_voucher r
      where r.corrects = v.voucher_id and r.kind = 'RED' and r.state <> 'VOID' and r.state = 'POSTED') as counts
  from economy_contract_booking b join economy_voucher v on v.voucher_id = b.voucher_id;
grant select on economy_contract_booked to qiangcun_app;

-- What is due with what was paid of it.
create view economy_contract_rent with (security_invoker = true) as
select d.contract_id, d.seq, d.place_code, d.edition, d.from_on, d.until_on, d.due_on, d.amount, d.settled, d.dropped_by,
    case when d.settled then d.amount else coalesce((select sum(b.amount) from economy_contract_booked b
      where b.contract_id = d.contract_id and b.seq = d.seq and b.step = 'RECEIVED' and b.counts), 0) end as paid,
    coalesce((select sum(b.amount) from economy_contract_booked b
      where b.contract_id = d.contract_id and b.seq = d.seq and b.step = 'RECEIVED' and b.waits), 0) as paying,
    d.settled or exists (select from economy_contract_booked b
      where b.contract_id = d.contract_id and b.seq = d.seq and b.step = 'BILLED' and (b.counts or b.waits)) as billed
  from economy_contract_due d;
grant select on economy_contract_rent to qiangcun_app;

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.contract-expiring', -60, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '合同将要到期的提醒，可按本地规定调整'),
  ('economy.contract-expiring', -10, '2020-01-01', 'YELLOW', 'VILLAGE', 'DESIGN', '合同到期前两周仍未续签或收回的提醒，可按本地规定调整'),
  ('economy.contract-expiring', 5, '2020-01-01', 'ORANGE', 'TOWNSHIP', 'DESIGN', '合同到期一周仍没有下文的，由上一级跟进，可按本地规定调整'),
  ('economy.contract-arrears', 1, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '合同款逾期的提醒，可按本地规定调整'),
  ('economy.contract-arrears', 20, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '合同款逾期一个月的，由上一级跟进，可按本地规定调整'),
  ('economy.contract-arrears', 120, '2020-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '合同款逾期半年的，由县级督办，可按本地规定调整'),
  ('economy.contract-overlong', 0, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '合同期限超过上限的，由上一级指导规范，可按本地规定调整'),
  ('economy.contract-cheaper', 0, '2020-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '合同价明显低于上一份的，由上一级了解原因，可按本地规定调整'),
  ('economy.contract-undecided', -10, '2020-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '合同还没有民主决策记录的提醒，可按本地规定调整'),
  ('economy.contract-undecided', 1, '2020-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '合同逾期仍没有民主决策记录的，由上一级跟进，可按本地规定调整');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.contract.read'), ('VILLAGE', 'economy.contract.write'),
  ('TOWNSHIP', 'economy.contract.read'), ('TOWNSHIP', 'economy.contract.write'),
  ('COUNTY', 'economy.contract.read'), ('AUDITOR', 'economy.contract.read');
