-- How the result of a year is distributed. 《农村集体经济组织法》 art. 40 (shares quantify the right to a part of what is earned and are
-- the basis of distribution), art. 42 (the reserve first, by the articles; the rest by shares), art. 46 (report, accounts and plan are
-- shown to the members ten days before they decide); 《农村集体经济组织财务制度》财农〔2021〕121号 art. 28 (losses of former years, reserve,
-- members, others, in this order).

-- Which accounts a distribution moves. Nothing where the regulation distributes otherwise (cooperatives).
alter table economy_regime add column distribution_account text, add column reserve_account text, add column member_account text,
  add column creditor_account text;
update economy_regime set distribution_account = '32201', reserve_account = '311', member_account = '113', creditor_account = '211'
  where regime = 'VILLAGE_2023';
update economy_regime set distribution_account = '32201', reserve_account = '311', member_account = '113', creditor_account = '202'
  where regime = 'VILLAGE_2004';
alter table economy_regime
  add foreign key (regime, distribution_account) references economy_chart_account (regime, code),
  add foreign key (regime, reserve_account) references economy_chart_account (regime, code),
  add foreign key (regime, member_account) references economy_chart_account (regime, code),
  add foreign key (regime, creditor_account) references economy_chart_account (regime, code),
  add check (num_nonnulls(distribution_account, reserve_account, member_account, creditor_account) in (0, 4));

-- What share a household has from a day on. A change ends the row and writes another.
create table economy_share (
  share_id           uuid primary key,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  -- as account 113 names it
  holder             text not null check (holder <> '' and holder = btrim(holder) and length(holder) <= 60),
  shares             numeric(12, 2) not null check (shares > 0),
  from_day           date not null,
  until_day          date check (until_day >= from_day),
  reason             text not null check (length(reason) <= 200),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code)
);
create unique index economy_share_once_key on economy_share (book_id, holder) where until_day is null;
create index economy_share_place_idx on economy_share (place_code, book_id, holder);
grant select, insert, update (until_day) on economy_share to qiangcun_app;
call fence('economy_share');

create table economy_distribution (
  distribution_id    uuid primary key,
  book_id            uuid not null,
  place_code         varchar(18) collate "C" not null,
  year               smallint not null check (year between 1990 and 2200),
  state              text not null check (state in ('SHOWN', 'DECIDED', 'BOOKED', 'DROPPED')),
  -- net result of the year, and what former years left; both may be losses
  earned             numeric(18, 2) not null,
  brought            numeric(18, 2) not null,
  -- reserve used to cover losses
  covered            numeric(18, 2) not null check (covered >= 0),
  reserve_percent    numeric(5, 2) not null check (reserve_percent between 0 and 100),
  reserve            numeric(18, 2) not null check (reserve >= 0),
  members            numeric(18, 2) not null check (members >= 0),
  others             numeric(18, 2) not null check (others >= 0),
  others_to          text not null check ((others = 0) = (others_to = '')),
  kept               numeric(18, 2) not null,
  shares             numeric(14, 2) not null check (shares >= 0),
  remarks            text not null check (length(remarks) <= 500),
  -- since when the members can read it
  shown_on           date not null,
  decided_on         date check (decided_on > shown_on),
  vote_rule          text,
  tally_members      integer check (tally_members >= tally_present),
  tally_present      integer check (tally_present >= tally_yes),
  tally_yes          integer check (tally_yes > 0),
  minutes            text,
  dropped_reason     text check (dropped_reason <> ''),
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  recorded_by_person text not null,
  foreign key (book_id, place_code) references economy_book (book_id, place_code),
  unique (distribution_id, place_code),
  check (earned + brought + covered = reserve + members + others + kept),
  -- nothing is handed out that is not there
  check (kept >= 0 or reserve + members + others = 0),
  check ((members = 0) or shares > 0),
  check ((state in ('DECIDED', 'BOOKED')) <= (decided_on is not null)),
  check (num_nonnulls(decided_on, vote_rule, tally_members, tally_present, tally_yes, minutes) in (0, 6)),
  check ((state = 'DROPPED') = (dropped_reason is not null))
);
create unique index economy_distribution_once_key on economy_distribution (book_id, year) where state <> 'DROPPED';
create index economy_distribution_place_idx on economy_distribution (place_code, year desc);
grant select, insert, update (state, decided_on, vote_rule, tally_members, tally_present, tally_yes, minutes, dropped_reason)
  on economy_distribution to qiangcun_app;
call fence('economy_distribution');

create table economy_distribution_part (
  distribution_id uuid not null,
  line_no         integer not null check (line_no > 0),
  place_code      varchar(18) collate "C" not null,
  holder          text not null check (holder <> ''),
  shares          numeric(12, 2) not null check (shares > 0),
  amount          numeric(18, 2) not null check (amount >= 0),
  -- by which voucher it was paid last
  paid_by         uuid references economy_voucher,
  primary key (distribution_id, line_no),
  unique (distribution_id, holder),
  foreign key (distribution_id, place_code) references economy_distribution (distribution_id, place_code)
);
create index economy_distribution_part_place_idx on economy_distribution_part (place_code);
create index economy_distribution_part_paid_idx on economy_distribution_part (paid_by);
grant select, insert, update (paid_by) on economy_distribution_part to qiangcun_app;
call fence('economy_distribution_part');

-- What books it.
create table economy_distribution_voucher (
  distribution_id uuid not null,
  place_code      varchar(18) collate "C" not null,
  step            text not null check (step in ('COVERED', 'SHARED', 'CLEARED', 'PAID')),
  voucher_id      uuid primary key references economy_voucher,
  foreign key (distribution_id, place_code) references economy_distribution (distribution_id, place_code)
);
create index economy_distribution_voucher_idx on economy_distribution_voucher (place_code, distribution_id);
grant select, insert on economy_distribution_voucher to qiangcun_app;
call fence('economy_distribution_voucher');

-- The parts add up to what the members get, to the cent.
create function economy_guard_distribution() returns trigger language plpgsql as $$
begin
  if (select d.members <> coalesce(sum(p.amount), 0) or d.shares <> coalesce(sum(p.shares), 0)
      from economy_distribution d left join economy_distribution_part p using (distribution_id)
      where d.distribution_id = new.distribution_id group by d.members, d.shares) then
    raise exception using errcode = 'check_violation', constraint = 'economy_distribution_adds_up',
      message = 'The parts do not add up to what the members get';
  end if;
  return null;
end
$$;
create constraint trigger economy_guard_distribution after insert on economy_distribution deferrable initially deferred
  for each row execute function economy_guard_distribution();
create constraint trigger economy_guard_distribution_part after insert on economy_distribution_part deferrable initially deferred
  for each row execute function economy_guard_distribution();

insert into role_authority (role, authority) values
  ('VILLAGE', 'economy.distribution.read'), ('VILLAGE', 'economy.distribution.write'),
  ('TOWNSHIP', 'economy.distribution.read'), ('TOWNSHIP', 'economy.distribution.write'),
  ('COUNTY', 'economy.distribution.read'), ('AUDITOR', 'economy.distribution.read');

insert into rule_parameter (code, valid_from, valid_to, amount, basis, source, article, wording) values
  ('economy.distribution.shown-days', '1990-01-01', '2025-05-01', 10, 'DESIGN', '参照2025年起的法律规定', '', '以前年度按同样的天数'),
  ('economy.distribution.shown-days', '2025-05-01', null, 10, 'LAW', '《中华人民共和国农村集体经济组织法》', '第四十六条',
    '成员大会召开十日前，把年度经营情况报告、年度财务会计报告和收益分配方案提供给成员');
