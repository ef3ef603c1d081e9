-- Support projects of collectives: who gives how much, what was spent, how far it is, who accepted it and what it earns. Money that
-- runs through a village's book is read from its posted vouchers by the detail of the project; only what passes the book by is typed.

-- Where money comes from. Those without a county are everybody's; a county adds its own and lets go of them.
create table economy_fund_source (
  source   text primary key check (source ~ '^[A-Za-z0-9_-]{1,40}$'),
  within   text not null default '',
  position integer not null,
  name     text not null check (name <> '' and name = btrim(name)),
  retired  boolean not null default false,
  unique (within, name)
);
grant select, insert, update (retired) on economy_fund_source to qiangcun_app;
insert into economy_fund_source (source, position, name) values
  ('CENTRAL', 10, '中央财政'), ('REGION', 20, '自治区（省）财政'), ('PREFECTURE', 30, '市级财政'), ('COUNTY', 40, '县级财政'),
  ('PARTY_DUES', 50, '党费补助'), ('ENTERPRISE', 60, '企业资助'), ('VILLAGERS', 70, '村民入股'), ('COLLECTIVE', 80, '集体自筹'),
  ('OTHER', 90, '其他');

-- Which side of which account moves a project's money. money: only where cash or a bank stands on the other side, for the
-- rest of what is taken from there is moved to the collective's own funds.
create table economy_project_account (
  regime  text not null references economy_regime,
  account text not null check (account ~ '^[0-9]{3,16}$'),
  side    text not null check (side in ('D', 'C')),
  kind    text not null check (kind in ('GRANTED', 'SPENT')),
  money   boolean not null,
  basis   text not null check (basis <> ''),
  primary key (regime, account, side)
);
grant select on economy_project_account to qiangcun_app;
insert into economy_project_account (regime, account, side, kind, money, basis) values
  ('VILLAGE_2023', '153', 'D', 'SPENT', false, '财会〔2023〕14号：在建工程发生的支出'),
  ('VILLAGE_2023', '241', 'C', 'GRANTED', false, '财会〔2023〕14号：收到的专项用途资金'),
  ('VILLAGE_2023', '241', 'D', 'SPENT', true, '财会〔2023〕14号：专项资金直接支出'),
  ('VILLAGE_2023', '231', 'C', 'GRANTED', false, '财会〔2023〕14号：筹集的一事一议资金'),
  ('VILLAGE_2023', '231', 'D', 'SPENT', true, '财会〔2023〕14号：一事一议资金直接支出'),
  ('VILLAGE_2004', '154', 'D', 'SPENT', false, '财会〔2004〕12号：在建工程发生的支出'),
  ('VILLAGE_2004', '241', 'C', 'GRANTED', false, '财会〔2004〕12号：收到的专项资金'),
  ('VILLAGE_2004', '241', 'D', 'SPENT', true, '财会〔2004〕12号：专项资金直接支出'),
  ('VILLAGE_2004', '231', 'C', 'GRANTED', false, '财会〔2004〕12号：筹集的一事一议资金'),
  ('VILLAGE_2004', '231', 'D', 'SPENT', true, '财会〔2004〕12号：一事一议资金直接支出'),
  ('COOPERATIVE_2021', '153', 'D', 'SPENT', false, '财会〔2021〕37号：在建工程发生的支出'),
  ('COOPERATIVE_2021', '235', 'C', 'GRANTED', false, '财会〔2021〕37号：收到的专项资金'),
  ('COOPERATIVE_2021', '235', 'D', 'SPENT', true, '财会〔2021〕37号：专项资金直接支出');

create table economy_project (
  project_id         uuid primary key,
  version            bigint not null,
  place_code         varchar(18) collate "C" not null references place,
  number             text not null check (number <> ''),
  name               text not null check (name <> '' and name = btrim(name)),
  content            text not null,
  supply_chain       boolean not null,
  industry_chain     boolean not null,
  value_chain        boolean not null,
  approved_on        date not null,
  -- by whose paper
  approved_by        text not null,
  planned_from       date not null,
  planned_until      date not null check (planned_until >= planned_from),
  -- what it shall earn in a year; null where nothing was promised
  income_target      numeric(18, 2) check (income_target >= 0),
  started_on         date,
  completed_on       date check (completed_on >= started_on),
  accepted_on        date check (accepted_on >= completed_on),
  stopped_on         date,
  stopped_reason     text not null,
  -- why nothing is earned, where somebody asked
  no_income_reason   text not null,
  book_id            uuid,
  detail_id          uuid,
  state              text not null generated always as (case
    when stopped_on is not null then 'STOPPED' when accepted_on is not null then 'ACCEPTED'
    when completed_on is not null then 'COMPLETED' when started_on is not null then 'RUNNING' else 'APPROVED' end) stored,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  foreign key (book_id, detail_id) references economy_detail (book_id, detail_id),
  unique (project_id, place_code),
  constraint economy_project_number_key unique (place_code, number),
  check ((book_id is null) = (detail_id is null)),
  check (completed_on is null or started_on is not null),
  check (accepted_on is null or completed_on is not null),
  check ((stopped_on is null) = (stopped_reason = '')),
  check (stopped_on is null or accepted_on is null)
);
create index economy_project_place_idx on economy_project (place_code, approved_on);
create unique index economy_project_detail_key on economy_project (place_code, detail_id) where detail_id is not null;
grant select, insert, update on economy_project to qiangcun_app;
call fence('economy_project');

-- What each gives, as approved; nought once it was taken out.
create table economy_project_budget (
  project_id uuid not null,
  source     text not null references economy_fund_source,
  place_code varchar(18) collate "C" not null,
  amount     numeric(18, 2) not null check (amount >= 0),
  primary key (project_id, source),
  foreign key (project_id, place_code) references economy_project (project_id, place_code)
);
create index economy_project_budget_place_idx on economy_project_budget (place_code);
grant select, insert, update (amount) on economy_project_budget to qiangcun_app;
call fence('economy_project_budget');

-- Money that passes the village's book by.
create table economy_project_fund (
  entry_id           uuid primary key,
  project_id         uuid not null,
  place_code         varchar(18) collate "C" not null,
  source             text not null references economy_fund_source,
  kind               text not null check (kind in ('GRANTED', 'SPENT', 'RETURNED')),
  amount             numeric(18, 2) not null check (amount > 0),
  on_day             date not null,
  note               text not null check (note <> ''),
  voided_at          timestamptz,
  voided_reason      text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (project_id, place_code) references economy_project (project_id, place_code),
  check ((voided_at is null) = (voided_reason = ''))
);
create index economy_project_fund_place_idx on economy_project_fund (place_code);
create index economy_project_fund_project_idx on economy_project_fund (project_id, on_day);
grant select, insert, update (voided_at, voided_reason) on economy_project_fund to qiangcun_app;
call fence('economy_project_fund');

-- What somebody said of a line of the book: whose money it is, or that it is something else than its account says.
create table economy_project_line (
  voucher_id         uuid not null,
  line_no            integer not null,
  project_id         uuid not null,
  place_code         varchar(18) collate "C" not null,
  kind               text not null check (kind in ('GRANTED', 'SPENT', 'RETURNED', 'NONE')),
  source             text references economy_fund_source,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  primary key (voucher_id, line_no),
  foreign key (project_id, place_code) references economy_project (project_id, place_code)
);
create index economy_project_line_place_idx on economy_project_line (place_code);
create index economy_project_line_project_idx on economy_project_line (project_id);
grant select, insert, update on economy_project_line to qiangcun_app;
call fence('economy_project_line');

create table economy_project_step (
  step_id            uuid primary key,
  project_id         uuid not null,
  place_code         varchar(18) collate "C" not null,
  name               text not null check (name <> ''),
  planned_on         date not null,
  done_on            date,
  note               text not null,
  dropped            boolean not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (project_id, place_code) references economy_project (project_id, place_code),
  check (not dropped or done_on is null)
);
create index economy_project_step_place_idx on economy_project_step (place_code, planned_on);
create index economy_project_step_project_idx on economy_project_step (project_id);
grant select, insert, update (done_on, note, dropped, recorded_at, recorded_by, recorded_by_person) on economy_project_step to qiangcun_app;
call fence('economy_project_step');

create table economy_project_acceptance (
  acceptance_id      uuid primary key,
  project_id         uuid not null,
  place_code         varchar(18) collate "C" not null,
  held_on            date not null,
  body               text not null check (body <> ''),
  result             text not null check (result in ('PASSED', 'PUT_RIGHT')),
  -- until when what was found is put right
  put_right_by       date check (put_right_by >= held_on),
  note               text not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (project_id, place_code) references economy_project (project_id, place_code),
  check ((result = 'PUT_RIGHT') = (put_right_by is not null))
);
create index economy_project_acceptance_place_idx on economy_project_acceptance (place_code);
create index economy_project_acceptance_project_idx on economy_project_acceptance (project_id, held_on);
grant select, insert on economy_project_acceptance to qiangcun_app;
call fence('economy_project_acceptance');

-- The contracts by which a project earns.
create table economy_project_contract (
  project_id  uuid not null,
  contract_id uuid not null,
  place_code  varchar(18) collate "C" not null,
  dropped     boolean not null,
  primary key (project_id, contract_id),
  foreign key (project_id, place_code) references economy_project (project_id, place_code),
  foreign key (contract_id, place_code) references economy_contract (contract_id, place_code)
);
create index economy_project_contract_place_idx on economy_project_contract (place_code);
create unique index economy_project_contract_once_key on economy_project_contract (place_code, contract_id) where not dropped;
grant select, insert, update (dropped) on economy_project_contract to qiangcun_app;
call fence('economy_project_contract');

create index economy_line_detail_idx on economy_line (book_id, detail_id) where detail_id is not null;

-- What the books say: the lines of posted vouchers that name the project.
create view economy_project_booked with (security_invoker = true) as
select p.project_id, p.place_code, l.voucher_id, l.line_no, v.dated as on_day, coalesce(nullif(l.summary, ''), v.summary) as summary,
    l.account_code, l.amount, coalesce(o.kind, a.kind) as kind, o.voucher_id is not null as said,
    coalesce(o.source, (select min(g.source) from economy_project_budget g where g.project_id = p.project_id and g.amount > 0
      having count(*) = 1)) as source
  from economy_project p
    join economy_book b on b.book_id = p.book_id
    join economy_line l on l.book_id = p.book_id and l.detail_id = p.detail_id
    join economy_voucher v on v.voucher_id = l.voucher_id and v.state = 'POSTED' and v.kind <> 'CLOSING'
    join economy_project_account a on a.regime = b.regime and starts_with(l.account_code, a.account) and a.side = l.side
    left join economy_project_line o on o.voucher_id = l.voucher_id and o.line_no = l.line_no and o.project_id = p.project_id
  where not a.money or o.voucher_id is not null or exists (select from economy_line m
      join economy_plain_word w on w.regime = b.regime and w.money and starts_with(m.account_code, w.account)
    where m.voucher_id = l.voucher_id and m.side <> l.side);
grant select on economy_project_booked to qiangcun_app;

-- All money of a project, from the books and beside them. source is null while nobody said whose it is.
create view economy_project_money with (security_invoker = true) as
select project_id, place_code, source, kind, amount, on_day from economy_project_booked where kind <> 'NONE'
union all
select project_id, place_code, source, kind, amount, on_day from economy_project_fund where voided_at is null;
grant select on economy_project_money to qiangcun_app;

-- What a project earned since it was completed: what its contracts brought, and income lines that name it.
create view economy_project_income with (security_invoker = true) as
select k.project_id, k.place_code, v.voucher_id, v.dated as on_day, v.summary,
    case l.side when 'C' then l.amount else -l.amount end as amount
  from economy_project_contract k
    join economy_project p on p.project_id = k.project_id
    join economy_contract c on c.contract_id = k.contract_id
    join (select distinct contract_id, voucher_id from economy_contract_booked where counts) g on g.contract_id = k.contract_id
    join economy_voucher v on v.voucher_id = g.voucher_id
    join economy_line l on l.voucher_id = v.voucher_id and l.account_code = c.income_account
  where not k.dropped and v.dated >= p.completed_on
union all
select p.project_id, p.place_code, v.voucher_id, v.dated, v.summary, case l.side when 'C' then l.amount else -l.amount end
  from economy_project p
    join economy_line l on l.book_id = p.book_id and l.detail_id = p.detail_id
    join economy_account a on a.book_id = l.book_id and a.code = l.account_code and a.category = 'PROFIT_LOSS' and a.normal_side = 'C'
    join economy_voucher v on v.voucher_id = l.voucher_id and v.state = 'POSTED' and v.kind not in ('CLOSING', 'OPENING')
  where v.dated >= p.completed_on
    and not exists (select from economy_contract_booking g join economy_project_contract k on k.contract_id = g.contract_id
      where g.voucher_id = v.voucher_id and k.project_id = p.project_id and not k.dropped);
grant select on economy_project_income to qiangcun_app;

insert into rule_parameter (code, valid_from, amount, basis, source, article, wording, least) values
  ('economy.project.accept-days', '2015-01-01', 90, 'DESIGN', '', '', '项目完工或者整改到期以后，多少天内通过验收，可按本地规定调整', 1),
  ('economy.project.income-days', '2015-01-01', 365, 'DESIGN', '', '', '项目完工以后多少天还没有收入的，请了解原因，可按本地规定调整', 30);

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.project-late', -10, '2015-01-01', 'BLUE', 'VILLAGE', 'DESIGN', '项目节点或者完工时间将到的提醒，可按本地规定调整'),
  ('economy.project-late', 1, '2015-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '项目逾期的，由上一级跟进，可按本地规定调整'),
  ('economy.project-late', 60, '2015-01-01', 'ORANGE', 'COUNTY', 'DESIGN', '项目逾期三个月的，由县级督办，可按本地规定调整'),
  ('economy.project-overspent', 0, '2015-01-01', 'YELLOW', 'TOWNSHIP', 'DESIGN', '支出超过到位资金的，由上一级核实，可按本地规定调整'),
  ('economy.project-unaccepted', -20, '2015-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '项目完工后还没有验收的提醒，可按本地规定调整'),
  ('economy.project-unaccepted', 1, '2015-01-01', 'YELLOW', 'COUNTY', 'DESIGN', '逾期没有通过验收的，由县级督促，可按本地规定调整'),
  ('economy.project-no-income', 0, '2015-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '项目完工后没有收入的，由上一级了解原因，是提问不是结论，可按本地规定调整');

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.project.read'), ('TOWNSHIP', 'economy.project.read'), ('COUNTY', 'economy.project.read'), ('AUDITOR', 'economy.project.read'),
  ('VILLAGE', 'economy.project.report'), ('TOWNSHIP', 'economy.project.report'), ('COUNTY', 'economy.project.report'),
  ('TOWNSHIP', 'economy.project.approve'), ('COUNTY', 'economy.project.approve');
