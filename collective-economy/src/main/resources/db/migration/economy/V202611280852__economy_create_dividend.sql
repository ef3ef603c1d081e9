-- What cooperatives distribute: a plan on display, decided by the meeting, paid line by line. A list that was decided stays; what was
-- wrong in it is taken back by a list of its own.

create table economy_dividend (
  dividend_id        uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  cooperative_id     uuid not null,
  place_code         varchar(18) collate "C" not null,
  year               integer not null check (year between 1990 and 2200),
  -- of the year, and what of it is put into the reserve; the rest can be distributed
  earned             numeric(18, 2) not null,
  reserve_percent    numeric(6, 3) not null check (reserve_percent between 0 and 100),
  reserved           numeric(18, 2) not null,
  surplus            numeric(18, 2) not null,
  surplus_basis      text not null check (surplus_basis <> ''),
  from_book          boolean not null,
  return_percent     numeric(6, 3) not null check (return_percent between 0 and 100),
  -- in force when it was drafted
  least_percent      numeric(6, 3) not null,
  remainder_by       text not null check (remainder_by in ('ACCOUNT', 'SHARES')),
  base_amount        numeric(18, 2) not null check (base_amount >= 0),
  members_percent    numeric(6, 3) not null,
  collective_percent numeric(6, 3) not null,
  managers_percent   numeric(6, 3) not null,
  guarantee          text not null check (guarantee in ('NONE', 'PER_SHARE', 'PER_MU', 'FIXED')),
  guarantee_amount   numeric(18, 2) not null check (guarantee_amount >= 0),
  collective_amount  numeric(18, 2) not null,
  managers_amount    numeric(18, 2) not null,
  state              text not null check (state in ('DRAFT', 'DECIDED', 'WITHDRAWN', 'CORRECTED', 'CORRECTION')),
  displayed_on       date,
  meeting_on         date,
  vote_rule          text,
  voters             integer check (voters > 0),
  attended           integer check (attended between 0 and voters),
  votes_for          integer check (votes_for between 0 and attended),
  note               text not null,
  corrects           uuid references economy_dividend,
  payments           integer not null check (payments >= 0),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (cooperative_id, place_code) references economy_cooperative (cooperative_id, place_code),
  unique (dividend_id, place_code),
  check (members_percent + collective_percent + managers_percent = 100),
  check (surplus = earned - reserved),
  check (state not in ('DECIDED', 'CORRECTED') or num_nonnulls(meeting_on, vote_rule, voters, attended, votes_for) = 5),
  check ((state = 'CORRECTION') = (corrects is not null)),
  check (state in ('CORRECTION') or surplus >= 0)
);
create index economy_dividend_place_idx on economy_dividend (place_code, year);
create unique index economy_dividend_year_key on economy_dividend (cooperative_id, year) where state in ('DRAFT', 'DECIDED');
create unique index economy_dividend_corrects_key on economy_dividend (corrects) where corrects is not null;
grant select, insert, update on economy_dividend to qiangcun_app;
call fence('economy_dividend');

-- A line of the list, with what it was worked out from. What is guaranteed is a cost of the cooperative, not of its surplus.
create table economy_dividend_line (
  dividend_id    uuid not null,
  coop_member_id uuid not null references economy_coop_member,
  place_code     varchar(18) collate "C" not null,
  number         integer not null,
  name           text not null check (name <> ''),
  traded         numeric(18, 2) not null,
  contributed    numeric(18, 2) not null,
  reserve        numeric(18, 2) not null,
  grants         numeric(18, 2) not null,
  gifts          numeric(18, 2) not null,
  shares         numeric(14, 4) not null,
  mu             numeric(14, 4) not null,
  returned       numeric(18, 2) not null,
  shared         numeric(18, 2) not null,
  guaranteed     numeric(18, 2) not null,
  paid_on        date,
  paid_by        text not null,
  -- takes back what was never paid: nobody has to give anything
  settled        boolean not null,
  primary key (dividend_id, coop_member_id),
  foreign key (dividend_id, place_code) references economy_dividend (dividend_id, place_code),
  check ((paid_on is null) = (paid_by = '')),
  check (not settled or paid_on is null)
);
create index economy_dividend_line_place_idx on economy_dividend_line (place_code, paid_on);
create index economy_dividend_line_member_idx on economy_dividend_line (coop_member_id);
-- a draft is worked out anew as often as its numbers change; who gets nothing any more stays with noughts
grant select, insert, update on economy_dividend_line to qiangcun_app;
call fence('economy_dividend_line');

-- What was decided is fixed but for the payment.
create function economy_guard_dividend_line() returns trigger language plpgsql as $$
declare
  settled boolean;
begin
  select d.state <> 'DRAFT' into settled from economy_dividend d where d.dividend_id = old.dividend_id;
  if settled and ((old.returned, old.shared, old.guaranteed, old.name, old.coop_member_id)
      is distinct from (new.returned, new.shared, new.guaranteed, new.name, new.coop_member_id) or old.paid_on is not null) then
    raise exception using errcode = 'check_violation', constraint = 'economy_dividend_line_fixed',
      message = 'What was decided stays; a correcting list takes it back';
  end if;
  return new;
end
$$;
create trigger economy_guard_dividend_line before update on economy_dividend_line
  for each row execute function economy_guard_dividend_line();

-- What books it.
create table economy_dividend_voucher (
  dividend_id uuid not null,
  place_code  varchar(18) collate "C" not null,
  step        text not null check (step in ('SHARED', 'CLEARED', 'PAID')),
  voucher_id  uuid primary key references economy_voucher,
  foreign key (dividend_id, place_code) references economy_dividend (dividend_id, place_code)
);
create index economy_dividend_voucher_idx on economy_dividend_voucher (place_code, dividend_id);
grant select, insert on economy_dividend_voucher to qiangcun_app;
call fence('economy_dividend_voucher');

-- Which account of a regulation plays which part when the surplus of a cooperative is booked.
create table economy_dividend_account (
  regime       text not null references economy_regime,
  part         text not null check (part in
    ('EARNED', 'DISTRIBUTED', 'UNDISTRIBUTED', 'RESERVE', 'RETURNED', 'SHARED', 'OTHERS', 'BANK', 'CASH')),
  account_code text not null,
  basis        text not null check (basis <> ''),
  primary key (regime, part),
  foreign key (regime, account_code) references economy_chart_account (regime, code)
);
grant select on economy_dividend_account to qiangcun_app;
insert into economy_dividend_account (regime, part, account_code, basis) values
  ('COOPERATIVE_2021', 'EARNED', '331', '财会〔2021〕37号：本年盈余'),
  ('COOPERATIVE_2021', 'DISTRIBUTED', '33201', '财会〔2021〕37号：盈余分配——各项分配'),
  ('COOPERATIVE_2021', 'UNDISTRIBUTED', '33202', '财会〔2021〕37号：盈余分配——未分配盈余'),
  ('COOPERATIVE_2021', 'RESERVE', '322', '财会〔2021〕37号：从盈余中提取的公积金记入盈余公积'),
  ('COOPERATIVE_2021', 'RETURNED', '221', '财会〔2021〕37号：按交易量返还的记入应付盈余返还'),
  ('COOPERATIVE_2021', 'SHARED', '222', '财会〔2021〕37号：返还后剩余的记入应付剩余盈余'),
  ('COOPERATIVE_2021', 'OTHERS', '211', '约定归集体、管理团队的部分记入应付款'),
  ('COOPERATIVE_2021', 'BANK', '102', '财会〔2021〕37号'),
  ('COOPERATIVE_2021', 'CASH', '101', '财会〔2021〕37号');

-- Who decides: counted like every vote, by a rule with its dates.
insert into vote_rule (code, valid_from, valid_to, body, attendance_over, attendance_under, attendance_strict, passing_over,
  passing_under, passing_of, passing_strict, written_votes, notice_days, basis_kind, basis_source, basis_article,
  basis_text) values
  ('economy.cooperative-assembly', '2007-07-01', '2018-07-01', '农民专业合作社成员大会', 2, 3, false, 1, 2, 'ALL_MEMBERS', true, false, 0,
   'LAW', '《中华人民共和国农民专业合作社法》（2006年）', '第二十三条',
   '召开成员大会，出席人数应当达到成员总数三分之二以上；作出决议应当由本社成员表决权总数过半数通过。'),
  ('economy.cooperative-assembly', '2018-07-01', null, '农民专业合作社成员大会', 2, 3, false, 1, 2, 'ALL_MEMBERS', true, false, 0,
   'LAW', '《中华人民共和国农民专业合作社法》', '第三十条',
   '召开成员大会，出席人数应当达到成员总数三分之二以上；作出决议应当由本社成员表决权总数过半数通过。');

insert into rule_parameter (code, valid_from, valid_to, amount, basis, source, article, wording, least, bound) values
  ('economy.cooperative.return-percent', '1990-01-01', '2007-07-01', 60, 'DESIGN', '参照后来的法律规定', '', '以前年度按同样的比例', 0, 'FIXED'),
  ('economy.cooperative.return-percent', '2007-07-01', '2018-07-01', 60, 'LAW', '《中华人民共和国农民专业合作社法》（2006年）',
    '第三十七条', '按成员与本社的交易量（额）比例返还，返还总额不得低于可分配盈余的百分之六十', 0, 'AT_LEAST'),
  ('economy.cooperative.return-percent', '2018-07-01', null, 60, 'LAW', '《中华人民共和国农民专业合作社法》', '第四十四条',
    '可分配盈余主要按照成员与本社的交易量（额）比例返还，返还总额不得低于可分配盈余的百分之六十', 0, 'AT_LEAST'),
  ('economy.cooperative.display-days', '1990-01-01', '2018-07-01', 15, 'DESIGN', '参照后来的法律规定', '', '以前年度按同样的天数', 0, 'FREE'),
  ('economy.cooperative.display-days', '2018-07-01', null, 15, 'LAW', '《中华人民共和国农民专业合作社法》', '第四十条',
    '年度业务报告、盈余分配方案、亏损处理方案以及财务会计报告，于成员大会召开的十五日前置备于办公地点，供成员查阅', 0, 'AT_LEAST');
