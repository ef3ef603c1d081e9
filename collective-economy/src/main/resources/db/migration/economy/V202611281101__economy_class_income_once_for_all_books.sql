-- What moved on the accounts of a formula from one day to another (whole months, until is exclusive), cost positive like income.
-- by_year: count every year by the formula of that one, to compare like with like; null for each by its own.
-- Books of one regime have the same few accounts: what a code means is asked once a year, not once a book.
create or replace function economy_income(lo text, hi text, from_day date, until_day date, by_year integer default null)
  returns table (place_code text, book_id uuid, day date, account_code text, kind text, amount numeric)
  language sql stable as $$
  with books as materialized (
    select b.book_id, b.regime, left(b.place_code, 6) as county from economy_book b
    where b.place_code >= lo collate "C" and b.place_code < hi collate "C"),
  formula as materialized (
    select distinct on (c.county, y.year) c.county, y.year, f.formula_id
    from (select distinct county from books) c
      cross join generate_series(extract(year from from_day)::int, extract(year from until_day - 1)::int) as y (year)
      join economy_income_formula f on f.year_from <= coalesce(by_year, y.year) and f.within in ('', c.county)
    order by c.county, y.year, f.within desc, f.year_from desc),
  moved as materialized (
    select m.place_code, m.book_id, m.year, m.month, m.account_code, m.debit, m.credit, m.closing_debit, m.closing_credit,
      b.regime, b.county
    from books b join economy_balance m on m.book_id = b.book_id
    where m.place_code >= lo collate "C" and m.place_code < hi collate "C" and m.month > 0
      and m.year >= extract(year from from_day)::int and m.year <= extract(year from until_day - 1)::int
      and (m.year > extract(year from from_day)::int or m.month >= extract(month from from_day)::int)
      and (m.year < extract(year from until_day - 1)::int or m.month <= extract(month from until_day - 1)::int)),
  classed as materialized (
    select distinct on (a.county, a.year, a.regime, a.account_code) a.county, a.year, a.regime, a.account_code, t.kind
    from (select distinct county, year, regime, account_code from moved) a
      join formula f on f.county = a.county and f.year = a.year
      join economy_income_term t on t.formula_id = f.formula_id and t.regime = a.regime and starts_with(a.account_code, t.account)
    order by a.county, a.year, a.regime, a.account_code, length(t.account) desc)
  select m.place_code, m.book_id, make_date(m.year, m.month, 1), m.account_code, c.kind,
    case c.kind
      when 'PASS_THROUGH' then m.credit - m.closing_credit
      when 'OPERATING_COST' then m.debit - m.closing_debit - m.credit + m.closing_credit
      when 'OTHER_COST' then m.debit - m.closing_debit - m.credit + m.closing_credit
      else m.credit - m.closing_credit - m.debit + m.closing_debit
    end
  from moved m
    join classed c on c.county = m.county and c.year = m.year and c.regime = m.regime and c.account_code = m.account_code
$$;
