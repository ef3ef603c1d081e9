-- What counts as which kind of income. Definitions differ between counties and years, so a formula is data with a year it begins
-- with; it is never changed afterwards, and a year is always counted by the formula of that year unless somebody compares.
create table economy_income_formula (
  formula_id         uuid primary key default gen_random_uuid(),
  -- a county, or nothing for everywhere
  within             text not null default '',
  year_from          smallint not null check (year_from between 1990 and 2200),
  name               text not null check (name <> ''),
  basis_kind         text not null check (basis_kind in ('LAW', 'PARTY_REG', 'POLICY', 'LOCAL', 'DESIGN')),
  source             text not null check (source <> ''),
  recorded_at        timestamptz not null default now(),
  recorded_by        text not null default 'migration',
  recorded_by_person text not null default '',
  constraint economy_income_formula_year_key unique (within, year_from)
);
grant select, insert on economy_income_formula to qiangcun_app;

-- An account stands for all that lies below it; the longest that fits decides. Costs are what was spent to earn.
create table economy_income_term (
  formula_id uuid not null references economy_income_formula,
  regime     text not null references economy_regime,
  account    text not null check (account ~ '^[0-9]{3,16}$'),
  kind       text not null check (kind in ('OPERATING', 'GRANT', 'ONE_OFF', 'PASS_THROUGH', 'OPERATING_COST', 'OTHER_COST')),
  primary key (formula_id, regime, account)
);
grant select, insert on economy_income_term to qiangcun_app;

insert into economy_income_formula (formula_id, year_from, name, basis_kind, source) values
  ('5b0b7a52-6f0e-4c43-9a39-0f6f1f4f5a01', 1990, '经营性收入通用口径', 'POLICY',
    '运用集体资金、资产、资源取得的收入：经营收入、发包及上交收入、投资收益（湖南农业科学2022年第11期所述口径）');
insert into economy_income_term (formula_id, regime, account, kind)
select '5b0b7a52-6f0e-4c43-9a39-0f6f1f4f5a01'::uuid, regime, account, kind
from (values
  ('VILLAGE_2023', '501', 'OPERATING'), ('VILLAGE_2023', '502', 'OPERATING'), ('VILLAGE_2023', '503', 'GRANT'),
  ('VILLAGE_2023', '504', 'ONE_OFF'), ('VILLAGE_2023', '231', 'PASS_THROUGH'), ('VILLAGE_2023', '241', 'PASS_THROUGH'),
  ('VILLAGE_2023', '511', 'OPERATING_COST'), ('VILLAGE_2023', '512', 'OPERATING_COST'), ('VILLAGE_2023', '513', 'OPERATING_COST'),
  ('VILLAGE_2023', '514', 'OTHER_COST'), ('VILLAGE_2023', '515', 'OTHER_COST'), ('VILLAGE_2023', '521', 'OTHER_COST'),
  ('VILLAGE_2004', '501', 'OPERATING'), ('VILLAGE_2004', '511', 'OPERATING'), ('VILLAGE_2004', '561', 'OPERATING'),
  ('VILLAGE_2004', '522', 'GRANT'), ('VILLAGE_2004', '531', 'ONE_OFF'), ('VILLAGE_2004', '231', 'PASS_THROUGH'),
  ('VILLAGE_2004', '241', 'PASS_THROUGH'), ('VILLAGE_2004', '502', 'OPERATING_COST'), ('VILLAGE_2004', '541', 'OPERATING_COST'),
  ('VILLAGE_2004', '551', 'OTHER_COST')) as term (regime, account, kind);

-- What moved on the accounts of a formula from one day to another (whole months, until is exclusive), cost positive like income.
-- by_year: count every year by the formula of that one, to compare like with like; null for each by its own.
create function economy_income(lo text, hi text, from_day date, until_day date, by_year integer default null)
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
  classed as materialized (
    select distinct on (a.book_id, f.year, a.code) a.book_id, f.year, a.code, t.kind
    from books b
      join formula f on f.county = b.county
      join economy_account a on a.book_id = b.book_id
      join economy_income_term t on t.formula_id = f.formula_id and t.regime = b.regime
        and left(t.account, 3) = left(a.code, 3) and starts_with(a.code, t.account)
    order by a.book_id, f.year, a.code, length(t.account) desc)
  select m.place_code, m.book_id, make_date(m.year, m.month, 1), m.account_code, c.kind,
    case c.kind
      when 'PASS_THROUGH' then m.credit - m.closing_credit
      when 'OPERATING_COST' then m.debit - m.closing_debit - m.credit + m.closing_credit
      when 'OTHER_COST' then m.debit - m.closing_debit - m.credit + m.closing_credit
      else m.credit - m.closing_credit - m.debit + m.closing_debit
    end
  from economy_balance m
    join classed c on c.book_id = m.book_id and c.year = m.year and c.code = m.account_code
  where m.place_code >= lo collate "C" and m.place_code < hi collate "C" and m.month > 0
    and m.year between extract(year from from_day) and extract(year from until_day - 1)
    and make_date(m.year, m.month, 1) >= from_day and make_date(m.year, m.month, 1) < until_day
$$;

insert into rule_parameter (code, valid_from, amount, basis, source, wording) values
  ('economy.income.band-1', '1990-01-01', 5, 'DESIGN', '各地分档', '经营性收入分档，万元，由县里按实际改'),
  ('economy.income.band-2', '1990-01-01', 10, 'DESIGN', '各地分档', '经营性收入分档，万元，由县里按实际改'),
  ('economy.income.band-3', '1990-01-01', 15, 'DESIGN', '各地分档', '经营性收入分档，万元，由县里按实际改'),
  ('economy.income.band-4', '1990-01-01', 20, 'DESIGN', '各地分档', '经营性收入分档，万元，由县里按实际改'),
  ('economy.income.growth-promise', '1990-01-01', 30, 'DESIGN', '联合发展的增收承诺', '同一口径比上年增长百分之几');

insert into role_authority (role, authority) values
  ('COUNTY', 'economy.income.read'), ('TOWNSHIP', 'economy.income.read'), ('VILLAGE', 'economy.income.read'),
  ('AUDITOR', 'economy.income.read'), ('COUNTY', 'economy.income.define');
