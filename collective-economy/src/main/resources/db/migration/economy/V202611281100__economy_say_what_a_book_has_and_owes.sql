-- What a month's report says a village has and owes at its end: lines of the balance sheet of the regime, so that report and
-- statement cannot disagree. side: of an account whose details stand on both sides only those in debit, or in credit.
create table economy_standing_term (
  regime  text not null references economy_regime,
  account text not null check (account ~ '^[0-9]{3}$'),
  kind    text not null check (kind in ('CASH', 'RECEIVABLE', 'LIABILITY')),
  side    text check (side in ('D', 'C')),
  primary key (regime, account, kind)
);
grant select on economy_standing_term to qiangcun_app;
-- 财会〔2023〕14号、财会〔2004〕12号，资产负债表“货币资金”“应收款项”“负债合计”
insert into economy_standing_term (regime, account, kind, side)
select regime, code, 'LIABILITY', null from economy_chart_account
  where regime in ('VILLAGE_2023', 'VILLAGE_2004') and category = 'LIABILITY' and parent is null
union all
select regime, account, kind, side
from (values ('VILLAGE_2023'), ('VILLAGE_2004')) as r (regime)
  cross join (values ('101', 'CASH', null), ('102', 'CASH', null), ('112', 'RECEIVABLE', null), ('113', 'RECEIVABLE', 'D'),
    ('113', 'LIABILITY', 'C')) as t (account, kind, side);

-- At the end of the day before; of the last year that was opened, where nobody opened a later one.
create function economy_standing(lo text, hi text, until_day date)
  returns table (place_code text, book_id uuid, account_code text, kind text, amount numeric)
  language sql stable as $$
  with books as materialized (
    select b.place_code, b.book_id, b.regime,
      (select max(y.year) from economy_year y where y.book_id = b.book_id and y.year <= extract(year from until_day - 1)::int) as year
    from economy_book b
    where b.place_code >= lo collate "C" and b.place_code < hi collate "C" and b.opened_on < until_day),
  stands as (
    select b.place_code, b.book_id, m.account_code, t.kind, t.side, sum(m.debit - m.credit) as net
    from books b
      join economy_balance m on m.book_id = b.book_id and m.year = b.year
        and (m.year < extract(year from until_day - 1)::int or m.month <= extract(month from until_day - 1)::int)
      join economy_standing_term t on t.regime = b.regime and t.account = left(m.account_code, 3)
    where m.place_code >= lo collate "C" and m.place_code < hi collate "C"
      and m.year <= extract(year from until_day - 1)::int
    group by b.place_code, b.book_id, m.account_code, t.kind, t.side, m.detail_id)
  select s.place_code, s.book_id, s.account_code, s.kind,
    sum(case when s.side = 'D' then greatest(s.net, 0) when s.side = 'C' then greatest(-s.net, 0)
      when s.kind = 'LIABILITY' then -s.net else s.net end)
  from stands s
  group by s.place_code, s.book_id, s.account_code, s.kind
$$;
