-- What in the income of a village wants to be explained: money that came and went back, income that all stands at the end of the
-- year, rent without a contract, income nobody paid. These are questions to the township, never verdicts; what answers one stays.
create table economy_rent_word (
  word text primary key check (word <> '')
);
grant select on economy_rent_word to qiangcun_app;
insert into economy_rent_word values ('租金'), ('出租'), ('承包'), ('发包'), ('租赁');

create table economy_doubt_answer (
  doubt_id           uuid primary key,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  kind               text not null check (kind in ('ROUND_TRIP', 'YEAR_END', 'RENT', 'UNPAID')),
  outcome            text not null check (outcome in ('EXPLAINED', 'PUT_RIGHT')),
  words              text not null check (length(words) between 1 and 500),
  -- as it was when it was answered
  amount             numeric(18, 2) not null,
  day                date not null,
  voucher_id         uuid references economy_voucher,
  other_id           uuid references economy_voucher,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code)
);
create index economy_doubt_answer_place_idx on economy_doubt_answer (place_code, recorded_at desc);
grant select, insert on economy_doubt_answer to qiangcun_app;
call fence('economy_doubt_answer');

create index economy_line_place_month_idx on economy_line (place_code, month);

insert into rule_parameter (code, valid_from, amount, basis, source, wording) values
  ('economy.doubt.round-trip-days', '1990-01-01', 45, 'DESIGN', '可按本地规定调整', '收到的钱几天之内又付出去的，请核实'),
  ('economy.doubt.round-trip-percent', '1990-01-01', 90, 'DESIGN', '可按本地规定调整', '付回同一方的钱达到收到的百分之几的，请核实'),
  ('economy.doubt.least', '1990-01-01', 10000, 'DESIGN', '可按本地规定调整', '多少元以上的收入才核实'),
  ('economy.doubt.year-end-percent', '1990-01-01', 60, 'DESIGN', '可按本地规定调整', '12月的经营性收入占全年百分之几以上的，请核实'),
  ('economy.doubt.unpaid-days', '1990-01-01', 180, 'DESIGN', '可按本地规定调整', '记了经营性收入几天之后还没有收到钱的，请核实');

insert into warning_step (rule_code, working_days, valid_from, level, holder_level, basis_kind, basis_text) values
  ('economy.doubt-round-trip', 0, '1990-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '收支异常由上一级了解情况，是提问不是结论，可按本地规定调整'),
  ('economy.doubt-year-end', 0, '1990-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '收支异常由上一级了解情况，是提问不是结论，可按本地规定调整'),
  ('economy.doubt-rent', 0, '1990-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '收支异常由上一级了解情况，是提问不是结论，可按本地规定调整'),
  ('economy.doubt-unpaid', 0, '1990-01-01', 'BLUE', 'TOWNSHIP', 'DESIGN', '收支异常由上一级了解情况，是提问不是结论，可按本地规定调整');

insert into role_authority (role, authority) values
  ('TOWNSHIP', 'economy.doubt.read'), ('COUNTY', 'economy.doubt.read'), ('AUDITOR', 'economy.doubt.read'),
  ('TOWNSHIP', 'economy.doubt.answer'), ('COUNTY', 'economy.doubt.answer');

-- Every doubt about the vouchers of the last year, answered or not; its id is made of what it is about, so it is the same tomorrow.
create function economy_doubts(lo text, hi text, today date)
  returns table (doubt_id uuid, kind text, place_code varchar, book_id uuid, day date, amount numeric, voucher_id uuid, other_id uuid,
    words text)
  language sql stable as $$
  with numbers as materialized (
    select distinct on (code) code, amount from rule_parameter
    where code like 'economy.doubt.%' and valid_from <= today and (valid_to is null or valid_to > today)
    order by code, valid_from desc),
  limits as materialized (
    select max(amount) filter (where code = 'economy.doubt.round-trip-days')::int as trip_days,
      max(amount) filter (where code = 'economy.doubt.round-trip-percent') as trip_percent,
      max(amount) filter (where code = 'economy.doubt.least') as least,
      max(amount) filter (where code = 'economy.doubt.year-end-percent') as december,
      max(amount) filter (where code = 'economy.doubt.unpaid-days')::int as unpaid_days
    from numbers),
  books as materialized (
    select b.book_id, b.place_code, b.regime, left(b.place_code, 6) as county from economy_book b
    where b.place_code >= lo collate "C" and b.place_code < hi collate "C"),
  formula as materialized (
    select distinct on (c.county) c.county, f.formula_id
    from (select distinct county from books) c
      join economy_income_formula f on f.year_from <= extract(year from today) and f.within in ('', c.county)
    order by c.county, f.within desc, f.year_from desc),
  accounts as materialized (
    select a.book_id, a.code, a.category,
      exists (select from economy_plain_word w where w.regime = b.regime and w.money and starts_with(a.code, w.account)) as money,
      a.category = 'ASSET'
        and exists (select from economy_plain_word w where w.regime = b.regime and w.settles and starts_with(a.code, w.account)) as claim,
      coalesce((select t.kind = 'OPERATING' from economy_income_term t
        where t.formula_id = f.formula_id and t.regime = b.regime and starts_with(a.code, t.account)
        order by length(t.account) desc limit 1), false) as operating
    from books b join formula f on f.county = b.county join economy_account a on a.book_id = b.book_id and a.leaf),
  moved as materialized (
    select v.voucher_id, v.book_id, v.place_code, v.dated, v.summary,
      sum(case when a.money and l.side = 'D' then l.amount else 0 end) as money_in,
      sum(case when a.money and l.side = 'C' then l.amount else 0 end) as money_out,
      sum(case when a.operating and l.side = 'C' then l.amount else 0 end) as earned,
      sum(case when a.claim and l.side = 'C' then l.amount else 0 end) as settled,
      sum(case when a.claim and l.side = 'D' then l.amount else 0 end) as claimed,
      array_remove(array_agg(distinct d.name), null) as named,
      string_agg(l.summary, ' ') as said
    from economy_voucher v
      join economy_line l on l.voucher_id = v.voucher_id
      join accounts a on a.book_id = l.book_id and a.code = l.account_code
      left join economy_detail d on d.detail_id = l.detail_id
    where v.place_code >= lo collate "C" and v.place_code < hi collate "C"
      and v.state = 'POSTED' and v.kind in ('NORMAL', 'CORRECTING') and v.dated > today - 366 and v.dated <= today
      and not exists (select from economy_voucher r where r.corrects = v.voucher_id and r.kind = 'RED' and r.state = 'POSTED')
    group by v.voucher_id, v.book_id, v.place_code, v.dated, v.summary),
  trips as (
    select distinct on (came.voucher_id) 'ROUND_TRIP' as kind, came.place_code, came.book_id, greatest(came.dated, went.dated) as day,
      came.money_in as amount, came.voucher_id, went.voucher_id as other_id, came.summary as words,
      'trip' || came.voucher_id || went.voucher_id as key
    from limits n
      join moved came on came.money_in >= n.least and came.money_out = 0 and (came.earned > 0 or came.settled > 0)
      join moved went on went.book_id = came.book_id and went.money_out > 0 and went.money_in = 0
        and went.dated between came.dated - n.trip_days and came.dated + n.trip_days
        and (went.money_out = came.money_in
          or went.named && came.named and went.money_out * 100 >= came.money_in * n.trip_percent)
    order by came.voucher_id, abs(went.dated - came.dated)),
  months as (
    select m.book_id, m.place_code, m.year, sum(m.credit - m.closing_credit - m.debit + m.closing_debit) as earned,
      sum(m.credit - m.closing_credit - m.debit + m.closing_debit) filter (where m.month = 12) as december
    from economy_balance m join accounts a on a.book_id = m.book_id and a.code = m.account_code and a.operating
    where m.place_code >= lo collate "C" and m.place_code < hi collate "C" and m.month > 0
      and m.year between extract(year from today) - 1 and extract(year from today) and make_date(m.year, 12, 31) between today - 120 and today + 30
    group by m.book_id, m.place_code, m.year),
  ends as (
    select 'YEAR_END', m.place_code, m.book_id, make_date(m.year, 12, 31), m.december, null::uuid, null::uuid, m.year::text,
      'end' || m.book_id || m.year
    from limits n join months m on m.december >= n.least and m.december * 100 >= m.earned * n.december),
  rents as (
    select 'RENT', v.place_code, v.book_id, max(v.dated), sum(v.earned), (array_agg(v.voucher_id order by v.earned desc))[1], null::uuid,
      count(*)::text, 'rent' || v.book_id || extract(year from v.dated)
    from limits n join moved v on v.earned > 0
    where exists (select from economy_rent_word w where position(w.word in v.summary || coalesce(v.said, '')) > 0)
      and not exists (select from economy_contract_booking k where k.voucher_id = v.voucher_id)
    group by v.place_code, v.book_id, extract(year from v.dated), n.least
    having sum(v.earned) >= n.least),
  unpaid as (
    select 'UNPAID', v.place_code, v.book_id, v.dated, v.claimed, v.voucher_id, null::uuid, v.summary, 'unpaid' || v.voucher_id
    from limits n join moved v on v.earned > 0 and v.claimed >= n.least and v.dated < today - n.unpaid_days
    where (select sum(m.debit - m.credit) from economy_line l
        join economy_balance m on m.book_id = l.book_id and m.account_code = l.account_code and m.detail_id = l.detail_id
          and m.year = extract(year from today)
        where l.voucher_id = v.voucher_id and l.side = 'D' and l.detail_id is not null) >= v.claimed)
  select md5(d.key)::uuid, d.kind, d.place_code, d.book_id, d.day, d.amount, d.voucher_id, d.other_id, d.words
  from (select * from trips union all select * from ends union all select * from rents union all select * from unpaid)
    as d (kind, place_code, book_id, day, amount, voucher_id, other_id, words, key)
$$;
